using Portal.Domain.Rules;

namespace Portal.Domain.Findings;

/// <content>Taking over what the office kept on paper. The law's invariants hold for history too.</content>
public sealed partial class Finding
{
    /// <summary>What the register lacks for this row to be a lawful record; <c>null</c> when nothing is missing (domain.md A4-7, A4-8).</summary>
    public static RuleViolation? WhyNotTakeOver(RegisteredFinding row) =>
        row.Agency is null && string.IsNullOrWhiteSpace(row.OtherUnit) ? FindingRules.TargetMissing()
        : string.IsNullOrWhiteSpace(row.Text) ? FindingRules.TextMissing()
        : row.State is FindingState.Closed or FindingState.FedBack && row.FedBackOn is null ? FindingRules.FeedbackMissing()
        : row.State is FindingState.RectificationOrdered or FindingState.RectificationReported && row.Deadline is null ? FindingRules.DeadlineNotAfterOrder(row.SubmittedOn)
        : IsTrueAndPutRight(row) && row.Deadline is null && !row.FixedOnSpot ? FindingRules.DeadlineNotAfterOrder(row.SubmittedOn)
        : row.Deadline is { } deadline && deadline <= row.SubmittedOn ? FindingRules.DeadlineNotAfterOrder(row.SubmittedOn)
        : null;

    public static Finding FromRegister(FindingId id, RegisteredFinding row)
    {
        var finding = new Finding { Id = id, Number = row.Number };
        finding.CorrectFromRegister(row);
        return finding;
    }

    /// <summary>Brings the record in line with the register; the timeline is told anew from the register's dates.</summary>
    public void CorrectFromRegister(RegisteredFinding row)
    {
        Rule.Require(WhyNotTakeOver(row));
        Author = row.Author;
        Agency = row.Agency;
        OtherUnit = row.Agency is null ? row.OtherUnit : null;
        Category = row.Category;
        Text = row.Text;
        SubmittedOn = row.SubmittedOn;
        SubmittedAt = row.SubmittedAt;
        State = row.State;
        Conclusion = row.Conclusion;
        IsViolation = row.IsViolation;
        LossAmount = row.LossAmount;
        Rectification = row.Requirement is null && row.Deadline is null && !row.FixedOnSpot
            ? null
            : Rectification.FromRegister(row.Requirement ?? "", row.OriginalDeadline, row.Deadline, row.CompletedOn, row.FixedOnSpot);
        FedBackOn = row.FedBackOn;
        ClosedOn = row.State == FindingState.Closed ? row.FedBackOn : null;
        Grade = row.Grade;
        TransferredTo = row.TransferredTo;
        MergedInto = row.MergedInto;
        Remark = row.Remark;
        _coAuthors.RemoveAll(c => !row.CoAuthors.Contains(c.Person));
        AddCoAuthors(row.CoAuthors);
        TellFromRegister(row);
    }

    private static bool IsTrueAndPutRight(RegisteredFinding row) =>
        row.Conclusion is FindingConclusion.Substantiated or FindingConclusion.PartlySubstantiated
        && row.State is FindingState.Verified or FindingState.FedBack or FindingState.Closed;

    private void TellFromRegister(RegisteredFinding row)
    {
        _events.Clear();
        Happened(FindingEventKind.Submitted, row.SubmittedAt, row.Author, null);
        if (row.MergedInto is not null)
        {
            Happened(FindingEventKind.Merged, default, null, row.Remark);
        }

        if (row.Conclusion is not null)
        {
            Happened(new FindingEvent(FindingEventKind.Concluded, default, null, null) { Conclusion = row.Conclusion, IsViolation = row.IsViolation, LossAmount = row.LossAmount });
        }

        if (row.Deadline is not null)
        {
            Happened(FindingEventKind.RectificationOrdered, default, null, row.Requirement, row.OriginalDeadline);
        }

        if (row.Deadline != row.OriginalDeadline)
        {
            Happened(FindingEventKind.Extended, default, null, null, row.Deadline);
        }

        if (row.CompletedOn is { } completed)
        {
            Happened(row.FixedOnSpot ? FindingEventKind.FixedOnSpot : FindingEventKind.Verified, On(completed), null, null, completed);
        }

        if (row.TransferredTo is not null)
        {
            Happened(FindingEventKind.Transferred, default, null, row.TransferredTo);
        }

        if (row.FedBackOn is { } fedBack)
        {
            Happened(FindingEventKind.FedBack, On(fedBack), null, null, fedBack);
        }

        if (row.State == FindingState.Closed)
        {
            Happened(FindingEventKind.Closed, On(row.FedBackOn!.Value), null, null);
        }

        DateTimeOffset On(DateOnly day) => row.SubmittedAt.AddDays(day.DayNumber - row.SubmittedOn.DayNumber);
    }
}
