using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Documents;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Recusals;
using Portal.Domain.Retention;
using Portal.Domain.Rules;
using Portal.Drafts;
using Portal.Evidence;
using Portal.Exports;
using Portal.Features.Accounts;
using Portal.Features.Activities;
using Portal.Features.Activities.Mine;
using Portal.Features.Agencies;
using Portal.Features.AuditRecord;
using Portal.Features.Credentials;
using Portal.Features.Dashboards.Administrator;
using Portal.Features.Dashboards.Corps;
using Portal.Features.Dashboards.Leadership;
using Portal.Features.Dashboards.Supervisor;
using Portal.Features.Dismissals;
using Portal.Features.Documents;
using Portal.Features.Evaluation;
using Portal.Features.Findings;
using Portal.Features.Findings.Mine;
using Portal.Features.Import;
using Portal.Features.Inactivity;
using Portal.Features.Letters;
using Portal.Features.Recruitment;
using Portal.Features.Recusals;
using Portal.Features.Retention;
using Portal.Features.Search;
using Portal.Features.Settings;
using Portal.Features.SignIns;
using Portal.Features.Supervisors;
using Portal.Features.Terms;
using Portal.Features.Undertakings;
using static Portal.Access.PortalRole;

namespace Portal.Tests.House;

/// <summary>Who may call what: the specification. A use case missing from this table fails the build.</summary>
/// <remarks>
/// One line a use case:
/// <code>
/// UseCase.Of&lt;RecusalService&gt;(nameof(RecusalService.AcceptAsync), Permissions.DecideRecusal, [Administrator], (recusals, scene) => recusals.AcceptAsync(scene.Recusal, Scene.Cancel)),
/// </code>
/// The scene holds a recusal, a finding, an activity… of the person acting, so that a use case which loads before it asks gets as far as asking.
/// </remarks>
internal static class AccessMatrix
{
    public static IReadOnlyList<UseCase> UseCases { get; } =
    [
        .. Drafts,
        .. Recusals,
        .. Recruitment,
        .. Notices,
        .. Files,
        .. Evaluation,
        .. Import,
        .. Mine,
        .. Findings,
        .. Lists,
        .. Activities,
        .. Desk,
        .. Year,
        .. Accounts,
        .. Record,
        .. Offices,
        .. Documents,
        .. Letters,
        .. Retention,
        .. Settings,
    ];

    private static UseCase[] Offices =>
    [
        UseCase.Of<DutyFileService>(nameof(DutyFileService.GetAsync), Permissions.SeeSupervisors, [Administrator, Leadership], (files, scene) => files.GetAsync(scene.Colleague, Scene.Cancel)),
        UseCase.Of<DutyFileService>(nameof(DutyFileService.MineAsync), Permissions.SeeOwnOffice, [Supervisor], (files, _) => files.MineAsync(Scene.Cancel)),
        UseCase.Of<DutyFileService>(nameof(DutyFileService.ScoresAsync), Permissions.SeeEvaluation, [Administrator, Leadership], (files, scene) => files.ScoresAsync(scene.Colleague, Scene.Cancel)),
        UseCase.Of<DutyFileService>(nameof(DutyFileService.MyScoresAsync), Permissions.SeeOwnEvaluation, [Supervisor], (files, _) => files.MyScoresAsync(Scene.Cancel)),
        UseCase.Of<TermService>(nameof(TermService.EndingAsync), Permissions.SeeTerms, [Administrator, Leadership], (terms, _) => terms.EndingAsync(90, Scene.Cancel)),
        UseCase.Of<TermService>(nameof(TermService.ProposeRenewalsAsync), Permissions.ManageTerms, [Administrator], (terms, scene) => terms.ProposeRenewalsAsync(
            [new RenewalChoice(scene.FormerTerm, Renew: true, SourceCategory.PublicRepresentative, "reason", RecordClear: true)], Scene.Cancel)),
        UseCase.Of<TermService>(nameof(TermService.ProposeAdjustmentAsync), Permissions.ManageTerms, [Administrator], (terms, scene) => terms.ProposeAdjustmentAsync(scene.Actor, Scene.Today, "reason", Scene.Cancel)),
        UseCase.Of<TermService>(nameof(TermService.ChangeGroupAsync), Permissions.ManageTerms, [Administrator], (terms, scene) => terms.ChangeGroupAsync(scene.Actor, SourceCategory.GrassrootsWorker, "reason", Scene.Cancel)),
        UseCase.Of<TermService>(nameof(TermService.WithdrawAsync), Permissions.ManageTerms, [Administrator], (terms, _) => terms.WithdrawAsync(TermProposalId.New(), 1, Scene.Cancel)),
        UseCase.Of<InactivityService>(nameof(InactivityService.ListAsync), Permissions.SeeTerms, [Administrator, Leadership], (people, _) => people.ListAsync(new InactivityFilter(), new Paging(), Scene.Cancel)),
        UseCase.Of<LeaveService>(nameof(LeaveService.GetAsync), Permissions.ManageTerms, [Administrator], (leaves, scene) => leaves.GetAsync(scene.Actor, Scene.Cancel)),
        UseCase.Of<LeaveService>(nameof(LeaveService.GrantAsync), Permissions.ManageTerms, [Administrator], (leaves, scene) => leaves.GrantAsync(scene.Actor, Scene.Today, Scene.Today, "reason", Scene.Cancel)),
        UseCase.Of<LeaveService>(nameof(LeaveService.EndAsync), Permissions.ManageTerms, [Administrator], (leaves, _) => leaves.EndAsync(LeavePeriodId.New(), 1, Scene.Cancel)),
        UseCase.Of<CorpsService>(nameof(CorpsService.WatchAsync), Permissions.SeeTerms, [Administrator, Leadership], (corps, _) => corps.WatchAsync(_ => Task.CompletedTask, Scene.Cancel)),
        UseCase.Of<CorpsService>(nameof(CorpsService.GetAsync), Permissions.SeeTerms, [Administrator, Leadership], (corps, _) => corps.GetAsync(Scene.Cancel)),
        UseCase.Of<TermApprovalService>(nameof(TermApprovalService.ListAsync), Permissions.SeeTerms, [Administrator, Leadership], (approvals, _) => approvals.ListAsync(Scene.Cancel)),
        UseCase.Of<TermApprovalService>(nameof(TermApprovalService.ApproveAsync), Permissions.ApproveTerms, [Leadership], (approvals, _) => approvals.ApproveAsync(TermProposalId.New(), 1, Scene.Cancel)),
        UseCase.Of<TermApprovalService>(nameof(TermApprovalService.RefuseAsync), Permissions.ApproveTerms, [Leadership], (approvals, _) => approvals.RefuseAsync(TermProposalId.New(), 1, "reason", Scene.Cancel)),
        UseCase.Of<DismissalService>(nameof(DismissalService.ListAsync), Permissions.SeeDismissals, [Administrator, Leadership], (dismissals, _) => dismissals.ListAsync(new Paging(), Scene.Cancel)),
        UseCase.Of<DismissalService>(nameof(DismissalService.WaitingAsync), Permissions.SeeDismissals, [Administrator, Leadership], (dismissals, _) => dismissals.WaitingAsync(Scene.Cancel)),
        UseCase.Of<DismissalService>(nameof(DismissalService.GetAsync), Permissions.SeeDismissals, [Administrator, Leadership], (dismissals, _) => dismissals.GetAsync(DismissalCaseId.New(), Scene.Cancel)),
        UseCase.Of<DismissalService>(nameof(DismissalService.SubjectAsync), Permissions.HandleDismissal, [Administrator], (dismissals, scene) => dismissals.SubjectAsync(scene.Actor, Scene.Cancel)),
        UseCase.Of<DismissalService>(nameof(DismissalService.DraftAsync), Permissions.HandleDismissal, [Administrator], (dismissals, scene) => dismissals.DraftAsync(
            scene.Actor, new DismissalForm { Ground = DismissalGround.WorkOrHealth, Facts = "facts" }, Scene.Cancel)),
        UseCase.Of<DismissalService>(nameof(DismissalService.NotifyAsync), Permissions.HandleDismissal, [Administrator], (dismissals, _) => dismissals.NotifyAsync(DismissalCaseId.New(), 1, Scene.Cancel)),
        UseCase.Of<DismissalService>(nameof(DismissalService.RecordStatementAsync), Permissions.HandleDismissal, [Administrator], (dismissals, _) => dismissals.RecordStatementAsync(DismissalCaseId.New(), 1, "words", Scene.Cancel)),
        UseCase.Of<DismissalService>(nameof(DismissalService.ProposeAsync), Permissions.HandleDismissal, [Administrator], (dismissals, _) => dismissals.ProposeAsync(DismissalCaseId.New(), 1, Scene.Today, Scene.Cancel)),
        UseCase.Of<DismissalService>(nameof(DismissalService.DropAsync), Permissions.HandleDismissal, [Administrator], (dismissals, _) => dismissals.DropAsync(DismissalCaseId.New(), 1, "reason", Scene.Cancel)),
        UseCase.Of<DismissalService>(nameof(DismissalService.CloseAsync), Permissions.HandleDismissal, [Administrator], (dismissals, _) => dismissals.CloseAsync(DismissalCaseId.New(), 1, Scene.Cancel)),
        UseCase.Of<DismissalService>(nameof(DismissalService.ApproveAsync), Permissions.ApproveTerms, [Leadership], (dismissals, _) => dismissals.ApproveAsync(DismissalCaseId.New(), 1, Scene.Cancel)),
        UseCase.Of<DismissalService>(nameof(DismissalService.SendBackAsync), Permissions.ApproveTerms, [Leadership], (dismissals, _) => dismissals.SendBackAsync(DismissalCaseId.New(), 1, "reason", Scene.Cancel)),
        UseCase.Of<DismissalService>(nameof(DismissalService.ResignAsync), Permissions.Resign, [Supervisor], (dismissals, _) => dismissals.ResignAsync("statement", null, Scene.Cancel)),
        UseCase.Of<DismissalService>(nameof(DismissalService.MineAsync), Permissions.Resign, [Supervisor], (dismissals, _) => dismissals.MineAsync(Scene.Cancel)),
        UseCase.Of<UndertakingService>(nameof(UndertakingService.MineAsync), Permissions.SignUndertaking, [Supervisor], (undertakings, _) => undertakings.MineAsync(Scene.Cancel)),
        UseCase.Of<UndertakingService>(nameof(UndertakingService.SignAsync), Permissions.SignUndertaking, [Supervisor], (undertakings, _) => undertakings.SignAsync(1, "actor", true, Scene.Cancel)),
        UseCase.Of<UndertakingService>(nameof(UndertakingService.DeskAsync), Permissions.ManageUndertakings, [Administrator], (undertakings, _) => undertakings.DeskAsync(Scene.Cancel)),
        UseCase.Of<UndertakingService>(nameof(UndertakingService.PublishAsync), Permissions.ManageUndertakings, [Administrator], (undertakings, _) => undertakings.PublishAsync(1, "new words", Scene.Cancel)),
        UseCase.Of<CardService>(nameof(CardService.DueAsync), Permissions.HandleCards, [Administrator], (cards, _) => cards.DueAsync(Scene.Cancel)),
        UseCase.Of<CardService>(nameof(CardService.OfAsync), Permissions.HandleCards, [Administrator], (cards, scene) => cards.OfAsync(scene.Actor, Scene.Cancel)),
        UseCase.Of<CardService>(nameof(CardService.MineAsync), Permissions.SeeOwnOffice, [Supervisor], (cards, _) => cards.MineAsync(Scene.Cancel)),
        UseCase.Of<CardService>(nameof(CardService.IssueAsync), Permissions.HandleCards, [Administrator], (cards, scene) => cards.IssueAsync(scene.Actor, Scene.Cancel)),
        UseCase.Of<CardService>(nameof(CardService.ReportLostAsync), Permissions.HandleCards, [Administrator], (cards, scene) => cards.ReportLostAsync(scene.Card, 1, Scene.Today, Scene.Cancel)),
        UseCase.Of<CardService>(nameof(CardService.ReportMineLostAsync), Permissions.ReportCardLost, [Supervisor], (cards, scene) => cards.ReportMineLostAsync(scene.Card, Scene.Today, Scene.Cancel)),
        UseCase.Of<CardService>(nameof(CardService.ReissueAsync), Permissions.HandleCards, [Administrator], (cards, scene) => cards.ReissueAsync(scene.Card, 1, Scene.Cancel)),
        UseCase.Of<CardService>(nameof(CardService.ReplaceAsync), Permissions.HandleCards, [Administrator], (cards, scene) => cards.ReplaceAsync(scene.Card, 1, "reason", Scene.Cancel)),
        UseCase.Of<CardService>(nameof(CardService.ReceiveAsync), Permissions.HandleCards, [Administrator], (cards, scene) => cards.ReceiveAsync(scene.Card, 1, Scene.Cancel)),
        UseCase.Of<CardService>(nameof(CardService.DeclareVoidAsync), Permissions.HandleCards, [Administrator], (cards, scene) => cards.DeclareVoidAsync(scene.Card, 1, "reason", Scene.Cancel)),
        UseCase.Of<CardService>(nameof(CardService.RecoverAsync), Permissions.HandleCards, [Administrator], (cards, scene) => cards.RecoverAsync(scene.Card, 1, Scene.Cancel)),
        UseCase.Of<CardService>(nameof(CardService.ReceiveLetterAsync), Permissions.HandleCards, [Administrator], (cards, _) => cards.ReceiveLetterAsync(AppointmentLetterId.New(), 1, Scene.Cancel)),
        UseCase.Of<CardService>(nameof(CardService.DeclareLetterVoidAsync), Permissions.HandleCards, [Administrator], (cards, _) => cards.DeclareLetterVoidAsync(AppointmentLetterId.New(), 1, "reason", Scene.Cancel)),
        UseCase.Of<CardService>(nameof(CardService.PrintAsync), Permissions.HandleCards, [Administrator], (cards, scene) => cards.PrintAsync(scene.Card, Scene.Cancel)),
    ];

