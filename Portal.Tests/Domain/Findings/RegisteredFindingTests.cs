using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Findings.AFinding;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Findings;

/// <summary>The law's invariants hold for what the office kept on paper too.</summary>
public sealed class RegisteredFindingTests
{
    private static readonly RegisteredFinding s_row = new()
    {
        Number = "WT-2026-0005",
        SubmittedOn = Day("2026-05-19"),
        SubmittedAt = new DateTimeOffset(2026, 5, 19, 0, 0, 0, TimeSpan.FromHours(8)),
        Author = Author,
        Agency = SomeAgency,
        Category = FindingCategory.Service,
        Text = "two counters open",
        State = FindingState.Closed,
        Conclusion = FindingConclusion.Substantiated,
        IsViolation = false,
        Requirement = "open four",
        OriginalDeadline = Day("2026-07-13"),
        Deadline = Day("2026-07-13"),
        CompletedOn = Day("2026-07-19"),
        FedBackOn = Day("2026-08-07"),
        Grade = FindingGrade.R2,
    };

    [Fact]
    public void A_complete_row_lacks_nothing()
    {
        Assert.Null(Finding.WhyNotTakeOver(s_row));
    }

    [Fact]
    public void A_row_says_what_it_is_about()
    {
        Refused.Same(FindingRules.TargetMissing(), Finding.WhyNotTakeOver(s_row with { Agency = null, OtherUnit = " " }));
        Refused.Same(FindingRules.TextMissing(), Finding.WhyNotTakeOver(s_row with { Text = "" }));
        Assert.Null(Finding.WhyNotTakeOver(s_row with { Agency = null, OtherUnit = "a hospital" }));
    }

    [Theory]
    [InlineData(FindingState.Closed)]
    [InlineData(FindingState.FedBack)]
    public void Article_14_no_row_is_closed_or_answered_without_the_day_of_feedback(FindingState state)
    {
        Refused.Same(FindingRules.FeedbackMissing(), Finding.WhyNotTakeOver(s_row with { State = state, FedBackOn = null }));
    }

    [Theory]
    [InlineData(FindingState.RectificationOrdered)]
    [InlineData(FindingState.RectificationReported)]
    [InlineData(FindingState.Verified)]
    [InlineData(FindingState.FedBack)]
    [InlineData(FindingState.Closed)]
    public void Article_14_no_problem_that_is_true_goes_without_a_deadline(FindingState state)
    {
        var row = s_row with { State = state, OriginalDeadline = null, Deadline = null };

        Refused.Same(FindingRules.DeadlineNotAfterOrder(row.SubmittedOn), Finding.WhyNotTakeOver(row));
    }

    [Fact]
    public void What_was_put_right_at_once_needs_no_deadline()
    {
        Assert.Null(Finding.WhyNotTakeOver(s_row with { OriginalDeadline = null, Deadline = null, FixedOnSpot = true }));
    }

    [Fact]
    public void What_was_not_confirmed_needs_no_deadline()
    {
        Assert.Null(Finding.WhyNotTakeOver(s_row with { Conclusion = FindingConclusion.NotSubstantiated, Requirement = null, OriginalDeadline = null, Deadline = null, CompletedOn = null }));
    }

    [Fact]
    public void A_deadline_is_later_than_the_finding()
    {
        Refused.Same(FindingRules.DeadlineNotAfterOrder(s_row.SubmittedOn), Finding.WhyNotTakeOver(s_row with { Deadline = s_row.SubmittedOn }));
    }

    [Fact]
    public void A_row_that_may_not_be_is_not_taken_over()
    {
        Refused.By(FindingRules.FeedbackMissing(), () => Finding.FromRegister(FindingId.New(), s_row with { FedBackOn = null }));
    }

    [Fact]
    public void A_finding_taken_over_stands_as_the_register_says()
    {
        var finding = Finding.FromRegister(FindingId.New(), s_row with { CoAuthors = [CoAuthor, Author], Deadline = Day("2026-07-28") });

        Assert.Equal(("WT-2026-0005", FindingState.Closed, FindingGrade.R2), (finding.Number, finding.State, finding.Grade!.Value));
        Assert.Equal((s_row.FedBackOn, s_row.FedBackOn), (finding.FedBackOn, finding.ClosedOn));
        Assert.Equal(CoAuthor, Assert.Single(finding.CoAuthors).Person);
        Assert.Equal((Day("2026-07-13"), Day("2026-07-28"), 1), (finding.Rectification!.OriginalDeadline!.Value, finding.Rectification.Deadline!.Value, finding.Rectification.Extensions));
    }

    [Fact]
    public void The_timeline_is_told_from_the_registers_dates()
    {
        var finding = Finding.FromRegister(FindingId.New(), s_row with { Deadline = Day("2026-07-28") });

        Assert.Equal(
            [FindingEventKind.Submitted, FindingEventKind.Concluded, FindingEventKind.RectificationOrdered, FindingEventKind.Extended, FindingEventKind.Verified, FindingEventKind.FedBack, FindingEventKind.Closed],
            finding.Events.Select(e => e.Kind));
        Assert.Equal(new DateTimeOffset(2026, 8, 7, 0, 0, 0, TimeSpan.FromHours(8)), finding.Events[^1].At);
        Assert.All(finding.Events.Skip(1), e => Assert.Null(e.By));
        Assert.Equal((FindingConclusion.Substantiated, false), (finding.Events[1].Conclusion!.Value, finding.Events[1].IsViolation!.Value));
        Assert.Equal([FindingEventKind.Concluded, FindingEventKind.RectificationOrdered, FindingEventKind.Extended], finding.Events.Where(e => e.IsUndated).Select(e => e.Kind));
    }

    [Fact]
    public void Importing_the_same_row_again_changes_nothing()
    {
        var row = s_row with { CoAuthors = [CoAuthor] };
        var finding = Finding.FromRegister(FindingId.New(), row);
        var before = Told(finding);

        finding.CorrectFromRegister(row);

        Assert.Equal(before, Told(finding));
        Assert.Single(finding.CoAuthors);
    }

    [Fact]
    public void A_correction_changes_authors_and_state_and_never_the_number()
    {
        var other = PersonId.New();
        var finding = Finding.FromRegister(FindingId.New(), s_row with { CoAuthors = [CoAuthor] });

        finding.CorrectFromRegister(s_row with { Number = "WT-2026-0099", CoAuthors = [other], State = FindingState.RectificationOrdered, CompletedOn = null, FedBackOn = null, Grade = null });

        Assert.Equal(("WT-2026-0005", FindingState.RectificationOrdered), (finding.Number, finding.State));
        Assert.Equal(other, Assert.Single(finding.CoAuthors).Person);
        Assert.Equal((null, null, null), (finding.ClosedOn, finding.FedBackOn, finding.Grade));
    }

    [Fact]
    public void A_finding_of_another_authority_is_transferred_not_refuted()
    {
        var finding = Finding.FromRegister(FindingId.New(), s_row with
        {
            State = FindingState.Transferred,
            Conclusion = null,
            Requirement = null,
            OriginalDeadline = null,
            Deadline = null,
            CompletedOn = null,
            FedBackOn = null,
            TransferredTo = "medical insurance",
        });

        Assert.Equal((FindingState.Transferred, null, "medical insurance"), (finding.State, finding.Conclusion, finding.TransferredTo));
        Assert.Null(finding.Rectification);
    }

    private static List<(FindingEventKind Kind, DateTimeOffset At, int Sequence)> Told(Finding finding) => [.. finding.Events.Select(e => (e.Kind, e.At, e.Sequence))];
}
