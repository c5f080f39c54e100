using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Ui;

namespace Portal.Features.Findings;

/// <summary>What is still wrong with what was typed, field by field. The law's own refusals are asked of the aggregate, so that they read the same beside the field.</summary>
public sealed class FindingActChecks(Words words, IStringLocalizer<FindingActText> text)
{
    private const int MostDays = 3650;

    public static bool HasNote(FindingAct act) => act is not (FindingAct.Register or FindingAct.Investigate or FindingAct.Transfer or FindingAct.AssignHandler);

    public static bool HasDeadline(FindingAct act) => act is FindingAct.OrderRectification or FindingAct.RejectRectification or FindingAct.Extend;

    public static bool TryLoss(string typed, out decimal? loss)
    {
        loss = null;
        if (string.IsNullOrWhiteSpace(typed))
        {
            return true;
        }

        if (!decimal.TryParse(typed.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount) || amount >= 1_000_000_000_000m)
        {
            return false;
        }

        loss = decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
        return true;
    }

    public Dictionary<string, string> Of(FindingAct act, FindingActForm form, FindingDetails shown)
    {
        var errors = new Dictionary<string, string>();
        if (HasNote(act))
        {
            Note(errors, nameof(FindingActForm.Note), form.Note, FindingEvent.NoteLength, MissingNote(act));
        }

        if (HasDeadline(act))
        {
            Deadline(errors, act, form, shown);
        }

        switch (act)
        {
            case FindingAct.Merge when string.IsNullOrWhiteSpace(form.MasterNumber):
                errors[nameof(FindingActForm.MasterNumber)] = text[nameof(FindingActText.Error_Master)];
                break;
            case FindingAct.Investigate or FindingAct.AssignHandler when form.Handler is null:
                errors[nameof(FindingActForm.Handler)] = text[nameof(FindingActText.Error_Handler)];
                break;
            case FindingAct.AssignHandler when shown.Finding.WhyNotAssignHandler(PersonId.From(form.Handler!.Value), handlerRecused: false) is { } refused:
                errors[nameof(FindingActForm.Handler)] = words.Of(refused);
                break;
            case FindingAct.Transfer:
                Note(errors, nameof(FindingActForm.Authority), form.Authority, Finding.UnitLength, null);
                break;
            case FindingAct.Conclude:
                Conclusion(errors, form);
                break;
            case FindingAct.Verify:
                Completion(errors, form, shown);
                break;
            case FindingAct.Close:
                Closing(errors, form, shown);
                break;
        }

        return errors;
    }

    private static RuleViolation MissingNote(FindingAct act) => act switch
    {
        FindingAct.FixedOnSpot or FindingAct.Verify => FindingRules.EvidenceMissing(),
        FindingAct.FeedBack => FindingRules.FeedbackMissing(),
        _ => FindingRules.ReasonMissing(),
    };

    private void Note(Dictionary<string, string> errors, string field, string typed, int length, RuleViolation? missing)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            errors[field] = missing is null ? text[nameof(FindingActText.Error_Authority)] : words.Of(missing);
        }
        else if (typed.Length > length)
        {
            errors[field] = text[nameof(FindingActText.Error_TooLong), length];
        }
    }

    private void Deadline(Dictionary<string, string> errors, FindingAct act, FindingActForm form, FindingDetails shown)
    {
        if (form.Days is < 1 or > MostDays)
        {
            errors[nameof(FindingActForm.Days)] = text[nameof(FindingActText.Error_Days), MostDays];
        }

        if (form.Deadline is not { } deadline)
        {
            errors[nameof(FindingActForm.Deadline)] = text[nameof(FindingActText.Error_Deadline)];
            return;
        }

        var refused = act switch
        {
            FindingAct.OrderRectification => shown.Finding.WhyNotOrder(deadline, shown.Today),
            FindingAct.RejectRectification => shown.Finding.WhyNotReject(deadline, shown.Today),
            _ => shown.Finding.WhyNotExtend(deadline, shown.Today, shown.Settings),
        };
        if (refused is not null)
        {
            errors[nameof(FindingActForm.Deadline)] = words.Of(refused);
        }
    }

    private void Conclusion(Dictionary<string, string> errors, FindingActForm form)
    {
        if (form.Conclusion is null)
        {
            errors[nameof(FindingActForm.Conclusion)] = text[nameof(FindingActText.Error_Conclusion)];
        }

        if (form.IsProblem && form.IsViolation is null)
        {
            errors[nameof(FindingActForm.IsViolation)] = text[nameof(FindingActText.Error_Violation)];
        }

        if (form.IsProblem && !TryLoss(form.Loss, out _))
        {
            errors[nameof(FindingActForm.Loss)] = text[nameof(FindingActText.Error_Loss)];
        }
    }

    private void Completion(Dictionary<string, string> errors, FindingActForm form, FindingDetails shown)
    {
        if (form.CompletedOn is not { } completed)
        {
            errors[nameof(FindingActForm.CompletedOn)] = text[nameof(FindingActText.Error_Completed)];
        }
        else if (shown.Finding.WhyNotCompleted(completed, shown.Today) is { } refused)
        {
            errors[nameof(FindingActForm.CompletedOn)] = words.Of(refused);
        }
    }

    private void Closing(Dictionary<string, string> errors, FindingActForm form, FindingDetails shown)
    {
        if (form.Grade is null)
        {
            errors[nameof(FindingActForm.Grade)] = text[nameof(FindingActText.Error_Grade)];
        }

        if (shown.Finding.WhyNotClose(form.RewardCheck) is { } refused && shown.Finding.WhyNotClose(rewardCheck: true) is null)
        {
            errors[nameof(FindingActForm.RewardCheck)] = words.Of(refused);
        }
    }
}