    private static UseCase[] Documents =>
    [
        UseCase.Of<DocumentService>(nameof(DocumentService.ListAsync), Permissions.SeeDocuments, [Administrator, Leadership], (documents, _) => documents.ListAsync(new DocumentFilter(Text: "a"), new Paging(), Scene.Cancel)),
        UseCase.Of<DocumentService>(nameof(DocumentService.FactsAsync), Permissions.SeeDocuments, [Administrator, Leadership], (documents, _) => documents.FactsAsync(2026, Scene.Cancel)),
        UseCase.Of<DocumentService>(nameof(DocumentService.GetAsync), Permissions.SeeDocuments, [Administrator, Leadership], (documents, _) => documents.GetAsync(IssuedDocumentId.New(), Scene.Cancel)),
        UseCase.Of<DocumentService>(nameof(DocumentService.MineAsync), Permissions.SeeOwnDocuments, [Supervisor], (documents, _) => documents.MineAsync(Scene.Cancel)),
        UseCase.Of<DocumentService>(nameof(DocumentService.GetMineAsync), Permissions.SeeOwnDocuments, [Supervisor], (documents, _) => documents.GetMineAsync(IssuedDocumentId.New(), Scene.Cancel)),
        UseCase.Of<DocumentService>(nameof(DocumentService.DeclareVoidAsync), Permissions.ManageDocuments, [Administrator], (documents, _) => documents.DeclareVoidAsync(IssuedDocumentId.New(), 1, "reason", Scene.Cancel)),
        UseCase.Of<DocumentService>(nameof(DocumentService.ReissueAsync), Permissions.ManageDocuments, [Administrator], (documents, _) => documents.ReissueAsync(IssuedDocumentId.New(), 1, Scene.Cancel)),
        UseCase.Of<DocumentTemplateService>(nameof(DocumentTemplateService.ListAsync), Permissions.ManageTemplates, [Administrator], (templates, _) => templates.ListAsync(Scene.Cancel)),
        UseCase.Of<DocumentTemplateService>(nameof(DocumentTemplateService.GetAsync), Permissions.ManageTemplates, [Administrator], (templates, _) => templates.GetAsync(DocumentKind.AppointmentLetter, Scene.Cancel)),
        UseCase.Of<DocumentTemplateService>(nameof(DocumentTemplateService.ReviseAsync), Permissions.ManageTemplates, [Administrator], (templates, _) => templates.ReviseAsync(
            DocumentKind.AppointmentLetter, 1, "letter", "{Name} {TermStart} {TermEnd}", null, Scene.Cancel)),
        UseCase.Of<OfficeIdentityService>(nameof(OfficeIdentityService.GetAsync), Permissions.ManageTemplates, [Administrator], (office, _) => office.GetAsync(Scene.Cancel)),
        UseCase.Of<OfficeIdentityService>(nameof(OfficeIdentityService.ChangeAsync), Permissions.ManageTemplates, [Administrator], (office, _) => office.ChangeAsync(new OfficeIdentity { Authority = "a", Section = "b" }, Scene.Cancel)),
    ];

