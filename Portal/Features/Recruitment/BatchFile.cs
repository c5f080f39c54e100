using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;

namespace Portal.Features.Recruitment;

/// <summary>A batch as the list shows it.</summary>
/// <param name="State">Where it stands today: past its closing day it is being reviewed, whether somebody closed it or not.</param>
/// <param name="Undecided">Applications on which the review has still to say something.</param>
public sealed record BatchRow(RecruitmentBatchId Id, string Number, string Title, DateOnly OpensOn, DateOnly ClosesOn, BatchState State, int Applications, int Undecided);

/// <summary>What can be done with a batch, in the order of domain.md A2.1.</summary>
public enum BatchAct
{
    Publish,
    Close,
    Reopen,
    FinishReview,
    Conclude,
    Cancel,
}

/// <summary>One batch with everybody who applied.</summary>
public sealed record BatchFile
{
    /// <summary>The aggregate as it was read, so that a button is disabled by the same line that refuses.</summary>
    public required RecruitmentBatch Batch { get; init; }

    public required DateOnly Today { get; init; }

    public required IReadOnlyList<ApplicationRow> Applications { get; init; }

    /// <summary>Those still to be published last.</summary>
    public required IReadOnlyList<NoticeRow> Notices { get; init; }

    /// <summary>Why each act is not possible now; empty for whoever only reads.</summary>
    public required IReadOnlyList<Choice<BatchAct>> Acts { get; init; }

    /// <summary>Whether the reader may act at all.</summary>
    public required bool Manages { get; init; }

    public BatchState State => Batch.StateOn(Today);

    public int In(params ReadOnlySpan<ApplicationState> states)
    {
        var count = 0;
        foreach (var application in Applications)
        {
            count += states.Contains(application.State) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Who may still come into office from this batch, or has.</summary>
    public IReadOnlyList<ApplicationRow> InTheRunning => [.. Applications.Where(a => Application.LiveStates.Contains(a.State) || a.State == ApplicationState.Appointed)];
}

/// <summary>An act, and what stands in its way.</summary>
public sealed record Choice<TAct>(TAct Act, RuleViolation? WhyNot)
    where TAct : struct, Enum;

/// <summary>An application as the page of its batch shows it.</summary>
/// <param name="Age">Completed years on the batch's closing day.</param>
public sealed record ApplicationRow(
    RecruitmentApplicationId Id, string Receipt, string FullName, SourceCategory Group, RecruitmentChannel Channel, District District, Sex? Sex, DateOnly? BirthDate, ApplicationState State)
{
    public int? Age { get; init; }
}

/// <summary>How those in the running are spread (Article 4: 渠道广、领域宽). It warns and never blocks.</summary>
public sealed record Composition(
    IReadOnlyList<Share<SourceCategory>> Groups, IReadOnlyList<Share<AgeBand>> Ages, IReadOnlyList<Share<District>> Districts, IReadOnlyList<Share<Sex>> Sexes)
{
    public IEnumerable<SourceCategory> EmptyGroups => Groups.Where(g => g.Count == 0).Select(g => g.Of);

    public static Composition Of(IReadOnlyList<ApplicationRow> people) => new(
        Shares(people.Select(p => p.Group)),
        Shares(people.Where(p => p.Age is not null).Select(p => BandOf(p.Age!.Value))),
        Shares(people.Select(p => p.District)),
        Shares(people.Where(p => p.Sex is not null).Select(p => p.Sex!.Value)));

    private static AgeBand BandOf(int age) => age switch
    {
        < 35 => AgeBand.Under35,
        < 45 => AgeBand.From35,
        < 55 => AgeBand.From45,
        < 65 => AgeBand.From55,
        _ => AgeBand.From65,
    };

    private static IReadOnlyList<Share<T>> Shares<T>(IEnumerable<T> values)
        where T : struct, Enum
    {
        var counts = values.CountBy(v => v).ToDictionary();
        return [.. Enum.GetValues<T>().Select(v => new Share<T>(v, counts.GetValueOrDefault(v)))];
    }
}

/// <summary>How many are of one kind.</summary>
public sealed record Share<T>(T Of, int Count);

/// <summary>Ages in completed years, by tens.</summary>
public enum AgeBand
{
    Under35,
    From35,
    From45,
    From55,
    From65,
}
