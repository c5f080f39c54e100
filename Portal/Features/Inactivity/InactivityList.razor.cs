using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using Portal.Data;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Ui;
using Portal.Ui.Lists;

namespace Portal.Features.Inactivity;

/// <summary>Everybody in office by the day on which their year without activity would be over.</summary>
public sealed partial class InactivityList : ListPage<InactivityRow>
{
    /// <summary>The choice “never invited” stands among the months, but is the department's own matter.</summary>
    private const string Never = "never";

    private static readonly int[] s_marks = [new OfficeSettings().InactivityFirstReminderMonths, new OfficeSettings().InactivitySecondReminderMonths, RegulationFigures.InactivityMonths];

    private bool _mayAct;

    [Inject]
    public required InactivityService People { get; init; }

    [Inject]
    public required IStringLocalizer<ListText> ListWords { get; init; }

    [CascadingParameter]
    public required Task<AuthenticationState> SignedIn { get; init; }

    [SupplyParameterFromQuery(Name = "reached")]
    public string? Reached { get; set; }

    [SupplyParameterFromQuery(Name = "group")]
    public string? Group { get; set; }

    private InactivityFilter Shown => new(
        int.TryParse(Reached, NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : null,
        Reached == Never,
        FilterValue.Of<SourceCategory>(Group));

    private string Standing => Reached == Never || Shown.Reached is not null ? Reached! : "";

    protected override async Task OnInitializedAsync() =>
        // Courtesy: the service asks the guard.
        _mayAct = (await SignedIn).User.IsInRole(Ui.Navigation.Administrator);

    protected override Task<PageOf<InactivityRow>> LoadAsync() => People.ListAsync(Shown, Paging);

    private static Tone ToneOf(InactivityRow row) => row switch
    {
        { OnLeave: true } => Tone.Neutral,
        { NeverInvited: true } => Tone.Warning,
        { Mark: RegulationFigures.InactivityMonths } => Tone.Bad,
        { Mark: not null } => Tone.Warning,
        _ => Tone.Good,
    };

    private string StandingOf(InactivityRow row) => row switch
    {
        { OnLeave: true } => Text[nameof(InactivityText.OnLeave)],
        { NeverInvited: true } => Text[nameof(InactivityText.NeverInvited)],
        { Mark: RegulationFigures.InactivityMonths } => Text[nameof(InactivityText.Over)],
        { Mark: { } months } => Text[nameof(InactivityText.Reached), months, row.DaysLeft],
        _ => Text[nameof(InactivityText.Fine)],
    };

    private void ChooseStanding(ChangeEventArgs chosen) => Filter("reached", chosen.Value as string);
}