    private static UseCase[] Letters =>
    [
        UseCase.Of<LetterService>(nameof(LetterService.ListAsync), Permissions.SeeLetters, [Administrator, Leadership], (letters, _) => letters.ListAsync(
            new LetterFilter(LetterStanding.Issued, Text: "a"), new Paging(), Scene.Cancel)),
        UseCase.Of<LetterService>(nameof(LetterService.WaitingAsync), Permissions.SeeLetters, [Administrator, Leadership], (letters, _) => letters.WaitingAsync(Scene.Cancel)),
        UseCase.Of<LetterService>(nameof(LetterService.GetAsync), Permissions.SeeLetters, [Administrator, Leadership], (letters, scene) => letters.GetAsync(scene.Letter, Scene.Cancel)),
        UseCase.Of<LetterService>(nameof(LetterService.AgenciesAsync), Permissions.SeeLetters, [Administrator, Leadership], (letters, _) => letters.AgenciesAsync(Scene.Cancel)),
        UseCase.Of<LetterService>(nameof(LetterService.ChoicesAsync), Permissions.ManageLetters, [Administrator], (letters, _) => letters.ChoicesAsync(Scene.Cancel)),
        UseCase.Of<LetterService>(nameof(LetterService.BearersAsync), Permissions.ManageLetters, [Administrator], (letters, scene) => letters.BearersAsync(new LetterForm { Agency = scene.OtherAgency.Value }, Scene.Cancel)),
        UseCase.Of<LetterService>(nameof(LetterService.ForActivityAsync), Permissions.ManageLetters, [Administrator], (letters, scene) => letters.ForActivityAsync(scene.Activity, null, Scene.Cancel)),
        UseCase.Of<LetterService>(nameof(LetterService.LikeAsync), Permissions.ManageLetters, [Administrator], (letters, scene) => letters.LikeAsync(scene.Letter, Scene.Cancel)),
        UseCase.Of<LetterService>(nameof(LetterService.PrepareAsync), Permissions.ManageLetters, [Administrator], (letters, scene) => letters.PrepareAsync(
            new LetterForm { Agency = scene.Agency.Value, Bearers = [scene.Actor.Value], Matter = "files", From = Scene.Today, To = Scene.Today }, Scene.Cancel)),
        UseCase.Of<LetterService>(nameof(LetterService.IssueAsync), Permissions.ManageLetters, [Administrator], (letters, scene) => letters.IssueAsync(scene.Letter, 1, Scene.Cancel)),
        UseCase.Of<LetterService>(nameof(LetterService.ApproveAsync), Permissions.ApproveLetters, [Leadership], (letters, scene) => letters.ApproveAsync(scene.Letter, 1, Scene.Cancel)),
        UseCase.Of<LetterService>(nameof(LetterService.SendBackAsync), Permissions.ApproveLetters, [Leadership], (letters, scene) => letters.SendBackAsync(scene.Letter, 1, "reason", Scene.Cancel)),
        UseCase.Of<LetterService>(nameof(LetterService.MarkUsedAsync), Permissions.ManageLetters, [Administrator], (letters, scene) => letters.MarkUsedAsync(scene.Letter, 1, "seen", Scene.Cancel)),
        UseCase.Of<LetterService>(nameof(LetterService.ReturnAsync), Permissions.ManageLetters, [Administrator], (letters, scene) => letters.ReturnAsync(scene.Letter, 1, "unused", Scene.Cancel)),
        UseCase.Of<LetterService>(nameof(LetterService.RevokeAsync), Permissions.ManageLetters, [Administrator], (letters, scene) => letters.RevokeAsync(scene.Letter, 1, "reason", Scene.Cancel)),
        UseCase.Of<MyLetterService>(nameof(MyLetterService.MineAsync), Permissions.SeeOwnOffice, [Supervisor], (letters, _) => letters.MineAsync(Scene.Cancel)),
        UseCase.Of<MyLetterService>(nameof(MyLetterService.GetAsync), Permissions.SeeOwnOffice, [Supervisor], (letters, scene) => letters.GetAsync(scene.Letter, Scene.Cancel)),
    ];

    private static UseCase[] Accounts =>
    [
        UseCase.Of<AccountService>(nameof(AccountService.ListAsync), Permissions.SeeAccounts, [Administrator], (accounts, _) => accounts.ListAsync(null, new Paging(), Scene.Cancel)),
        UseCase.Of<AccountService>(nameof(AccountService.GetAsync), Permissions.SeeAccounts, [Administrator], (accounts, scene) => accounts.GetAsync(scene.Account, Scene.Cancel)),
        UseCase.Of<AccountService>(nameof(AccountService.ChoicesAsync), Permissions.SeeAccounts, [Administrator], (accounts, _) => accounts.ChoicesAsync(Scene.Cancel)),
        UseCase.Of<AccountService>(nameof(AccountService.InviteSupervisorAsync), Permissions.ManageAccounts, [Administrator], (accounts, scene) => accounts.InviteSupervisorAsync(scene.Colleague, Scene.Cancel)),
        UseCase.Of<AccountService>(nameof(AccountService.InviteStaffAsync), Permissions.ManageAccounts, [Administrator], (accounts, _) => accounts.InviteStaffAsync("new", Leadership, Scene.Cancel)),
        UseCase.Of<AccountService>(nameof(AccountService.InviteAgainAsync), Permissions.ManageAccounts, [Administrator], (accounts, scene) => accounts.InviteAgainAsync(scene.Account, Scene.Cancel)),
        UseCase.Of<AccountService>(nameof(AccountService.WithdrawAsync), Permissions.ManageAccounts, [Administrator], (accounts, scene) => accounts.WithdrawAsync(scene.Account, Scene.Cancel)),
        UseCase.Of<AccountService>(nameof(AccountService.DisableAsync), Permissions.ManageAccounts, [Administrator], (accounts, scene) => accounts.DisableAsync(scene.Account, Scene.Cancel)),
        UseCase.Of<AccountService>(nameof(AccountService.EnableAsync), Permissions.ManageAccounts, [Administrator], (accounts, scene) => accounts.EnableAsync(scene.Account, Scene.Cancel)),
        UseCase.Of<AccountService>(nameof(AccountService.ChangeRoleAsync), Permissions.ManageAccounts, [Administrator], (accounts, scene) => accounts.ChangeRoleAsync(scene.Account, Leadership, Scene.Cancel)),
        UseCase.Of<AccountService>(nameof(AccountService.EndSessionsAsync), Permissions.ManageAccounts, [Administrator], (accounts, scene) => accounts.EndSessionsAsync(scene.Account, Scene.Cancel)),
        UseCase.Of<SignInHistoryService>(nameof(SignInHistoryService.MineAsync), Permissions.SeeOwnSignIns, [Administrator, Supervisor, Leadership], (mine, _) => mine.MineAsync(Scene.Cancel)),
        UseCase.Of<SignInHistoryService>(nameof(SignInHistoryService.EndAsync), Permissions.SeeOwnSignIns, [Administrator, Supervisor, Leadership], (mine, scene) => mine.EndAsync(scene.Session, Scene.Cancel)),
    ];

    private static UseCase[] Record =>
    [
        UseCase.Of<AuditRecordService>(nameof(AuditRecordService.ListAsync), Permissions.SeeAudit, [Administrator, Leadership], (audit, _) => audit.ListAsync(new AuditFilter(Who: "a"), cancellationToken: Scene.Cancel)),
        UseCase.Of<AuditRecordService>(nameof(AuditRecordService.ExportAsync), Permissions.SeeAudit, [Administrator, Leadership], (audit, _) => audit.ExportAsync(new AuditFilter(), Scene.Cancel)),
        UseCase.Of<AuditRecordService>(nameof(AuditRecordService.ChoicesAsync), Permissions.SeeAudit, [Administrator, Leadership], (audit, _) => audit.ChoicesAsync(Scene.Cancel)),
        UseCase.Of<AuditRecordService>(nameof(AuditRecordService.VerifyAsync), Permissions.SeeAudit, [Administrator, Leadership], (audit, _) => audit.VerifyAsync(Scene.Cancel)),
        UseCase.Of<AuditRecordService>(nameof(AuditRecordService.UnsealAsync), Permissions.RevealAudit, [Administrator], (audit, _) => audit.UnsealAsync(1, "reason", Scene.Cancel)),
    ];

