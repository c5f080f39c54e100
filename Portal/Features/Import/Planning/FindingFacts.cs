using Portal.Configuration;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Features.Import.Mapping;
using Portal.Features.Import.Recognition;
using static Portal.Features.Import.Recognition.LedgerColumns;

namespace Portal.Features.Import.Planning;

/// <summary>From the words of a register row to the facts that a finding takes over, with everything looked up; or the reasons why not.</summary>
internal static class FindingFacts
{
    /// <param name="joined">Authors of findings merged into this one: they hear its result (domain.md A10-7).</param>
    /// <param name="states">The states of all findings of the workbook.</param>
    public static RegisteredFinding? Of(LedgerPlan plan, FindingRow row, IEnumerable<string> joined, IReadOnlyDictionary<string, RegisterState> states)
    {
        var authors = row.Authors.Select(name => plan.People.ByName(plan, row, Authors, name)).ToList();
        var hearers = joined.Select(name => plan.People.ByName(plan, row, Authors, name)).OfType<KnownPerson>();
        var isSound = FindingChecks.HaveSoundDates(plan, row) & MergeIsSound(plan, row, states);
        if (!isSound || authors.Count == 0 || authors.Contains(null))
        {
            return null;
        }

        var agency = plan.Agencies.Find(row.Unit);
        if (agency is null && !plan.IsUnread(row.Unit))
        {
            plan.Hint(row, Unit, row.Unit, ProblemCode.UnitNotOnList);
        }

        FindingChecks.TellHistory(plan, row, authors[0]!);
        var facts = new RegisteredFinding
        {
            Number = row.Number,
            SubmittedOn = row.SubmittedOn,
            SubmittedAt = plan.Clock.StartOf(row.SubmittedOn),
            Author = authors[0]!.Id,
            CoAuthors = [.. authors.Skip(1).Concat(hearers).Select(p => p!.Id).Where(id => id != authors[0]!.Id).Distinct()],
            Agency = agency?.Id,
            OtherUnit = agency is null ? row.Unit : null,
            Category = row.Category,
            Text = row.Text,
            State = StateOf(row),
            Conclusion = row.Conclusion,
            IsViolation = row.IsViolation,
            LossAmount = row.Loss,
            Requirement = row.Requirement,
            FixedOnSpot = row.OnSpot,
            OriginalDeadline = row.Deadline,
            Deadline = row.Extended ?? row.Deadline,
            CompletedOn = row.CompletedOn,
            FedBackOn = row.FedBackOn,
            Grade = row.Grade,
            TransferredTo = row.State == RegisterState.Transferred ? agency?.Name ?? row.Unit : null,
            MergedInto = row.State == RegisterState.Merged ? plan.Findings.IdOf(row.MergedInto!) : null,
            Remark = row.Remark,
        };
        if (Finding.WhyNotTakeOver(facts) is { } violation)
        {
            plan.Error(row, State, LedgerWords.Of(row.State), ProblemCode.Rule, violation);
            return null;
        }

        return facts;
    }

    /// <summary>Whether the portal already says what the register says, so that nothing is touched.</summary>
    public static bool Agree(Finding finding, RegisteredFinding row) =>
        finding.SubmittedOn == row.SubmittedOn && finding.Author == row.Author && finding.Agency == row.Agency && finding.OtherUnit == row.OtherUnit
        && finding.Category == row.Category && finding.Text == row.Text && finding.State == row.State && finding.Conclusion == row.Conclusion
        && finding.IsViolation == row.IsViolation && finding.LossAmount == row.LossAmount && finding.FedBackOn == row.FedBackOn && finding.Grade == row.Grade
        && finding.TransferredTo == row.TransferredTo && finding.MergedInto == row.MergedInto && finding.Remark == row.Remark
        && finding.CoAuthors.Select(c => c.Person).ToHashSet().SetEquals(row.CoAuthors)
        && Agree(finding.Rectification, row);

    private static bool Agree(Rectification? rectification, RegisteredFinding row) => rectification is null
        ? row.Requirement is null && row.Deadline is null && !row.FixedOnSpot
        : rectification.Requirement == (row.Requirement ?? "") && rectification.OriginalDeadline == row.OriginalDeadline && rectification.Deadline == row.Deadline
            && rectification.CompletedOn == row.CompletedOn && rectification.FixedOnSpot == row.FixedOnSpot;

    private static FindingState StateOf(FindingRow row) => row.State switch
    {
        RegisterState.Submitted => FindingState.Submitted,
        RegisterState.Investigating => FindingState.Investigating,
        RegisterState.Ordered => FindingState.RectificationOrdered,
        RegisterState.Reported => FindingState.RectificationReported,
        RegisterState.Closed => FindingState.Closed,
        RegisterState.Transferred => row.FedBackOn is null ? FindingState.Transferred : FindingState.FedBack,
        RegisterState.Merged => FindingState.Merged,
        _ => throw new InvalidOperationException($"Unknown state {row.State}."),
    };

    private static bool MergeIsSound(LedgerPlan plan, FindingRow row, IReadOnlyDictionary<string, RegisterState> states)
    {
        if (row.State != RegisterState.Merged)
        {
            return true;
        }

        ProblemCode? wrong =
            row.MergedInto is null ? ProblemCode.MergeTargetMissing
            : plan.IsUnread(row.MergedInto) ? null
            : row.MergedInto == row.Number || plan.Findings.IdOf(row.MergedInto) is null ? ProblemCode.MergeTargetUnknown
            : states.TryGetValue(row.MergedInto, out var state) ? state == RegisterState.Merged ? ProblemCode.MergeTargetMerged : null
            : plan.Findings.Stored(row.MergedInto)?.State == FindingState.Merged ? ProblemCode.MergeTargetMerged
            : null;
        if (wrong is { } code)
        {
            plan.Error(row, Remark, row.Remark, code);
        }

        return wrong is null && plan.Findings.IdOf(row.MergedInto!) is not null;
    }
}
