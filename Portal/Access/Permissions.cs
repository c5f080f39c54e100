using Microsoft.AspNetCore.Authorization.Infrastructure;

namespace Portal.Access;

/// <summary>Everything that can be permitted. Each use case names one.</summary>
public static class Permissions
{
    public static readonly OperationAuthorizationRequirement SeeAdministratorDashboard = Named(nameof(SeeAdministratorDashboard));
    public static readonly OperationAuthorizationRequirement SeeLeadershipDashboard = Named(nameof(SeeLeadershipDashboard));
    public static readonly OperationAuthorizationRequirement SeeOwnHome = Named(nameof(SeeOwnHome));
    public static readonly OperationAuthorizationRequirement Search = Named(nameof(Search));
    public static readonly OperationAuthorizationRequirement KeepDraft = Named(nameof(KeepDraft));

    public static readonly OperationAuthorizationRequirement SeeSupervisors = Named(nameof(SeeSupervisors));

    /// <summary>A full identity number, one at a time and with a reason. A sign-in that is not recent does not do.</summary>
    public static readonly OperationAuthorizationRequirement RevealIdNumber = Named(nameof(RevealIdNumber));

    public static readonly OperationAuthorizationRequirement SeeAgencies = Named(nameof(SeeAgencies));

    /// <summary>Names of agencies to choose from in a form.</summary>
    public static readonly OperationAuthorizationRequirement ChooseAgency = Named(nameof(ChooseAgency));

    public static readonly OperationAuthorizationRequirement SeeActivities = Named(nameof(SeeActivities));
    public static readonly OperationAuthorizationRequirement ManageActivities = Named(nameof(ManageActivities));
    public static readonly OperationAuthorizationRequirement SeeOwnActivities = Named(nameof(SeeOwnActivities));
    public static readonly OperationAuthorizationRequirement AnswerInvitation = Named(nameof(AnswerInvitation));

    public static readonly OperationAuthorizationRequirement SeeRecusals = Named(nameof(SeeRecusals));
    public static readonly OperationAuthorizationRequirement DecideRecusal = Named(nameof(DecideRecusal));
    public static readonly OperationAuthorizationRequirement DeclareRecusal = Named(nameof(DeclareRecusal));
    public static readonly OperationAuthorizationRequirement SeeOwnRecusals = Named(nameof(SeeOwnRecusals));

    public static readonly OperationAuthorizationRequirement SeeFindings = Named(nameof(SeeFindings));
    public static readonly OperationAuthorizationRequirement HandleFinding = Named(nameof(HandleFinding));
    public static readonly OperationAuthorizationRequirement ApproveProposal = Named(nameof(ApproveProposal));
    public static readonly OperationAuthorizationRequirement FileFinding = Named(nameof(FileFinding));
    public static readonly OperationAuthorizationRequirement SeeOwnFinding = Named(nameof(SeeOwnFinding));
    public static readonly OperationAuthorizationRequirement AnswerOwnFinding = Named(nameof(AnswerOwnFinding));

    public static readonly OperationAuthorizationRequirement SeeEvaluation = Named(nameof(SeeEvaluation));
    public static readonly OperationAuthorizationRequirement SeeOwnEvaluation = Named(nameof(SeeOwnEvaluation));

    public static readonly OperationAuthorizationRequirement ImportLedger = Named(nameof(ImportLedger));

    private static OperationAuthorizationRequirement Named(string name) => new() { Name = name };
}