    private static UseCase[] Retention =>
    [
        UseCase.Of<RetentionService>(nameof(RetentionService.GetAsync), Permissions.SeeRetention, [Administrator, Leadership], (retention, _) => retention.GetAsync(Scene.Cancel)),
        UseCase.Of<RetentionService>(nameof(RetentionService.PeopleAsync), Permissions.ManageHolds, [Administrator], (retention, _) => retention.PeopleAsync(Scene.Cancel)),
        UseCase.Of<RetentionService>(nameof(RetentionService.HoldPersonAsync), Permissions.ManageHolds, [Administrator], (retention, scene) => retention.HoldPersonAsync(scene.Colleague, "lawsuit", Scene.Cancel)),
        UseCase.Of<RetentionService>(nameof(RetentionService.HoldFindingAsync), Permissions.ManageHolds, [Administrator], (retention, _) => retention.HoldFindingAsync("WT-2026-0001", "lawsuit", Scene.Cancel)),
        UseCase.Of<RetentionService>(nameof(RetentionService.LiftAsync), Permissions.ManageHolds, [Administrator], (retention, _) => retention.LiftAsync(LegalHoldId.New(), "settled", Scene.Cancel)),
        UseCase.Of<RetentionService>(nameof(RetentionService.EraseAsync), Permissions.EraseFromAudit, [Administrator], (retention, scene) => retention.EraseAsync(scene.Colleague, "colleague", "asked for it", Scene.Cancel)),
    ];

    private static UseCase[] Settings =>
    [
        UseCase.Of<SettingsService>(nameof(SettingsService.GetAsync), Permissions.SeeSettings, [Administrator, Leadership], (settings, _) => settings.GetAsync(Scene.Cancel)),
        UseCase.Of<SettingsService>(nameof(SettingsService.ChangeAsync), Permissions.ChangeSettings, [Administrator], (settings, _) => settings.ChangeAsync([new SettingChange(nameof(OfficeSettings.NoticeDays), "5", "7")], Scene.Cancel)),
        UseCase.Of<SettingsService>(nameof(SettingsService.ChangeApprovalsAsync), Permissions.ChangeApprovals, [Leadership], (settings, _) => settings.ChangeApprovalsAsync([new SettingChange(nameof(OfficeSettings.ApproveNotices), "True", "False")], Scene.Cancel)),
    ];

    private static UseCase[] Year =>
    [
        UseCase.Of<LeadershipDashboardService>(nameof(LeadershipDashboardService.YearAsync), Permissions.SeeLeadershipDashboard, [Leadership], (year, _) => year.YearAsync(null, Scene.Cancel)),
        UseCase.Of<LeadershipDashboardService>(nameof(LeadershipDashboardService.RankingAsync), Permissions.SeeLeadershipDashboard, [Leadership], (year, _) => year.RankingAsync(null, Scene.Cancel)),
        UseCase.Of<LeadershipDashboardService>(nameof(LeadershipDashboardService.WatchAsync), Permissions.SeeLeadershipDashboard, [Leadership], (year, _) => year.WatchAsync(_ => Task.CompletedTask, Scene.Cancel)),
    ];

    private static EvidenceOwner FilesOf(Scene scene) => new(EvidenceMatter.Finding, scene.Finding.Value);

    private static UseCase[] Files =>
    [
        UseCase.Of<EvidenceService>(nameof(EvidenceService.ListAsync), Permissions.SeeEvidence, [Administrator, Supervisor, Leadership], (evidence, scene) => evidence.ListAsync(FilesOf(scene), Scene.Cancel)),
        UseCase.Of<EvidenceService>(nameof(EvidenceService.OpenAsync), Permissions.SeeEvidence, [Administrator, Supervisor, Leadership], (evidence, _) => evidence.OpenAsync(EvidenceId.New(), false, Scene.Cancel)),
        UseCase.Of<EvidenceService>(nameof(EvidenceService.AddAsync), Permissions.AddEvidence, [Administrator, Supervisor], (evidence, scene) => evidence.AddAsync(FilesOf(scene), EvidenceKind.Material, 0, _ => Task.FromResult<EvidenceUpload?>(null), Scene.Cancel)),
        UseCase.Of<EvidenceService>(nameof(EvidenceService.RemoveAsync), Permissions.AddEvidence, [Administrator, Supervisor], (evidence, _) => evidence.RemoveAsync(EvidenceId.New(), "reason", Scene.Cancel)),
        UseCase.Of<ExportDesk>(nameof(ExportDesk.BookAsync), Permissions.ExportInBulk, [Administrator, Leadership], (desk, _) => desk.BookAsync(new DefaultHttpContext().Request, new ExportOf(Permissions.SeeFindings, ExportOf.Book), "book", [ManyRows], Scene.Cancel)),
    ];

    private static XlsxSheet ManyRows => new("sheet", ["column"], [.. Enumerable.Repeat<IReadOnlyList<object?>>(["row"], new ExportOptions().ConfirmAfterRows + 1)]);

    private static UseCase[] Lists =>
    [
        UseCase.Of<SupervisorService>(nameof(SupervisorService.ListAsync), Permissions.SeeSupervisors, [Administrator, Leadership], (supervisors, _) => supervisors.ListAsync(new SupervisorFilter(), new Paging(), Scene.Cancel)),
        UseCase.Of<SupervisorService>(nameof(SupervisorService.ExportAsync), Permissions.SeeSupervisors, [Administrator, Leadership], (supervisors, _) => supervisors.ExportAsync(new SupervisorFilter(), new Paging(), Scene.Cancel)),
        UseCase.Of<SupervisorService>(nameof(SupervisorService.GetAsync), Permissions.SeeSupervisors, [Administrator, Leadership], (supervisors, scene) => supervisors.GetAsync(scene.Actor, cancellationToken: Scene.Cancel)),
        UseCase.Of<SupervisorService>(nameof(SupervisorService.RevealAsync), Permissions.RevealIdNumber, [Administrator], (supervisors, scene) => supervisors.RevealAsync(scene.Actor, "reason", Scene.Cancel)),
        UseCase.Of<AgencyService>(nameof(AgencyService.ListAsync), Permissions.SeeAgencies, [Administrator, Leadership], (agencies, _) => agencies.ListAsync(new AgencyFilter(), new Paging(), Scene.Cancel)),
        UseCase.Of<AgencyService>(nameof(AgencyService.ExportAsync), Permissions.SeeAgencies, [Administrator, Leadership], (agencies, _) => agencies.ExportAsync(new AgencyFilter(), new Paging(), Scene.Cancel)),
        UseCase.Of<AgencyService>(nameof(AgencyService.GetAsync), Permissions.SeeAgencies, [Administrator, Leadership], (agencies, scene) => agencies.GetAsync(scene.Agency, Scene.Cancel)),
        UseCase.Of<SearchService>(nameof(SearchService.FindAsync), Permissions.Search, [Administrator, Leadership], (search, _) => search.FindAsync("机构", Scene.Cancel)),
    ];

