using Portal.Domain.Findings;
using Portal.Features.Import.Mapping;
using Portal.Features.Import.Recognition;
using static Portal.Features.Import.Recognition.LedgerColumns;

namespace Portal.Features.Import.Planning;

/// <summary>Whether the dates of a register row can be one story (Article 14), and whether it is one of the author's present term.</summary>
internal static class FindingChecks
{
    public static bool HaveSoundDates(LedgerPlan plan, FindingRow row)
    {
        var wrong = Wrong(row, plan.Today).ToList();
        foreach (var (column, day, code) in wrong)
        {
            plan.Error(row, column, day is { } value ? FormattableString.Invariant($"{value:yyyy-MM-dd}") : null, code);
        }

        return wrong.Count == 0;
    }

    public static void TellHistory(LedgerPlan plan, FindingRow row, KnownPerson author)
    {
        var (isHistory, inATerm) = author.Standing(row.SubmittedOn);
        if (isHistory)
        {
            plan.Hint(row, SubmittedOn, FormattableString.Invariant($"{row.SubmittedOn:yyyy-MM-dd}"), inATerm ? ProblemCode.FindingInEarlierTerm : ProblemCode.FindingOutsideTerms, author.Name);
        }
    }

    private static IEnumerable<(string Column, DateOnly? Day, ProblemCode Code)> Wrong(FindingRow row, DateOnly today)
    {
        foreach (var (column, day) in new[] { (SubmittedOn, row.SubmittedOn), (CompletedOn, row.CompletedOn), (FedBackOn, row.FedBackOn) })
        {
            if (day > today)
            {
                yield return (column, day, ProblemCode.InTheFuture);
            }
            else if (day < row.SubmittedOn)
            {
                yield return (column, day, ProblemCode.BeforeFiling);
            }
        }

        if (NeedsDeadline(row) && row.Deadline is null)
        {
            yield return (Deadline, null, ProblemCode.DeadlineMissing);
        }

        if (row.Extended is not null && row.Deadline is null)
        {
            yield return (Extended, row.Extended, ProblemCode.ExtensionWithoutDeadline);
        }
        else if (row.Extended <= row.Deadline)
        {
            yield return (Extended, row.Extended, ProblemCode.ExtensionNotLater);
        }
    }

    // What is true is given a deadline, unless it was put right at once (domain.md A4-8).
    private static bool NeedsDeadline(FindingRow row) =>
        row.State is RegisterState.Ordered or RegisterState.Reported
        || (row.Requirement is not null && LedgerWords.Find<RequirementKind>(row.Requirement) == RequirementKind.ByDeadline)
        || (row is { State: RegisterState.Closed, OnSpot: false, Conclusion: FindingConclusion.Substantiated or FindingConclusion.PartlySubstantiated });
}
