using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Rules;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Findings;

/// <summary>Findings as tests need them: filed, and led to any state, on Monday 23 November 2026.</summary>
internal static class AFinding
{
    public static PersonId Author { get; } = PersonId.New();

    public static PersonId CoAuthor { get; } = PersonId.New();

    public static PersonId Clerk { get; } = PersonId.New();

    public static PersonId Handler { get; } = PersonId.New();

    public static PersonId Leader { get; } = PersonId.New();

    public static AgencyId SomeAgency { get; } = AgencyId.New();

    public static OfficeSettings Settings { get; } = new();

    public static DateOnly Today { get; } = Day("2026-11-23");

    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));

    public static DateOnly Deadline { get; } = Day("2026-12-23");

    public static Finding Submitted(params PersonId[] coAuthors) =>
        Finding.Submit(FindingId.New(), "WT-2026-0031", Author, coAuthors, SomeAgency, null, FindingCategory.Service, "two counters open", authorRecused: false, secrecyConfirmed: true, Now, Today);

    /// <summary>A finding that came to this state in the lawful way.</summary>
    public static Finding In(FindingState state)
    {
        var finding = Submitted(CoAuthor);
        switch (state)
        {
            case FindingState.Submitted:
                break;
            case FindingState.NeedsInfo:
                finding.RequestInfo(Clerk, "which counter?", Now);
                break;
            case FindingState.Registered:
                finding.Register(Clerk, Now, Today);
                break;
            case FindingState.Investigating:
                finding.Register(Clerk, Now, Today);
                finding.Investigate(Clerk, Handler, handlerRecused: false, Now, Today);
                break;
            case FindingState.Substantiated:
                finding = Concluded(FindingConclusion.Substantiated);
                break;
            case FindingState.PartlySubstantiated:
                finding = Concluded(FindingConclusion.PartlySubstantiated);
                break;
            case FindingState.NotSubstantiated:
                finding = Concluded(FindingConclusion.NotSubstantiated);
                break;
            case FindingState.SuggestionAdopted:
                finding = Concluded(FindingConclusion.SuggestionAdopted);
                break;
            case FindingState.SuggestionNoted:
                finding = Concluded(FindingConclusion.SuggestionNoted);
                break;
            case FindingState.RectificationOrdered:
                finding = In(FindingState.Substantiated);
                finding.OrderRectification(Clerk, "open four counters", Deadline, Now, Today);
                break;
            case FindingState.RectificationReported:
                finding = In(FindingState.RectificationOrdered);
                finding.ReceiveReply(Clerk, "four are open", Now, Today);
                break;
            case FindingState.Verified:
                finding = In(FindingState.RectificationReported);
                finding.Verify(Clerk, "seen on site", Today, Now, Today);
                break;
            case FindingState.Transferred:
                finding = In(FindingState.Registered);
                finding.Transfer(Clerk, "medical insurance", Now, Today);
                break;
            case FindingState.NotAccepted:
                finding.NotAccept(Clerk, "out of scope", Now, Today);
                break;
            case FindingState.Merged:
                finding.MergeInto(Submitted(), Clerk, "same matter", Now);
                break;
            case FindingState.FedBack:
                finding = In(FindingState.Verified);
                finding.FeedBack(Clerk, "four are open now", Now, Today);
                break;
            case FindingState.Closed:
                finding = In(FindingState.FedBack);
                finding.Close(Clerk, FindingGrade.R2, rewardCheck: null, "done", Now, Today);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(state));
        }

        return finding;
    }

    /// <summary>A finding whose investigation ended so, with no need of leadership.</summary>
    public static Finding Concluded(FindingConclusion conclusion, bool isViolation = false)
    {
        var finding = In(FindingState.Investigating);
        finding.Conclude(Clerk, conclusion, "as seen", isViolation, loss: null, serious: false, Settings, Now, Today);
        return finding;
    }

    /// <summary>An established violation, put right and answered.</summary>
    public static Finding AnsweredViolation()
    {
        var finding = Concluded(FindingConclusion.Substantiated, isViolation: true);
        finding.FixOnSpot(Clerk, "paid back", Now, Today);
        finding.FeedBack(Clerk, "paid back", Now, Today);
        return finding;
    }

    /// <summary>A serious conclusion that waits for leadership.</summary>
    public static Finding WithConclusionProposed()
    {
        var finding = In(FindingState.Investigating);
        finding.Conclude(Clerk, FindingConclusion.Substantiated, "paid twice", isViolation: true, loss: 250_000m, serious: false, Settings, Now, Today);
        return finding;
    }

    /// <summary>A request for a later deadline that waits for leadership.</summary>
    public static Finding WithExtensionProposed(DateOnly newDeadline)
    {
        var finding = In(FindingState.RectificationOrdered);
        finding.ProposeExtension(Clerk, "parts are late", newDeadline, Settings, Now, Today);
        return finding;
    }
}