    private static UseCase[] Activities =>
    [
        UseCase.Of<ActivityService>(nameof(ActivityService.ListAsync), Permissions.SeeActivities, [Administrator, Leadership], (activities, _) => activities.ListAsync(new ActivityFilter(), new Paging(), Scene.Cancel)),
        UseCase.Of<ActivityService>(nameof(ActivityService.ExportAsync), Permissions.SeeActivities, [Administrator, Leadership], (activities, _) => activities.ExportAsync(new ActivityFilter(), new Paging(), Scene.Cancel)),
        UseCase.Of<ActivityService>(nameof(ActivityService.FilterChoicesAsync), Permissions.SeeActivities, [Administrator, Leadership], (activities, _) => activities.FilterChoicesAsync(Scene.Cancel)),
        UseCase.Of<ActivityService>(nameof(ActivityService.BetweenAsync), Permissions.SeeActivities, [Administrator, Leadership], (activities, _) => activities.BetweenAsync(DateOnly.MinValue, DateOnly.MaxValue, Scene.Cancel)),
        UseCase.Of<ActivityService>(nameof(ActivityService.GetAsync), Permissions.SeeActivities, [Administrator, Leadership], (activities, scene) => activities.GetAsync(scene.Activity, Scene.Cancel)),
        UseCase.Of<ActivityService>(nameof(ActivityService.AgencyChoicesAsync), Permissions.ManageActivities, [Administrator], (activities, _) => activities.AgencyChoicesAsync(Scene.Cancel)),
        UseCase.Of<ActivityService>(nameof(ActivityService.PreviewAsync), Permissions.ManageActivities, [Administrator], (activities, _) => activities.PreviewAsync(new ActivityForm(), Scene.Cancel)),
        UseCase.Of<ActivityService>(nameof(ActivityService.CreateAsync), Permissions.ManageActivities, [Administrator], (activities, _) => activities.CreateAsync(new ActivityForm(), Scene.Cancel)),
        UseCase.Of<ActivityService>(nameof(ActivityService.PublishAsync), Permissions.ManageActivities, [Administrator], (activities, scene) => activities.PublishAsync(scene.Activity, Scene.Cancel)),
        UseCase.Of<ActivityService>(nameof(ActivityService.StartAsync), Permissions.ManageActivities, [Administrator], (activities, scene) => activities.StartAsync(scene.Activity, Scene.Cancel)),
        UseCase.Of<ActivityService>(nameof(ActivityService.CompleteAsync), Permissions.ManageActivities, [Administrator], (activities, scene) => activities.CompleteAsync(scene.Activity, Scene.Cancel)),
        UseCase.Of<ActivityService>(nameof(ActivityService.CancelAsync), Permissions.ManageActivities, [Administrator], (activities, scene) => activities.CancelAsync(scene.Activity, "storm", Scene.Cancel)),
        UseCase.Of<ActivityService>(nameof(ActivityService.RecordAttendanceAsync), Permissions.ManageActivities, [Administrator], (activities, scene) => activities.RecordAttendanceAsync(scene.Activity, new Dictionary<PersonId, ParticipationState> { [scene.Actor] = ParticipationState.Attended }, Scene.Cancel)),
        UseCase.Of<ActivityService>(nameof(ActivityService.ApproveLeaveAsync), Permissions.ManageActivities, [Administrator], (activities, scene) => activities.ApproveLeaveAsync(scene.Activity, scene.Actor, Scene.Cancel)),
        UseCase.Of<ActivityService>(nameof(ActivityService.RefuseLeaveAsync), Permissions.ManageActivities, [Administrator], (activities, scene) => activities.RefuseLeaveAsync(scene.Activity, scene.Actor, Scene.Cancel)),
        UseCase.Of<ActivityService>(nameof(ActivityService.ExcuseLaterAsync), Permissions.ManageActivities, [Administrator], (activities, scene) => activities.ExcuseLaterAsync(scene.Activity, scene.Actor, "certificate", Scene.Cancel)),
        UseCase.Of<ActivityRevisionService>(nameof(ActivityRevisionService.ReviseAsync), Permissions.ManageActivities, [Administrator], (activities, scene) => activities.ReviseAsync(scene.Activity, 1, new ActivityForm(), Scene.Cancel)),
        UseCase.Of<ActivityRevisionService>(nameof(ActivityRevisionService.CandidatesAsync), Permissions.ManageActivities, [Administrator], (activities, scene) => activities.CandidatesAsync(scene.Activity, Scene.Cancel)),
        UseCase.Of<ActivityRevisionService>(nameof(ActivityRevisionService.InviteAsync), Permissions.ManageActivities, [Administrator], (activities, scene) => activities.InviteAsync(scene.Activity, [scene.Actor], Scene.Cancel)),
    ];

    private static UseCase[] Desk =>
    [
        UseCase.Of<AdministratorDashboardService>(nameof(AdministratorDashboardService.EnterAsync), Permissions.SeeAdministratorDashboard, [Administrator], (desk, _) => desk.EnterAsync(Scene.Cancel)),
        UseCase.Of<AdministratorDashboardService>(nameof(AdministratorDashboardService.CountAsync), Permissions.SeeAdministratorDashboard, [Administrator], (desk, _) => desk.CountAsync(Scene.Cancel)),
        UseCase.Of<AdministratorDashboardService>(nameof(AdministratorDashboardService.AcceptAsync), Permissions.DecideRecusal, [Administrator], (desk, scene) => desk.AcceptAsync(scene.Recusal, Scene.Cancel)),
        UseCase.Of<AdministratorDashboardService>(nameof(AdministratorDashboardService.DeclineAsync), Permissions.DecideRecusal, [Administrator], (desk, scene) => desk.DeclineAsync(scene.Recusal, "reason", Scene.Cancel)),
    ];

    private static UseCase[] Findings =>
    [
        UseCase.Of<FindingService>(nameof(FindingService.ListAsync), Permissions.SeeFindings, [Administrator, Leadership], (findings, _) => findings.ListAsync(new(), new(), Scene.Cancel)),
        UseCase.Of<FindingService>(nameof(FindingService.ExportAsync), Permissions.SeeFindings, [Administrator, Leadership], (findings, _) => findings.ExportAsync(new(), new(), Scene.Cancel)),
        UseCase.Of<FindingService>(nameof(FindingService.CountsAsync), Permissions.SeeFindings, [Administrator, Leadership], (findings, _) => findings.CountsAsync(Scene.Cancel)),
        UseCase.Of<FindingService>(nameof(FindingService.ChoicesAsync), Permissions.SeeFindings, [Administrator, Leadership], (findings, _) => findings.ChoicesAsync(Scene.Cancel)),
        UseCase.Of<FindingService>(nameof(FindingService.GetAsync), Permissions.SeeFindings, [Administrator, Leadership], (findings, scene) => findings.GetAsync(scene.Finding, Scene.Cancel)),
        UseCase.Of<FindingService>(nameof(FindingService.FindAsync), Permissions.SeeFindings, [Administrator, Leadership], (findings, _) => findings.FindAsync("WT-2026-0001", Scene.Cancel)),
        UseCase.Of<FindingHandlingService>(nameof(FindingHandlingService.RegisterAsync), Permissions.HandleFinding, [Administrator], (handling, scene) => handling.RegisterAsync(scene.Finding, 0, Scene.Cancel)),
        UseCase.Of<FindingHandlingService>(nameof(FindingHandlingService.MergeAsync), Permissions.HandleFinding, [Administrator], (handling, scene) => handling.MergeAsync(scene.Finding, 0, scene.Finding, "same", Scene.Cancel)),
        UseCase.Of<FindingHandlingService>(nameof(FindingHandlingService.RequestInfoAsync), Permissions.HandleFinding, [Administrator], (handling, scene) => handling.RequestInfoAsync(scene.Finding, 0, "where", Scene.Cancel)),
        UseCase.Of<FindingHandlingService>(nameof(FindingHandlingService.NotAcceptAsync), Permissions.HandleFinding, [Administrator], (handling, scene) => handling.NotAcceptAsync(scene.Finding, 0, "scope", Scene.Cancel)),
        UseCase.Of<FindingHandlingService>(nameof(FindingHandlingService.InvestigateAsync), Permissions.HandleFinding, [Administrator], (handling, scene) => handling.InvestigateAsync(scene.Finding, 0, scene.Colleague, Scene.Cancel)),
        UseCase.Of<FindingHandlingService>(nameof(FindingHandlingService.AssignHandlerAsync), Permissions.HandleFinding, [Administrator], (handling, scene) => handling.AssignHandlerAsync(scene.Finding, 0, scene.Colleague, Scene.Cancel)),
        UseCase.Of<FindingHandlingService>(nameof(FindingHandlingService.TransferAsync), Permissions.HandleFinding, [Administrator], (handling, scene) => handling.TransferAsync(scene.Finding, 0, "tax", Scene.Cancel)),
        UseCase.Of<FindingHandlingService>(nameof(FindingHandlingService.ConcludeAsync), Permissions.HandleFinding, [Administrator], (handling, scene) => handling.ConcludeAsync(scene.Finding, 0, FindingConclusion.SuggestionNoted, "note", false, null, false, Scene.Cancel)),
        UseCase.Of<FindingHandlingService>(nameof(FindingHandlingService.OrderRectificationAsync), Permissions.HandleFinding, [Administrator], (handling, scene) => handling.OrderRectificationAsync(scene.Finding, 0, "mend", Scene.Today.AddDays(30), Scene.Cancel)),
        UseCase.Of<FindingHandlingService>(nameof(FindingHandlingService.FixOnSpotAsync), Permissions.HandleFinding, [Administrator], (handling, scene) => handling.FixOnSpotAsync(scene.Finding, 0, "seen", Scene.Cancel)),
        UseCase.Of<FindingHandlingService>(nameof(FindingHandlingService.ReceiveReplyAsync), Permissions.HandleFinding, [Administrator], (handling, scene) => handling.ReceiveReplyAsync(scene.Finding, 0, "letter", Scene.Cancel)),
        UseCase.Of<FindingHandlingService>(nameof(FindingHandlingService.VerifyAsync), Permissions.HandleFinding, [Administrator], (handling, scene) => handling.VerifyAsync(scene.Finding, 0, "seen", Scene.Today, Scene.Cancel)),
        UseCase.Of<FindingHandlingService>(nameof(FindingHandlingService.RejectRectificationAsync), Permissions.HandleFinding, [Administrator], (handling, scene) => handling.RejectRectificationAsync(scene.Finding, 0, "not yet", Scene.Today.AddDays(30), Scene.Cancel)),
        UseCase.Of<FindingHandlingService>(nameof(FindingHandlingService.ProposeExtensionAsync), Permissions.HandleFinding, [Administrator], (handling, scene) => handling.ProposeExtensionAsync(scene.Finding, 0, "rain", Scene.Today.AddDays(60), Scene.Cancel)),
        UseCase.Of<FindingHandlingService>(nameof(FindingHandlingService.FeedBackAsync), Permissions.HandleFinding, [Administrator], (handling, scene) => handling.FeedBackAsync(scene.Finding, 0, "thanks", Scene.Cancel)),
        UseCase.Of<FindingHandlingService>(nameof(FindingHandlingService.CloseAsync), Permissions.HandleFinding, [Administrator], (handling, scene) => handling.CloseAsync(scene.Finding, 0, FindingGrade.R1, null, "done", Scene.Cancel)),
        UseCase.Of<FindingApprovalService>(nameof(FindingApprovalService.ListAsync), Permissions.ApproveProposal, [Leadership], (approvals, _) => approvals.ListAsync(Scene.Cancel)),
        UseCase.Of<FindingApprovalService>(nameof(FindingApprovalService.ApproveAsync), Permissions.ApproveProposal, [Leadership], (approvals, scene) => approvals.ApproveAsync(scene.Finding, 0, Scene.Cancel)),
        UseCase.Of<FindingApprovalService>(nameof(FindingApprovalService.RefuseAsync), Permissions.ApproveProposal, [Leadership], (approvals, scene) => approvals.RefuseAsync(scene.Finding, 0, "no", Scene.Cancel)),
    ];

