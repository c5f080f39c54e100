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
    public static readonly OperationAuthorizationRequirement RevealIdNumber = Sensitive(nameof(RevealIdNumber));

    /// <summary>The full number of somebody who applies, in the same way.</summary>
    public static readonly OperationAuthorizationRequirement RevealApplicant = Sensitive(nameof(RevealApplicant));

    /// <summary>Renewing, regrouping and ending terms, as the section proposes it.</summary>
    public static readonly OperationAuthorizationRequirement ManageTerms = Named(nameof(ManageTerms));
    public static readonly OperationAuthorizationRequirement SeeTerms = Named(nameof(SeeTerms));
    public static readonly OperationAuthorizationRequirement ApproveTerms = Named(nameof(ApproveTerms));
    public static readonly OperationAuthorizationRequirement SeeDismissals = Named(nameof(SeeDismissals));
    public static readonly OperationAuthorizationRequirement HandleDismissal = Named(nameof(HandleDismissal));
    public static readonly OperationAuthorizationRequirement Resign = Named(nameof(Resign));
    public static readonly OperationAuthorizationRequirement SeeOwnOffice = Named(nameof(SeeOwnOffice));
    public static readonly OperationAuthorizationRequirement HandleCards = Named(nameof(HandleCards));
    public static readonly OperationAuthorizationRequirement ReportCardLost = Named(nameof(ReportCardLost));

    /// <summary>The register of issued documents.</summary>
    public static readonly OperationAuthorizationRequirement SeeDocuments = Named(nameof(SeeDocuments));

    /// <summary>Declaring documents void and issuing them anew.</summary>
    public static readonly OperationAuthorizationRequirement ManageDocuments = Named(nameof(ManageDocuments));

    /// <summary>The words of documents.</summary>
    public static readonly OperationAuthorizationRequirement ManageTemplates = Named(nameof(ManageTemplates));

    /// <summary>What was issued to oneself.</summary>
    public static readonly OperationAuthorizationRequirement SeeOwnDocuments = Named(nameof(SeeOwnDocuments));

    /// <summary>Letters of introduction (Article 12).</summary>
    public static readonly OperationAuthorizationRequirement SeeLetters = Named(nameof(SeeLetters));
    public static readonly OperationAuthorizationRequirement ManageLetters = Named(nameof(ManageLetters));

    /// <summary>Letters on sensitive matters.</summary>
    public static readonly OperationAuthorizationRequirement ApproveLetters = Named(nameof(ApproveLetters));

    /// <summary>One's own confidentiality undertaking (Article 8 (3)).</summary>
    public static readonly OperationAuthorizationRequirement SignUndertaking = Named(nameof(SignUndertaking));
    public static readonly OperationAuthorizationRequirement ManageUndertakings = Named(nameof(ManageUndertakings));

    public static readonly OperationAuthorizationRequirement SeeAgencies = Named(nameof(SeeAgencies));

    /// <summary>Names of agencies to choose from in a form.</summary>
    public static readonly OperationAuthorizationRequirement ChooseAgency = Named(nameof(ChooseAgency));

    public static readonly OperationAuthorizationRequirement SeeActivities = Named(nameof(SeeActivities));
    public static readonly OperationAuthorizationRequirement ManageActivities = Named(nameof(ManageActivities));
    public static readonly OperationAuthorizationRequirement SeeOwnActivities = Named(nameof(SeeOwnActivities));
    public static readonly OperationAuthorizationRequirement AnswerInvitation = Named(nameof(AnswerInvitation));

    public static readonly OperationAuthorizationRequirement SeeRecusals = Named(nameof(SeeRecusals));
    public static readonly OperationAuthorizationRequirement DecideRecusal = Named(nameof(DecideRecusal));
    public static readonly OperationAuthorizationRequirement FileRecusal = Named(nameof(FileRecusal));
    public static readonly OperationAuthorizationRequirement DeclareRecusal = Named(nameof(DeclareRecusal));
    public static readonly OperationAuthorizationRequirement SeeOwnRecusals = Named(nameof(SeeOwnRecusals));

    public static readonly OperationAuthorizationRequirement SeeFindings = Named(nameof(SeeFindings));
    public static readonly OperationAuthorizationRequirement HandleFinding = Named(nameof(HandleFinding));
    public static readonly OperationAuthorizationRequirement ApproveProposal = Named(nameof(ApproveProposal));
    public static readonly OperationAuthorizationRequirement FileFinding = Named(nameof(FileFinding));
    public static readonly OperationAuthorizationRequirement SeeOwnFinding = Named(nameof(SeeOwnFinding));
    public static readonly OperationAuthorizationRequirement AnswerOwnFinding = Named(nameof(AnswerOwnFinding));

    /// <summary>Batches, applications and notices (Articles 2 to 6).</summary>
    public static readonly OperationAuthorizationRequirement SeeRecruitment = Named(nameof(SeeRecruitment));
    public static readonly OperationAuthorizationRequirement ManageRecruitment = Named(nameof(ManageRecruitment));

    /// <summary>Who objects to somebody on a notice is known to those who handle it, and to nobody else.</summary>
    public static readonly OperationAuthorizationRequirement HandleObjections = Named(nameof(HandleObjections));

    /// <summary>Files of a matter; which matters is said by their features.</summary>
    public static readonly OperationAuthorizationRequirement SeeEvidence = Named(nameof(SeeEvidence));
    public static readonly OperationAuthorizationRequirement AddEvidence = Named(nameof(AddEvidence));

    public static readonly OperationAuthorizationRequirement SeeEvaluation = Named(nameof(SeeEvaluation));
    public static readonly OperationAuthorizationRequirement SeeOwnEvaluation = Named(nameof(SeeOwnEvaluation));

    public static readonly OperationAuthorizationRequirement ImportLedger = Named(nameof(ImportLedger));

    /// <summary>The history of one's own sign-ins.</summary>
    public static readonly OperationAuthorizationRequirement SeeOwnSignIns = Named(nameof(SeeOwnSignIns));
    public static readonly OperationAuthorizationRequirement SeeAccounts = Named(nameof(SeeAccounts));

    /// <summary>Who may sign in, and as what.</summary>
    public static readonly OperationAuthorizationRequirement ManageAccounts = Sensitive(nameof(ManageAccounts));
    public static readonly OperationAuthorizationRequirement SeeAudit = Named(nameof(SeeAudit));

    /// <summary>What is kept how long, what is due, and what is held.</summary>
    public static readonly OperationAuthorizationRequirement SeeRetention = Named(nameof(SeeRetention));

    /// <summary>The figures that the measures leave to the office.</summary>
    public static readonly OperationAuthorizationRequirement SeeSettings = Named(nameof(SeeSettings));
    public static readonly OperationAuthorizationRequirement ChangeSettings = Sensitive(nameof(ChangeSettings));

    /// <summary>What leadership approves: its own to decide, since nobody who proposes may do away with approval.</summary>
    public static readonly OperationAuthorizationRequirement ChangeApprovals = Sensitive(nameof(ChangeApprovals));

    /// <summary>Placing and lifting legal holds.</summary>
    public static readonly OperationAuthorizationRequirement ManageHolds = Named(nameof(ManageHolds));

    /// <summary>What the audit record keeps about one person, for ever.</summary>
    public static readonly OperationAuthorizationRequirement EraseFromAudit = Sensitive(nameof(EraseFromAudit));

    /// <summary>What the record keeps sealed of one row.</summary>
    public static readonly OperationAuthorizationRequirement RevealAudit = Sensitive(nameof(RevealAudit));

    /// <summary>More rows in a day than a look at a list needs; which lists is said by the permissions to read them.</summary>
    public static readonly OperationAuthorizationRequirement ExportInBulk = Sensitive(nameof(ExportInBulk));

    private static OperationAuthorizationRequirement Named(string name) => new() { Name = name };

    private static StepUp Sensitive(string name) => new() { Name = name };
}

/// <summary>A permission that is worth stealing a session for: it also needs proof, a few minutes old, of who is there. Whoever lacks it is sent to /signin/again and comes back.</summary>
public sealed class StepUp : OperationAuthorizationRequirement;
