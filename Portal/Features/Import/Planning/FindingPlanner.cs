using Microsoft.EntityFrameworkCore;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Features.Import.Mapping;
using Portal.Features.Import.Recognition;
using static Portal.Features.Import.Recognition.LedgerColumns;

namespace Portal.Features.Import.Planning;

/// <summary>Findings by number, whether they are in the portal or only in the workbook yet.</summary>
internal sealed class KnownFindings
{
    private readonly Dictionary<string, Finding> _stored = [];
    private readonly Dictionary<string, FindingId> _ids = [];

    public void AddStored(Finding finding)
    {
        _stored[finding.Number] = finding;
        _ids[finding.Number] = finding.Id;
    }

    public void AddNew(string number) => _ids.TryAdd(number, FindingId.New());

    public FindingId? IdOf(string number) => _ids.TryGetValue(number, out var id) ? id : null;

    public Finding? Stored(string number) => _stored.GetValueOrDefault(number);
}

/// <summary>Findings are matched by number. The register rules until somebody handles the finding in the portal.</summary>
internal static class FindingPlanner
{
    public static async Task PlanAsync(LedgerPlan plan, CancellationToken cancellationToken)
    {
        var rows = plan.Distinct(plan.Workbook.Findings, Number, r => r.Number).ToList();
        var numbers = rows.Select(r => r.Number).Concat(rows.Select(r => r.MergedInto).OfType<string>()).Concat(plan.Workbook.Recusals.Select(r => LedgerWords.Key(r.Matter)));
        foreach (var finding in await Batches.LoadAsync(numbers, batch => plan.Db.Findings.AsSplitQuery().Where(f => batch.Contains(f.Number)), cancellationToken))
        {
            plan.Findings.AddStored(finding);
        }

        rows.ForEach(row => plan.Findings.AddNew(row.Number));
        var joined = rows.Where(r => r.State == RegisterState.Merged && r.MergedInto is not null).ToLookup(r => r.MergedInto!, r => r.Authors);
        var states = rows.ToDictionary(r => r.Number, r => r.State);
        var changed = new List<(Finding Finding, RegisteredFinding Row)>();
        foreach (var row in rows)
        {
            if (FindingFacts.Of(plan, row, joined[row.Number].SelectMany(a => a), states) is { } facts)
            {
                Plan(plan, row, facts, changed);
            }
        }

        await CorrectAsync(plan, changed, cancellationToken);
        await TakenNumbers.KeepAheadAsync(plan.Db, rows.Select(r => r.Number), cancellationToken);
    }

    private static void Plan(LedgerPlan plan, FindingRow row, RegisteredFinding facts, List<(Finding Finding, RegisteredFinding Row)> changed)
    {
        var stored = plan.Findings.Stored(row.Number);
        if (stored is null)
        {
            plan.Db.Findings.Add(Finding.FromRegister(plan.Findings.IdOf(row.Number)!.Value, facts));
            plan.Count(LedgerSheet.Findings, isNew: true, isChanged: true);
            return;
        }

        var differs = !FindingFacts.Agree(stored, facts);
        if (differs && IsHandledInPortal(stored))
        {
            plan.Hint(row, State, LedgerWords.Of(row.State), ProblemCode.HandledInPortal);
            differs = false;
        }
        else if (differs)
        {
            changed.Add((stored, facts));
        }

        plan.Count(LedgerSheet.Findings, isNew: false, differs);
    }

    /// <summary>A changed finding is told anew, so that its steps are needed; those of the others stay where they are.</summary>
    private static async Task CorrectAsync(LedgerPlan plan, List<(Finding Finding, RegisteredFinding Row)> changed, CancellationToken cancellationToken)
    {
        await Batches.LoadAsync(changed.Select(c => c.Finding.Id), batch => plan.Db.Findings.Include(f => f.Events).AsSplitQuery().Where(f => batch.Contains(f.Id)), cancellationToken);
        changed.ForEach(c => c.Finding.CorrectFromRegister(c.Row));
    }

    private static bool IsHandledInPortal(Finding finding) =>
        finding.RegisteredOn is not null || finding.Handler is not null || finding.Proposal is not null || finding.FeedbackText is not null || finding.AppealedOn is not null;
}