    private static UseCase[] Mine =>
    [
        UseCase.Of<MyFindingService>(nameof(MyFindingService.ChoicesAsync), Permissions.FileFinding, [Supervisor], (mine, _) => mine.ChoicesAsync(Scene.Cancel)),
        UseCase.Of<MyFindingService>(nameof(MyFindingService.CoAuthorChoicesAsync), Permissions.FileFinding, [Supervisor], (mine, _) => mine.CoAuthorChoicesAsync(Scene.Cancel)),
        UseCase.Of<MyFindingService>(nameof(MyFindingService.SubmitAsync), Permissions.FileFinding, [Supervisor], (mine, scene) => mine.SubmitAsync(
            new FindingForm { Agency = scene.Agency.Value, Category = FindingCategory.Service, Text = "queue", SecrecyConfirmed = true }, Scene.Cancel)),
        UseCase.Of<MyFindingService>(nameof(MyFindingService.ReceiptAsync), Permissions.SeeOwnFinding, [Supervisor], (mine, scene) => mine.ReceiptAsync(scene.Finding, Scene.Cancel)),
        UseCase.Of<MyFindingService>(nameof(MyFindingService.ListAsync), Permissions.SeeOwnFinding, [Supervisor], (mine, _) => mine.ListAsync(Scene.Cancel)),
        UseCase.Of<MyFindingService>(nameof(MyFindingService.GetAsync), Permissions.SeeOwnFinding, [Supervisor], (mine, scene) => mine.GetAsync(scene.Finding, Scene.Cancel)),
        UseCase.Of<MyFindingService>(nameof(MyFindingService.SupplementAsync), Permissions.AnswerOwnFinding, [Supervisor], (mine, scene) => mine.SupplementAsync(scene.Finding, "more", Scene.Cancel)),
        UseCase.Of<MyFindingService>(nameof(MyFindingService.AppealAsync), Permissions.AnswerOwnFinding, [Supervisor], (mine, scene) => mine.AppealAsync(scene.Finding, "not solved", Scene.Cancel)),
        UseCase.Of<MyActivityService>(nameof(MyActivityService.ListAsync), Permissions.SeeOwnActivities, [Supervisor], (mine, _) => mine.ListAsync(Scene.Cancel)),
        UseCase.Of<MyActivityService>(nameof(MyActivityService.AcceptAsync), Permissions.AnswerInvitation, [Supervisor], (mine, scene) => mine.AcceptAsync(scene.Participation, Scene.Cancel)),
        UseCase.Of<MyActivityService>(nameof(MyActivityService.RequestLeaveAsync), Permissions.AnswerInvitation, [Supervisor], (mine, scene) => mine.RequestLeaveAsync(scene.Participation, "ill", Scene.Cancel)),
        UseCase.Of<MyHomeService>(nameof(MyHomeService.GetAsync), Permissions.SeeOwnHome, [Supervisor], (mine, _) => mine.GetAsync(Scene.Cancel)),
        UseCase.Of<MyScoreService>(nameof(MyScoreService.GetAsync), Permissions.SeeOwnEvaluation, [Supervisor], (mine, _) => mine.GetAsync(Scene.Cancel)),
    ];

    private static UseCase[] Drafts =>
    [
        UseCase.Of<DraftService>(nameof(DraftService.LoadAsync), Permissions.KeepDraft, [Administrator, Supervisor, Leadership], (drafts, _) => drafts.LoadAsync<object>("form", Scene.Cancel)),
        UseCase.Of<DraftService>(nameof(DraftService.SaveAsync), Permissions.KeepDraft, [Administrator, Supervisor, Leadership], (drafts, _) => drafts.SaveAsync("form", new object(), Scene.Cancel)),
        UseCase.Of<DraftService>(nameof(DraftService.DiscardAsync), Permissions.KeepDraft, [Administrator, Supervisor, Leadership], (drafts, _) => drafts.DiscardAsync("form", Scene.Cancel)),
    ];

    private static UseCase[] Recusals =>
    [
        UseCase.Of<RecusalService>(nameof(RecusalService.ListAsync), Permissions.SeeRecusals, [Administrator, Leadership], (recusals, _) => recusals.ListAsync(null, new Paging(), Scene.Cancel)),
        UseCase.Of<RecusalService>(nameof(RecusalService.ExportAsync), Permissions.SeeRecusals, [Administrator, Leadership], (recusals, _) => recusals.ExportAsync(null, new Paging(), Scene.Cancel)),
        UseCase.Of<RecusalService>(nameof(RecusalService.GetAsync), Permissions.SeeRecusals, [Administrator, Leadership], (recusals, scene) => recusals.GetAsync(scene.Recusal, Scene.Cancel)),
        UseCase.Of<RecusalService>(nameof(RecusalService.MineAsync), Permissions.SeeOwnRecusals, [Supervisor], (recusals, _) => recusals.MineAsync(Scene.Cancel)),
        UseCase.Of<RecusalService>(nameof(RecusalService.ChoicesAsync), Permissions.DeclareRecusal, [Supervisor], (recusals, _) => recusals.ChoicesAsync(Scene.Cancel)),
        UseCase.Of<RecusalService>(nameof(RecusalService.DeclareAsync), Permissions.DeclareRecusal, [Supervisor], (recusals, scene) => recusals.DeclareAsync(
            new RecusalForm { Kind = RecusalMatterKind.Agency, Matter = scene.Agency.Value, Ground = RecusalGround.OwnInterest, Explanation = "kin" }, Scene.Cancel)),
        UseCase.Of<RecusalService>(nameof(RecusalService.AcceptAsync), Permissions.DecideRecusal, [Administrator], (recusals, scene) => recusals.AcceptAsync(scene.Recusal, Scene.Cancel)),
        UseCase.Of<RecusalService>(nameof(RecusalService.DeclineAsync), Permissions.DecideRecusal, [Administrator], (recusals, scene) => recusals.DeclineAsync(scene.Recusal, "reason", Scene.Cancel)),
        UseCase.Of<RecusalFilingService>(nameof(RecusalFilingService.PeopleAsync), Permissions.FileRecusal, [Administrator], (filing, _) => filing.PeopleAsync(Scene.Cancel)),
        UseCase.Of<RecusalFilingService>(nameof(RecusalFilingService.ChoicesAsync), Permissions.FileRecusal, [Administrator], (filing, scene) => filing.ChoicesAsync(scene.Actor, Scene.Cancel)),
        UseCase.Of<RecusalFilingService>(nameof(RecusalFilingService.DirectAsync), Permissions.FileRecusal, [Administrator], (filing, scene) => filing.DirectAsync(
            scene.Actor, new RecusalForm { Kind = RecusalMatterKind.Agency, Matter = scene.Agency.Value, Ground = RecusalGround.OwnInterest, Explanation = "kin" }, Scene.Cancel)),
        UseCase.Of<RecusalFilingService>(nameof(RecusalFilingService.RequestAsync), Permissions.FileRecusal, [Administrator], (filing, scene) => filing.RequestAsync(
            scene.Actor, new RecusalForm { Kind = RecusalMatterKind.Agency, Matter = scene.Agency.Value, Ground = RecusalGround.OwnInterest, Explanation = "kin" }, Scene.Cancel)),
        UseCase.Of<RecusalService>(nameof(RecusalService.LiftAsync), Permissions.DecideRecusal, [Administrator], (recusals, scene) => recusals.LiftAsync(scene.Recusal, "reason", Scene.Cancel)),
    ];

