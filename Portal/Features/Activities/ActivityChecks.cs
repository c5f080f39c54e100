using Microsoft.Extensions.Localization;
using Portal.Domain.Activities;
using Portal.Ui;

namespace Portal.Features.Activities;

/// <summary>What is wrong with an activity as it was typed, in words, by field.</summary>
internal sealed class ActivityChecks(Words words, IStringLocalizer<ActivityText> text)
{
    public IEnumerable<(string Field, string? Words)> Of(ActivityForm form)
    {
        yield return (nameof(form.Title), string.IsNullOrWhiteSpace(form.Title) ? text[nameof(ActivityText.Error_Title)].Value : TooLong(form.Title, Activity.TitleLength));
        yield return (nameof(form.Date), form.Date is null ? text[nameof(ActivityText.Error_Date)].Value : null);
        yield return (nameof(form.Hours), form.Hours is < 0 or > ActivityForm.LongestHours ? text[nameof(ActivityText.Error_Hours), ActivityForm.LongestHours].Value : null);
        yield return (nameof(form.Capacity), form.Capacity < 1 ? text[nameof(ActivityText.Error_Capacity)].Value : null);
        yield return (nameof(form.Remark), TooLong(form.Remark, Activity.TextLength));
        if (Activity.WhyNotPlan(form.Kind, form.Mode, form.AgencyIds) is { } why)
        {
            // The law's own words, next to the field that they are about.
            yield return (form.Mode is null ? nameof(form.Mode) : nameof(form.Agencies), words.Of(why));
        }
    }

    private string? TooLong(string typed, int length) => typed.Length > length ? text[nameof(ActivityText.Error_TooLong), length].Value : null;
}
