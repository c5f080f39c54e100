using Microsoft.AspNetCore.Components;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Ui.Charts;
using Portal.Ui.Components;

namespace Portal.Features.Dashboards.Administrator;

/// <summary>What the four groups do this year (Article 10), and which agencies it reaches.</summary>
public sealed partial class GroupsPanel
{
    private const int MonthsOfYear = 12;

    /// <summary>All kinds while <c>null</c>.</summary>
    private ActivityKind? _kind;

    [Parameter]
    [EditorRequired]
    public required AdministratorSnapshot Snapshot { get; set; }

    private IEnumerable<GroupMonth> Shown => Snapshot.Months.Where(m => _kind is null || m.Kind == _kind);

    private ChartModel Model => new(
        ChartKind.StackedColumn,
        Text[nameof(AdministratorDashboardText.Chart_Month)],
        [.. Enumerable.Range(1, MonthsOfYear).Select(month => Text[nameof(AdministratorDashboardText.Chart_MonthName), month].Value)],
        [.. Enum.GetValues<SourceCategory>().Select(SeriesOf)])
    {
        ValueTitle = Text[nameof(AdministratorDashboardText.Chart_Value)],
    };

    private string Says
    {
        get
        {
            var busiest = Shown.GroupBy(m => m.Month).Select(m => (Month: m.Key, Count: m.Sum(x => x.Activities))).OrderByDescending(m => m.Count).FirstOrDefault();
            return busiest.Count == 0
                ? Text[nameof(AdministratorDashboardText.Chart_SaysNone)]
                : Text[nameof(AdministratorDashboardText.Chart_Says), Shown.Sum(m => m.Activities), busiest.Month];
        }
    }

    private ChartSeries SeriesOf(SourceCategory group) => new(
        Frame[GroupMark.TextKey(group)],
        [.. Enumerable.Range(1, MonthsOfYear).Select(month => (decimal?)Shown.Where(m => m.Group == group && m.Month == month).Sum(m => m.Activities))],
        ChartColours.Of(group));

    private int ActivitiesOf(SourceCategory group) => Shown.Where(m => m.Group == group).Sum(m => m.Activities);

    private string Pressed(ActivityKind? kind) => _kind == kind ? "true" : "false";
}