    private static BatchForm PlannedBatch => new() { Title = "selection", Announcement = "come", OpensOn = Scene.Today, ClosesOn = Scene.Today.AddDays(10) };

    private static UseCase[] Recruitment =>
    [
        UseCase.Of<AppointingService>(nameof(AppointingService.InviteAsync), Permissions.ManageAccounts, [Administrator], (appointing, scene) => appointing.InviteAsync(scene.Application, Scene.Cancel)),
        UseCase.Of<ApplicationService>(nameof(ApplicationService.RevealAsync), Permissions.RevealApplicant, [Administrator], (applications, scene) => applications.RevealAsync(scene.Application, ApplicantNumber.Telephone, "reason", Scene.Cancel)),
        UseCase.Of<RecruitmentService>(nameof(RecruitmentService.ListAsync), Permissions.SeeRecruitment, [Administrator, Leadership], (batches, _) => batches.ListAsync(Scene.Cancel)),
        UseCase.Of<RecruitmentService>(nameof(RecruitmentService.GetAsync), Permissions.SeeRecruitment, [Administrator, Leadership], (batches, scene) => batches.GetAsync(scene.Batch, Scene.Cancel)),
        UseCase.Of<RecruitmentService>(nameof(RecruitmentService.PlanAsync), Permissions.ManageRecruitment, [Administrator], (batches, _) => batches.PlanAsync(PlannedBatch, Scene.Cancel)),
        UseCase.Of<RecruitmentService>(nameof(RecruitmentService.ReviseAsync), Permissions.ManageRecruitment, [Administrator], (batches, scene) => batches.ReviseAsync(scene.Batch, 0, PlannedBatch, Scene.Cancel)),
        UseCase.Of<RecruitmentService>(nameof(RecruitmentService.PublishAsync), Permissions.ManageRecruitment, [Administrator], (batches, scene) => batches.PublishAsync(scene.Batch, 0, Scene.Cancel)),
        UseCase.Of<RecruitmentService>(nameof(RecruitmentService.CloseAsync), Permissions.ManageRecruitment, [Administrator], (batches, scene) => batches.CloseAsync(scene.Batch, 9, Scene.Cancel)),
        UseCase.Of<RecruitmentService>(nameof(RecruitmentService.ReopenAsync), Permissions.ManageRecruitment, [Administrator], (batches, scene) => batches.ReopenAsync(scene.Batch, 0, Scene.Today, "few", Scene.Cancel)),
        UseCase.Of<RecruitmentService>(nameof(RecruitmentService.FinishReviewAsync), Permissions.ManageRecruitment, [Administrator], (batches, scene) => batches.FinishReviewAsync(scene.Batch, 0, Scene.Cancel)),
        UseCase.Of<RecruitmentService>(nameof(RecruitmentService.ConcludeAsync), Permissions.ManageRecruitment, [Administrator], (batches, scene) => batches.ConcludeAsync(scene.Batch, 0, Scene.Cancel)),
        UseCase.Of<RecruitmentService>(nameof(RecruitmentService.CancelAsync), Permissions.ManageRecruitment, [Administrator], (batches, scene) => batches.CancelAsync(scene.Batch, 9, "no", Scene.Cancel)),
        UseCase.Of<ApplicationService>(nameof(ApplicationService.GetAsync), Permissions.SeeRecruitment, [Administrator, Leadership], (applications, scene) => applications.GetAsync(scene.Application, Scene.Cancel)),
        UseCase.Of<ApplicationService>(nameof(ApplicationService.DeskAsync), Permissions.ManageRecruitment, [Administrator], (applications, scene) => applications.DeskAsync(scene.Batch, Scene.Cancel)),
        UseCase.Of<ApplicationService>(nameof(ApplicationService.EnterAsync), Permissions.ManageRecruitment, [Administrator], (applications, scene) => applications.EnterAsync(
            scene.Batch,
            new ApplicationForm { FullName = "other", IdNumber = "990203198203035613", Phone = "15400000032", District = District.Lusong, Group = SourceCategory.GrassrootsWorker, Motivation = "gladly", Declared = true },
            Scene.Cancel)),
        UseCase.Of<ApplicationService>(nameof(ApplicationService.StartReviewAsync), Permissions.ManageRecruitment, [Administrator], (applications, scene) => applications.StartReviewAsync(scene.Application, 0, Scene.Cancel)),
        UseCase.Of<ApplicationService>(nameof(ApplicationService.CheckAsync), Permissions.ManageRecruitment, [Administrator], (applications, scene) => applications.CheckAsync(scene.Application, 0, EligibilityCondition.Awareness, ConditionResult.Met, "talk", null, Scene.Cancel)),
        UseCase.Of<ApplicationService>(nameof(ApplicationService.SupplementAsync), Permissions.ManageRecruitment, [Administrator], (applications, scene) => applications.SupplementAsync(scene.Application, 0, "unit", Scene.Cancel)),
        UseCase.Of<ApplicationService>(nameof(ApplicationService.GiveLinkAsync), Permissions.ManageRecruitment, [Administrator], (applications, scene) => applications.GiveLinkAsync(scene.Application, 0, Scene.Cancel)),
        UseCase.Of<ApplicationService>(nameof(ApplicationService.ReturnAsync), Permissions.ManageRecruitment, [Administrator], (applications, scene) => applications.ReturnAsync(scene.Application, 0, "unit", Scene.Today, Scene.Cancel)),
        UseCase.Of<ApplicationService>(nameof(ApplicationService.RejectAsync), Permissions.ManageRecruitment, [Administrator], (applications, scene) => applications.RejectAsync(scene.Application, 0, EligibilityCondition.Impartiality, "no", Scene.Cancel)),
        UseCase.Of<ApplicationService>(nameof(ApplicationService.ProposePassAsync), Permissions.ManageRecruitment, [Administrator], (applications, scene) => applications.ProposePassAsync(scene.Application, 0, Scene.Cancel)),
        UseCase.Of<ApplicationService>(nameof(ApplicationService.PassAsync), Permissions.ManageRecruitment, [Administrator], (applications, scene) => applications.PassAsync(scene.Application, 0, Scene.Cancel)),
        UseCase.Of<ApplicationService>(nameof(ApplicationService.SendBackAsync), Permissions.ManageRecruitment, [Administrator], (applications, scene) => applications.SendBackAsync(scene.Application, 0, "no", Scene.Cancel)),
        UseCase.Of<ApplicationService>(nameof(ApplicationService.RecommendAsync), Permissions.ManageRecruitment, [Administrator], (applications, scene) => applications.RecommendAsync(scene.Application, 0, "unit", Scene.Today, Scene.Cancel)),
        UseCase.Of<ApplicationService>(nameof(ApplicationService.WithdrawAsync), Permissions.ManageRecruitment, [Administrator], (applications, scene) => applications.WithdrawAsync(scene.Application, 9, "ill", Scene.Cancel)),
    ];

    private static NoticeForm PreparedNotice(Scene scene) => new() { Title = "notice", Text = "these people", People = [scene.Application.Value] };

