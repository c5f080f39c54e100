using Portal.Configuration;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Features.Findings.Mine;

/// <summary>What an author is shown of a finding, and what is kept from them.</summary>
internal sealed class MyFindingView(OfficeSettings settings, WorkingCalendar calendar, TimeProvider clock)
{
    public MyFindingRow Row(MyFindingFacts facts, bool recused) => recused
        ? new MyFindingRow(facts.Id, facts.Number, facts.SubmittedOn, true, null, null, null, null, null, null, facts.FedBackOn)
        : new MyFindingRow(
            facts.Id, facts.Number, facts.SubmittedOn, false, facts.Unit, facts.Category, facts.State,
            facts.State is FindingState.RectificationOrdered or FindingState.RectificationReported ? DeadlineStanding.Of(facts.State, facts.RectifyBy, facts.CompletedOn, clock.Today(), settings.DueSoonDays) : null,
            FindingTimes.NextBy(facts.State, clock.DayOf(facts.LastTold), facts.RectifyBy, settings, calendar),
            AppealUntil(facts),
            facts.FedBackOn);

    public MyFinding Whole(Finding finding, MyFindingFacts facts, PersonId reader, bool recused, bool joinedByMerging, string? master)
    {
        var row = Row(facts, recused);
        if (recused)
        {
            return new MyFinding(row, null, [], null, finding.FeedbackText, FindingRules.AuthorRecused(), null, null, null);
        }

        return new MyFinding(
            row,
            joinedByMerging ? null : finding.Text,
            [.. finding.Events.Where(e => !e.IsInternal).OrderByDescending(e => e.Sequence).Select(e => Step(e, reader, joinedByMerging))],
            finding.State == FindingState.NeedsInfo ? finding.Events.Where(e => e.Kind == FindingEventKind.InfoRequested).MaxBy(e => e.Sequence)?.Note : null,
            finding.FeedbackText,
            finding.WhyNotAppeal(reader, clock.Today(), settings),
            finding.AppealedOn,
            finding.MergedInto?.Value,
            master);
    }

    private DateOnly? AppealUntil(MyFindingFacts facts)
    {
        var until = facts is { State: FindingState.FedBack, AppealedOn: null } ? FindingTimes.AppealUntil(facts.FedBackOn, settings) : null;
        return until >= clock.Today() ? until : null;
    }

    // Whoever was joined by merging hears what is done in the matter, not what the other author wrote (domain.md A6).
    private MyStep Step(FindingEvent step, PersonId reader, bool joinedByMerging)
    {
        var fromAnotherAuthor = joinedByMerging && step.By != reader
            && step.Kind is FindingEventKind.Submitted or FindingEventKind.Supplemented or FindingEventKind.Appealed;
        return new MyStep(step.Kind, step.IsUndated ? null : clock.DayOf(step.At), fromAnotherAuthor ? null : step.Note, step.Date, step.Conclusion);
    }
}
