using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Features.Import.Mapping;
using static Portal.Features.Import.Recognition.LedgerColumns;

namespace Portal.Features.Import.Planning;

/// <summary>Marks are matched by activity and person. Whoever was recused has not taken part, whatever the mark says (domain.md A4-6).</summary>
internal static class AttendancePlanner
{
    public static async Task PlanAsync(LedgerPlan plan, CancellationToken cancellationToken)
    {
        var named = plan.Workbook.Attendance.SelectMany(r => r.Marks).Select(m => m.Activity).Distinct().ToList();
        var ids = named.Select(number => plan.Activities.GetValueOrDefault(number)).OfType<Activity>().Select(a => a.Id);
        var known = (await Batches.LoadAsync(ids, batch => plan.Db.Participations.Where(p => batch.Contains(p.Activity)), cancellationToken))
            .ToDictionary(p => (p.Activity, p.Person));
        TellUnknownActivities(plan, named);
        foreach (var row in plan.Distinct(plan.Workbook.Attendance, Name, r => $"{r.Name} {r.CardNumber}"))
        {
            if (PersonOf(plan, row) is { } person)
            {
                Plan(plan, row, person, known);
            }
        }
    }

    private static void Plan(LedgerPlan plan, AttendanceRow row, KnownPerson person, Dictionary<(ActivityId, PersonId), Participation> known)
    {
        var (earlier, outside) = (new List<string>(), new List<string>());
        foreach (var mark in row.Marks)
        {
            if (!plan.Activities.TryGetValue(mark.Activity, out var activity))
            {
                continue;
            }

            var (isHistory, inATerm) = person.Standing(activity.Date);
            if (isHistory)
            {
                (inATerm ? earlier : outside).Add(mark.Activity);
            }

            Plan(plan, activity, person, StateOf(plan, row, mark, activity, person), known, row, mark);
        }

        if (earlier.Count > 0)
        {
            plan.Hint(row, Name, row.Name, ProblemCode.MarksInEarlierTerm, earlier.Count, string.Join(' ', earlier));
        }

        if (outside.Count > 0)
        {
            plan.Hint(row, Name, row.Name, ProblemCode.MarksOutsideTerms, outside.Count, string.Join(' ', outside));
        }
    }

    private static void Plan(
        LedgerPlan plan, Activity activity, KnownPerson person, ParticipationState state,
        Dictionary<(ActivityId, PersonId), Participation> known, AttendanceRow row, AttendanceMark mark)
    {
        if (!known.TryGetValue((activity.Id, person.Id), out var participation))
        {
            participation = Participation.FromRegister(ParticipationId.New(), activity.Id, person.Id, state);
            known.Add((activity.Id, person.Id), participation);
            plan.Db.Participations.Add(participation);
        }
        else if (participation.State != state && participation.Reason is not null)
        {
            // Leave and later excuses were decided here, with a reason that the sheet does not know.
            plan.Hint(row, mark.Activity, mark.Written, ProblemCode.HandledInPortal);
        }
        else
        {
            participation.CorrectFromRegister(state);
        }

        plan.Count(LedgerSheet.Attendance, participation);
    }

    private static ParticipationState StateOf(LedgerPlan plan, AttendanceRow row, AttendanceMark mark, Activity activity, KnownPerson person)
    {
        if (activity.State == ActivityState.Cancelled)
        {
            plan.Hint(row, mark.Activity, mark.Written, ProblemCode.ActivityCancelled);
            return ParticipationState.Void;
        }

        if (activity.Date > plan.Today)
        {
            plan.Hint(row, mark.Activity, mark.Written, ProblemCode.ActivityStillToCome, activity.Date);
        }

        var agencies = activity.Agencies.Select(a => a.Agency).ToList();
        var recusal = plan.Recusals.Find(r => r.Person == person.Id && r.FiledOn <= activity.Date && r.Covers(activity.Id, agencies));
        if (recusal is not null && mark.State != ParticipationState.Recused)
        {
            plan.Hint(row, mark.Activity, mark.Written, ProblemCode.RecusedButMarked, person.Name, recusal.FiledOn);
        }
        else if (recusal is null && mark.State == ParticipationState.Recused)
        {
            plan.Hint(row, mark.Activity, mark.Written, ProblemCode.RecusalNotOnRecord);
        }

        return recusal is null ? mark.State : ParticipationState.Recused;
    }

    private static KnownPerson? PersonOf(LedgerPlan plan, AttendanceRow row)
    {
        if (row.CardNumber is null)
        {
            return plan.People.ByName(plan, row, Name, row.Name);
        }

        if (plan.People.ByCard(row.CardNumber) is not { } holder)
        {
            if (!plan.IsUnread(row.CardNumber) && !plan.IsUnread(row.Name))
            {
                plan.Error(row, CardNumber, row.CardNumber, ProblemCode.CardUnknown);
            }

            return null;
        }

        if (holder.Name == row.Name)
        {
            return holder;
        }

        plan.Error(row, CardNumber, row.CardNumber, ProblemCode.CardOfAnother, holder.Name, row.Name);
        return null;
    }

    private static void TellUnknownActivities(LedgerPlan plan, IEnumerable<string> named)
    {
        var layout = plan.Workbook.Attendance.Count > 0 ? plan.Workbook.Attendance[0].Place.Layout : null;
        foreach (var number in named.Where(n => !plan.Activities.ContainsKey(n) && !plan.IsUnread(n)))
        {
            plan.Problems.Add(new ImportProblem(ProblemCode.UnknownActivity, ProblemSeverity.Error, layout!.Name, layout.HeaderRow, number, number));
        }
    }
}
