using Portal.Domain.Recusals;
using Portal.Features.Import.Mapping;
using Portal.Features.Import.Recognition;
using static Portal.Features.Import.Recognition.LedgerColumns;

namespace Portal.Features.Import.Planning;

/// <summary>Recusals are matched by person, matter and the day they were filed.</summary>
internal static class RecusalPlanner
{
    public static async Task PlanAsync(LedgerPlan plan, CancellationToken cancellationToken)
    {
        plan.Recusals.AddRange(await Batches.LoadAsync(plan.People.All.Select(p => p.Id), ids => plan.Db.Recusals.Where(r => ids.Contains(r.Person)), cancellationToken));
        var rows = plan.Distinct(plan.Workbook.Recusals, FiledOn, r => FormattableString.Invariant($"{r.Name} {r.Matter} {r.FiledOn:yyyy-MM-dd}"));
        foreach (var row in rows)
        {
            var person = plan.People.ByName(plan, row, Name, row.Name);
            var matter = MatterOf(plan, row);
            if (person is not null && matter is not null && HasSoundDates(plan, row))
            {
                Plan(plan, row, person, matter);
            }
        }
    }

    private static void Plan(LedgerPlan plan, RecusalRow row, KnownPerson person, RecusalMatter matter)
    {
        var state = StateOf(row.Outcome);
        var ofMatter = plan.Recusals.Where(r => r.Person == person.Id && r.Agency == matter.Agency && r.Activity == matter.Activity && r.Finding == matter.Finding).ToList();
        var recusal = ofMatter.Find(r => r.FiledOn == row.FiledOn);
        if (IsOnRecord(state) && ofMatter.Exists(r => r != recusal && IsOnRecord(r.State)))
        {
            plan.Error(row, Matter, row.Matter, ProblemCode.AlreadyOnRecord, person.Name);
            return;
        }

        if (recusal is null)
        {
            recusal = RecusalDeclaration.FromRegister(RecusalId.New(), person.Id, matter, row.Ground, row.Explanation, row.FiledOn, state, row.DecidedOn);
            plan.Recusals.Add(recusal);
            plan.Db.Recusals.Add(recusal);
        }
        else if (recusal.DecidedBy is not null && (recusal.State != state || recusal.DecidedOn != row.DecidedOn))
        {
            plan.Hint(row, Outcome, row.Outcome is { } outcome ? LedgerWords.Of(outcome) : null, ProblemCode.HandledInPortal);
        }
        else
        {
            recusal.CorrectFromRegister(row.Ground, row.Explanation, state, row.DecidedOn);
        }

        plan.Count(LedgerSheet.Recusals, recusal);
    }

    private static RecusalMatter? MatterOf(LedgerPlan plan, RecusalRow row)
    {
        if (plan.Activities.TryGetValue(row.Matter, out var activity))
        {
            return RecusalMatter.Of(activity.Id);
        }

        if (plan.Agencies.Find(row.Matter) is { } agency)
        {
            return RecusalMatter.Of(agency.Id);
        }

        if (plan.Findings.IdOf(LedgerWords.Key(row.Matter)) is { } finding)
        {
            return RecusalMatter.Of(finding);
        }

        if (!plan.IsUnread(row.Matter))
        {
            plan.Error(row, Matter, row.Matter, ProblemCode.UnknownMatter);
        }

        return null;
    }

    private static bool HasSoundDates(LedgerPlan plan, RecusalRow row)
    {
        (string Column, DateOnly Day, ProblemCode Code)? wrong =
            row.FiledOn > plan.Today ? (FiledOn, row.FiledOn, ProblemCode.InTheFuture)
            : row.Outcome is null && row.DecidedOn is { } early ? (DecidedOn, early, ProblemCode.OutcomeMissing)
            : row.Outcome is not null && row.DecidedOn is null ? (DecidedOn, row.FiledOn, ProblemCode.DecisionDateMissing)
            : row.DecidedOn is { } decided && decided < row.FiledOn ? (DecidedOn, decided, ProblemCode.BeforeFiling)
            : row.DecidedOn is { } late && late > plan.Today ? (DecidedOn, late, ProblemCode.InTheFuture)
            : null;
        if (wrong is { } problem)
        {
            plan.Error(row, problem.Column, problem.Code == ProblemCode.DecisionDateMissing ? null : FormattableString.Invariant($"{problem.Day:yyyy-MM-dd}"), problem.Code);
        }

        return wrong is null;
    }

    private static RecusalState StateOf(RecusalOutcome? outcome) => outcome switch
    {
        null => RecusalState.Declared,
        RecusalOutcome.Recused => RecusalState.Recused,
        RecusalOutcome.NotRequired => RecusalState.NotRequired,
        RecusalOutcome.Lifted => RecusalState.Lifted,
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
    };

    private static bool IsOnRecord(RecusalState state) => state is RecusalState.Declared or RecusalState.Directed or RecusalState.Requested or RecusalState.Recused;
}
