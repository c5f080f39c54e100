using System.Collections.Frozen;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using static Portal.Access.Permissions;

namespace Portal.Access;

/// <summary>The one table of who may do what (domain.md A6). Roles grant; whose data it is can only take away.</summary>
public static class Roles
{
    private static readonly FrozenDictionary<PortalRole, FrozenSet<OperationAuthorizationRequirement>> s_grants =
        new Dictionary<PortalRole, FrozenSet<OperationAuthorizationRequirement>>
        {
            [PortalRole.Administrator] = Set(
                SeeAdministratorDashboard, Search, KeepDraft,
                SeeSupervisors, RevealIdNumber, RevealApplicant, RevealAudit, SeeAgencies, ChooseAgency,
                SeeTerms, ManageTerms, SeeDismissals, HandleDismissal, HandleCards, SeeDocuments, ManageDocuments, ManageTemplates,
                SeeLetters, ManageLetters, ManageUndertakings,
                SeeActivities, ManageActivities,
                SeeRecusals, DecideRecusal, FileRecusal,
                SeeFindings, HandleFinding,
                SeeRecruitment, ManageRecruitment, HandleObjections,
                SeeEvidence, AddEvidence,
                SeeEvaluation, ImportLedger,
                SeeAudit, SeeOwnSignIns, SeeAccounts, ManageAccounts,
                SeeSettings, ChangeSettings,
                SeeRetention, ManageHolds, EraseFromAudit, ExportInBulk),
            [PortalRole.Supervisor] = Set(
                SeeOwnHome, KeepDraft, ChooseAgency,
                SeeOwnOffice, Resign, ReportCardLost, SeeOwnDocuments, SignUndertaking,
                SeeOwnActivities, AnswerInvitation,
                DeclareRecusal, SeeOwnRecusals,
                FileFinding, SeeOwnFinding, AnswerOwnFinding,
                SeeEvidence, AddEvidence,
                SeeOwnEvaluation, SeeOwnSignIns),
            [PortalRole.Leadership] = Set(
                SeeLeadershipDashboard, Search, KeepDraft,
                SeeTerms, ApproveTerms, SeeDismissals, SeeDocuments, SeeLetters, ApproveLetters,
                SeeSupervisors, SeeAgencies, SeeActivities, SeeRecusals, SeeFindings, SeeRecruitment, ApproveProposal, SeeEvidence, SeeEvaluation,
                SeeAudit, SeeRetention, SeeSettings, ChangeApprovals, SeeOwnSignIns, ExportInBulk),
        }.ToFrozenDictionary();

    public static bool Grant(PortalRole role, OperationAuthorizationRequirement permission) => s_grants[role].Contains(permission);

    public static IReadOnlyCollection<OperationAuthorizationRequirement> PermissionsOf(PortalRole role) => s_grants[role];

    private static FrozenSet<OperationAuthorizationRequirement> Set(params OperationAuthorizationRequirement[] permissions) => permissions.ToFrozenSet();
}