    private static UseCase[] Notices =>
    [
        UseCase.Of<NoticeService>(nameof(NoticeService.GetAsync), Permissions.SeeRecruitment, [Administrator, Leadership], (notices, scene) => notices.GetAsync(scene.Notice, Scene.Cancel)),
        UseCase.Of<NoticeService>(nameof(NoticeService.DeskAsync), Permissions.ManageRecruitment, [Administrator], (notices, scene) => notices.DeskAsync(scene.Batch, Scene.Cancel)),
        UseCase.Of<NoticeService>(nameof(NoticeService.PrepareAsync), Permissions.ManageRecruitment, [Administrator], (notices, scene) => notices.PrepareAsync(scene.Batch, PreparedNotice(scene), Scene.Cancel)),
        UseCase.Of<NoticeService>(nameof(NoticeService.ReviseAsync), Permissions.ManageRecruitment, [Administrator], (notices, scene) => notices.ReviseAsync(scene.Notice, 0, PreparedNotice(scene), Scene.Cancel)),
        UseCase.Of<NoticeService>(nameof(NoticeService.ProposeAsync), Permissions.ManageRecruitment, [Administrator], (notices, scene) => notices.ProposeAsync(scene.Notice, 0, Scene.Cancel)),
        UseCase.Of<NoticeService>(nameof(NoticeService.PublishAsync), Permissions.ManageRecruitment, [Administrator], (notices, scene) => notices.PublishAsync(scene.Notice, 0, Scene.Cancel)),
        UseCase.Of<NoticeService>(nameof(NoticeService.ExtendAsync), Permissions.ManageRecruitment, [Administrator], (notices, scene) => notices.ExtendAsync(scene.Notice, 0, Scene.Today.AddDays(9), "late", Scene.Cancel)),
        UseCase.Of<NoticeService>(nameof(NoticeService.WithdrawAsync), Permissions.ManageRecruitment, [Administrator], (notices, scene) => notices.WithdrawAsync(scene.Notice, 9, "wrong", Scene.Cancel)),
        UseCase.Of<NoticeService>(nameof(NoticeService.SettleAsync), Permissions.ManageRecruitment, [Administrator], (notices, scene) => notices.SettleAsync(scene.Notice, 0, scene.Proposed, null, Scene.Cancel)),
        UseCase.Of<ObjectionService>(nameof(ObjectionService.ListAsync), Permissions.HandleObjections, [Administrator], (objections, _) => objections.ListAsync(new Paging(), Scene.Cancel)),
        UseCase.Of<ObjectionService>(nameof(ObjectionService.GetAsync), Permissions.HandleObjections, [Administrator], (objections, scene) => objections.GetAsync(scene.Objection, Scene.Cancel)),
        UseCase.Of<ObjectionService>(nameof(ObjectionService.TakeDownAsync), Permissions.HandleObjections, [Administrator], (objections, scene) => objections.TakeDownAsync(scene.Notice, new ObjectionForm { About = scene.Proposed.Value, Anonymous = true, Content = "kin" }, Scene.Cancel)),
        UseCase.Of<ObjectionService>(nameof(ObjectionService.AcceptAsync), Permissions.HandleObjections, [Administrator], (objections, scene) => objections.AcceptAsync(scene.Objection, 0, Scene.Cancel)),
        UseCase.Of<ObjectionService>(nameof(ObjectionService.DeclineAsync), Permissions.HandleObjections, [Administrator], (objections, scene) => objections.DeclineAsync(scene.Objection, 9, "nothing concrete", Scene.Cancel)),
        UseCase.Of<ObjectionService>(nameof(ObjectionService.DismissAsync), Permissions.HandleObjections, [Administrator], (objections, scene) => objections.DismissAsync(scene.Objection, 9, "unfounded", Scene.Cancel)),
        UseCase.Of<ObjectionService>(nameof(ObjectionService.ProposeUpholdAsync), Permissions.HandleObjections, [Administrator], (objections, scene) => objections.ProposeUpholdAsync(scene.Objection, 9, "true", Scene.Cancel)),
        UseCase.Of<ObjectionService>(nameof(ObjectionService.AnswerAsync), Permissions.HandleObjections, [Administrator], (objections, scene) => objections.AnswerAsync(scene.Objection, 9, "thanks", Scene.Cancel)),
        UseCase.Of<AppointingService>(nameof(AppointingService.ProposeAsync), Permissions.ManageRecruitment, [Administrator], (appointing, scene) => appointing.ProposeAsync(scene.Application, 0, Scene.Today, "fit", Scene.Cancel)),
        UseCase.Of<AppointingService>(nameof(AppointingService.WithdrawAsync), Permissions.ManageRecruitment, [Administrator], (appointing, scene) => appointing.WithdrawAsync(scene.Proposal, 9, Scene.Cancel)),
        UseCase.Of<RecruitmentApprovalService>(nameof(RecruitmentApprovalService.ListAsync), Permissions.ApproveProposal, [Leadership], (approvals, _) => approvals.ListAsync(Scene.Cancel)),
        UseCase.Of<RecruitmentApprovalService>(nameof(RecruitmentApprovalService.ApproveNoticeAsync), Permissions.ApproveProposal, [Leadership], (approvals, scene) => approvals.ApproveNoticeAsync(scene.Notice, 0, Scene.Cancel)),
        UseCase.Of<RecruitmentApprovalService>(nameof(RecruitmentApprovalService.RefuseNoticeAsync), Permissions.ApproveProposal, [Leadership], (approvals, scene) => approvals.RefuseNoticeAsync(scene.Notice, 0, "no", Scene.Cancel)),
        UseCase.Of<RecruitmentApprovalService>(nameof(RecruitmentApprovalService.UpholdAsync), Permissions.ApproveProposal, [Leadership], (approvals, scene) => approvals.UpholdAsync(scene.Objection, 0, Scene.Cancel)),
        UseCase.Of<RecruitmentApprovalService>(nameof(RecruitmentApprovalService.RefuseUpholdAsync), Permissions.ApproveProposal, [Leadership], (approvals, scene) => approvals.RefuseUpholdAsync(scene.Objection, 0, "no", Scene.Cancel)),
        UseCase.Of<RecruitmentApprovalService>(nameof(RecruitmentApprovalService.ApproveAppointmentAsync), Permissions.ApproveProposal, [Leadership], (approvals, scene) => approvals.ApproveAppointmentAsync(scene.Proposal, 0, Scene.Cancel)),
        UseCase.Of<RecruitmentApprovalService>(nameof(RecruitmentApprovalService.RefuseAppointmentAsync), Permissions.ApproveProposal, [Leadership], (approvals, scene) => approvals.RefuseAppointmentAsync(scene.Proposal, 9, "no", Scene.Cancel)),
    ];

    private static UseCase[] Evaluation =>
    [
        UseCase.Of<EvaluationService>(nameof(EvaluationService.YearAsync), Permissions.SeeEvaluation, [Administrator, Leadership], (evaluation, _) => evaluation.YearAsync(Scene.Today.Year, Scene.Cancel)),
        UseCase.Of<EvaluationService>(nameof(EvaluationService.WhyAsync), Permissions.SeeEvaluation, [Administrator, Leadership], (evaluation, scene) => evaluation.WhyAsync(Scene.Today.Year, scene.Actor, Scene.Cancel)),
        UseCase.Of<EvaluationService>(nameof(EvaluationService.YearsAsync), Permissions.SeeEvaluation, [Administrator, Leadership], (evaluation, _) => evaluation.YearsAsync(Scene.Cancel)),
        UseCase.Of<EvaluationService>(nameof(EvaluationService.MineAsync), Permissions.SeeOwnEvaluation, [Supervisor], (evaluation, _) => evaluation.MineAsync(Scene.Today.Year, Scene.Cancel)),
        UseCase.Of<EvaluationService>(nameof(EvaluationService.MyYearsAsync), Permissions.SeeOwnEvaluation, [Supervisor], (evaluation, _) => evaluation.MyYearsAsync(Scene.Cancel)),
    ];

    private static UseCase[] Import =>
    [
        UseCase.Of<ImportService>(nameof(ImportService.CheckAsync), Permissions.ImportLedger, [Administrator], (import, _) => import.CheckAsync(Stream.Null, "ledger.xlsx", Scene.Cancel)),
        UseCase.Of<ImportService>(nameof(ImportService.CommitAsync), Permissions.ImportLedger, [Administrator], (import, _) => import.CommitAsync(null!, cancellationToken: Scene.Cancel)),
        UseCase.Of<ImportService>(nameof(ImportService.SampleAsync), Permissions.ImportLedger, [Administrator], (import, _) => import.SampleAsync(Scene.Cancel)),
        UseCase.Of<ImportService>(nameof(ImportService.TemplateAsync), Permissions.ImportLedger, [Administrator], (import, _) => import.TemplateAsync(Scene.Cancel)),
    ];

    /// <summary>Permissions whose use case is still to come. Whoever adds the use case takes its permission off this list; a test sees to it.</summary>
    public static IReadOnlyList<OperationAuthorizationRequirement> StillToCome { get; } =
    [
        Permissions.ChooseAgency,
    ];

    /// <summary>What the guard does with a service that is guarded, so that the table is seen to work before and after the first feature.</summary>
    public static IReadOnlyList<UseCase> Examples { get; } =
    [
        UseCase.Of<GuardedExample>(nameof(GuardedExample.SeeFindingsAsync), Permissions.SeeFindings, [Administrator, Leadership], (example, _) => example.SeeFindingsAsync()),
        UseCase.Of<GuardedExample>(nameof(GuardedExample.SeeOwnFindingAsync), Permissions.SeeOwnFinding, [Supervisor], (example, scene) => example.SeeOwnFindingAsync(scene.Finding)),
    ];
}

/// <summary>A row of the table: a use case, the permission it asks for, the roles that have it, and how it is called.</summary>
internal sealed record UseCase(Type Service, string Method, OperationAuthorizationRequirement Permission, PortalRole[] Roles, Func<object, Scene, Task> Call)
{
    public string Key => $"{Service.Name}.{Method}";

    public static UseCase Of<TService>(string method, OperationAuthorizationRequirement permission, PortalRole[] roles, Func<TService, Scene, Task> call)
        where TService : class =>
        new(typeof(TService), method, permission, roles, (service, scene) => call((TService)service, scene));
}
