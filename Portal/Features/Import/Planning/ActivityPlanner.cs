using Microsoft.EntityFrameworkCore;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Features.Import.Mapping;
using Portal.Features.Import.Recognition;
using static Portal.Features.Import.Recognition.LedgerColumns;

namespace Portal.Features.Import.Planning;

/// <summary>Activities are matched by number.</summary>
internal static class ActivityPlanner
{
    public static async Task PlanAsync(LedgerPlan plan, CancellationToken cancellationToken)
    {
        var book = plan.Workbook;
        var numbers = book.Activities.Select(r => r.Number)
            .Concat(book.Attendance.SelectMany(r => r.Marks).Select(m => m.Activity))
            .Concat(book.Recusals.Select(r => r.Matter).Where(ActivityNumbers.Is));
        foreach (var activity in await Batches.LoadAsync(numbers, batch => plan.Db.Activities.Where(a => batch.Contains(a.Number)), cancellationToken))
        {
            plan.Activities.Add(activity.Number, activity);
        }

        foreach (var row in plan.Distinct(book.Activities, Number, r => r.Number))
        {
            Plan(plan, row);
        }
    }

    private static void Plan(LedgerPlan plan, ActivityRow row)
    {
        if (Agencies(plan, row) is not { } agencies)
        {
            return;
        }

        if (Activity.WhyNotPlan(row.Kind, row.Mode, agencies) is { } violation)
        {
            plan.Error(row, LedgerColumns.Agencies, null, ProblemCode.Rule, violation);
            return;
        }

        var state = StateOf(row, plan.Today);
        var documents = LedgerWords.Says(row.Remark, "DocumentAccess");
        var isKnown = plan.Activities.TryGetValue(row.Number, out var activity);
        if (!isKnown)
        {
            activity = Activity.FromRegister(ActivityId.New(), row.Number, row.Title, row.Kind, row.Mode, row.Date, row.HourTenths, row.Mandatory, documents, agencies, state, row.Remark);
            plan.Activities.Add(row.Number, activity);
            plan.Db.Activities.Add(activity);
            plan.Count(LedgerSheet.Activities, isNew: true, isChanged: true);
            return;
        }

        // What is filed away stays filed away.
        state = activity!.State == ActivityState.Archived && state == ActivityState.Completed ? ActivityState.Archived : state;
        var visited = activity.Agencies.Select(a => a.Agency).ToHashSet();
        activity.CorrectFromRegister(row.Title, row.Kind, row.Mode, row.Date, row.HourTenths, row.Mandatory, documents, agencies, state, row.Remark);
        plan.Count(LedgerSheet.Activities, isNew: false, plan.Db.Entry(activity).State != EntityState.Unchanged || !visited.SetEquals(agencies));
    }

    private static List<AgencyId>? Agencies(LedgerPlan plan, ActivityRow row)
    {
        var agencies = new List<AgencyId>();
        var isWhole = true;
        foreach (var name in row.Agencies)
        {
            if (plan.Agencies.Find(name) is { } agency)
            {
                agencies.Add(agency.Id);
                continue;
            }

            isWhole = false;
            if (!plan.IsUnread(name))
            {
                plan.Error(row, LedgerColumns.Agencies, name, ProblemCode.UnknownAgency);
            }
        }

        return isWhole ? agencies : null;
    }

    private static ActivityState StateOf(ActivityRow row, DateOnly today) =>
        LedgerWords.Says(row.Remark, "Cancelled") ? ActivityState.Cancelled
        : LedgerWords.Says(row.Remark, "Planned") || row.Date >= today ? ActivityState.Published
        : ActivityState.Completed;
}
