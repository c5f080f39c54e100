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

    public string? Occupation { get; init; }
}
