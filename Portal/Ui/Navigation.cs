using System.Security.Claims;
using static MudBlazor.Icons.Material.Outlined;

namespace Portal.Ui;

/// <summary>One entry of the navigation; the page it leads to has the same words as its title.</summary>
/// <param name="OnPhone">Stands in the bottom bar of a phone; the others are behind 更多.</param>
public sealed record NavigationEntry(string Href, string TextKey, string Icon, bool OnPhone = false)
{
    /// <summary>The home page is current only as itself, the others with everything under them.</summary>
    public bool IsUnder(string path) =>
        Href == "/" ? path == "/" : path == Href || path.StartsWith(Href + "/", StringComparison.Ordinal);
}

/// <summary>Who sees which entries. Courtesy only: pages and services ask the guard.</summary>
public static class Navigation
{
    public const string Administrator = "Administrator";
    public const string Supervisor = "Supervisor";
    public const string Leadership = "Leadership";

    private static readonly NavigationEntry[] s_administrator =
    [
        new("/", nameof(UiText.Nav_Desk), Dashboard, true),
        new("/findings", nameof(UiText.Nav_Findings), FindInPage, true),
        new("/recusals", nameof(UiText.Nav_Recusals), Block, true),
        new("/activities", nameof(UiText.Nav_Activities), Event, true),
        new("/supervisors", nameof(UiText.Nav_Supervisors), Groups),
        new("/recruitment", nameof(UiText.Nav_Recruitment), HowToReg),
        new("/terms", nameof(UiText.Nav_Terms), EventRepeat),
        new("/inactivity", nameof(UiText.Nav_Inactivity), HistoryToggleOff),
        new("/dismissals", nameof(UiText.Nav_Dismissals), PersonRemove),
        new("/cards", nameof(UiText.Nav_Cards), Badge),
        new("/letters", nameof(UiText.Nav_Letters), ForwardToInbox),
        new("/undertakings", nameof(UiText.Nav_Undertakings), VerifiedUser),
        new("/documents", nameof(UiText.Nav_Documents), Description),
        new("/agencies", nameof(UiText.Nav_Agencies), AccountBalance),
        new("/evaluation", nameof(UiText.Nav_Evaluation), Leaderboard),
        new("/import", nameof(UiText.Nav_Import), UploadFile),
        new("/accounts", nameof(UiText.Nav_Accounts), ManageAccounts),
        new("/audit", nameof(UiText.Nav_Audit), ManageSearch),
        new("/retention", nameof(UiText.Nav_Retention), AutoDelete),
        new("/settings", nameof(UiText.Nav_Settings), Tune),
    ];

    private static readonly NavigationEntry[] s_supervisor =
    [
        new("/", nameof(UiText.Nav_Home), Home, true),
        new("/findings/new", nameof(UiText.Nav_NewFinding), RateReview, true),
        new("/my/findings", nameof(UiText.Nav_MyFindings), FindInPage, true),
        new("/recusals/new", nameof(UiText.Nav_NewRecusal), Block),
        new("/my/recusals", nameof(UiText.Nav_MyRecusals), Checklist),
        new("/my/activities", nameof(UiText.Nav_MyActivities), Event, true),
        new("/my/evaluation", nameof(UiText.Nav_MyEvaluation), Leaderboard),
        new("/my/office", nameof(UiText.Nav_MyOffice), Badge),
        new("/my/file", nameof(UiText.Nav_MyFile), FolderShared),
    ];

    private static readonly NavigationEntry[] s_leadership =
    [
        new("/", nameof(UiText.Nav_Year), Insights, true),
        new("/approvals", nameof(UiText.Nav_Approvals), Approval, true),
        new("/findings", nameof(UiText.Nav_Findings), FindInPage, true),
        new("/activities", nameof(UiText.Nav_Activities), Event),
        new("/supervisors", nameof(UiText.Nav_Supervisors), Groups),
        new("/recruitment", nameof(UiText.Nav_Recruitment), HowToReg),
        new("/terms", nameof(UiText.Nav_Terms), EventRepeat),
        new("/inactivity", nameof(UiText.Nav_Inactivity), HistoryToggleOff),
        new("/dismissals", nameof(UiText.Nav_Dismissals), PersonRemove),
        new("/letters", nameof(UiText.Nav_Letters), ForwardToInbox),
        new("/documents", nameof(UiText.Nav_Documents), Description),
        new("/agencies", nameof(UiText.Nav_Agencies), AccountBalance),
        new("/evaluation", nameof(UiText.Nav_Evaluation), Leaderboard, true),
        new("/audit", nameof(UiText.Nav_Audit), ManageSearch),
        new("/retention", nameof(UiText.Nav_Retention), AutoDelete),
        new("/settings", nameof(UiText.Nav_Settings), Tune),
    ];

    public static IReadOnlyList<NavigationEntry> For(ClaimsPrincipal person) =>
        person.IsInRole(Administrator) ? s_administrator
        : person.IsInRole(Leadership) ? s_leadership
        : person.IsInRole(Supervisor) ? s_supervisor
        : [];

    public static string? RoleTextKey(ClaimsPrincipal person) =>
        person.IsInRole(Administrator) ? nameof(UiText.Role_Administrator)
        : person.IsInRole(Leadership) ? nameof(UiText.Role_Leadership)
        : person.IsInRole(Supervisor) ? nameof(UiText.Role_Supervisor)
        : null;
}
