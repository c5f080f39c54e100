using Microsoft.Extensions.Localization;
using Portal.Ui;

namespace Portal.Features.Dashboards.Administrator;

/// <summary>Tells how a last day was computed, step by step.</summary>
internal static class ReckoningWords
{
    public static string Of(IStringLocalizer<AdministratorDashboardText> text, Reckoning how)
    {
        List<string> steps = [how switch
        {
            { Kind: ReckoningKind.Investigation, Start: { } start } => text[nameof(AdministratorDashboardText.How_Investigation), Words.Day(start), how.Days, Words.Day(how.Last)],
            { Start: null } => text[nameof(AdministratorDashboardText.How_Register), Words.Day(how.First)],
            { Counted: true, Start: { } start } => text[nameof(AdministratorDashboardText.How_Counted), Words.Day(start), how.Days, Words.Day(how.Raw)],
            { Start: { } start } => text[nameof(AdministratorDashboardText.How_Chosen), Words.Day(start), how.Days, Words.Day(how.First)],
        }];
        if (how.Raw != how.First)
        {
            steps.Add(text[nameof(AdministratorDashboardText.How_Rolled), Words.Day(how.First)]);
        }

        if (how.Last != how.First)
        {
            steps.Add(how.Extensions > 0
                ? text[nameof(AdministratorDashboardText.How_Extended), how.Extensions, Words.Day(how.Last)]
                : text[nameof(AdministratorDashboardText.How_Moved), Words.Day(how.Last)]);
        }

        if (!how.CalendarKnown)
        {
            steps.Add(text[nameof(AdministratorDashboardText.How_NoCalendar)]);
        }

        steps.Add(text[nameof(AdministratorDashboardText.How_LastDay)]);
        return string.Join(' ', steps);
    }
}
