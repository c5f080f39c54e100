using Microsoft.AspNetCore.Components;
using Portal.Domain.Time;
using Portal.Ui;

namespace Portal.Features.Findings;

/// <summary>An internal limit of the office and how it stands. The measures name none, so it is shown as what it is: adjustable.</summary>
public sealed partial class LimitLine
{
    [Parameter]
    [EditorRequired]
    public required FindingLimit Limit { get; set; }

    [Parameter]
    [EditorRequired]
    public DateOnly Today { get; set; }

    private string Sentence
    {
        get
        {
            var days = Limit.How.Deadline.DaysLeft(Today);
            string length = Text[Limit.How.Unit == DeadlineUnit.Workdays ? nameof(FindingText.Limit_Workdays) : nameof(FindingText.Limit_Days), Limit.How.Days];
            string standing = days >= 0 ? Text[nameof(FindingText.Limit_Left), days] : Text[nameof(FindingText.Limit_Over), -days];
            return Text[nameof(FindingText.Limit), Words.Of(Limit.Act), length, Words.ShortDay(Limit.How.LastDay), standing];
        }
    }
}
