using Microsoft.Extensions.Localization;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Ui;

namespace Portal.Features.Recruitment;

/// <summary>What is still missing in an application, field by field.</summary>
public sealed class ApplicationErrors(IStringLocalizer<RecruitmentText> text, Words words)
{
    /// <param name="rejectUnassigned">Whether an identity number of no province is refused.</param>
    public Dictionary<string, string> Of(ApplicationForm form, DateOnly today, bool rejectUnassigned)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        Say(nameof(form.FullName), Required(form.FullName, Person.NameLength));
        Say(nameof(form.IdNumber), OfNumber(form.IdNumber, today, rejectUnassigned));
        Say(nameof(form.Phone), PhoneNumber.TryParse(form.Phone, out _) ? null : text[nameof(RecruitmentText.Error_Phone)].Value);
        Say(nameof(form.District), form.District is null ? text[nameof(RecruitmentText.Error_Choose)].Value : null);
        Say(nameof(form.Group), form.Group is null ? text[nameof(RecruitmentText.Error_Choose)].Value : null);
        Say(nameof(form.WorkUnit), TooLong(form.WorkUnit, Person.WorkUnitLength));
        Say(nameof(form.Occupation), TooLong(form.Occupation, Application.OccupationLength));
        Say(nameof(form.Motivation), Required(form.Motivation, Application.MotivationLength));
        Say(nameof(form.Declared), form.Declared ? null : words.Of(RecruitmentRules.DeclarationsMissing()));
        if (form.Channel == RecruitmentChannel.Other)
        {
            Say(nameof(form.ChannelNote), string.IsNullOrWhiteSpace(form.ChannelNote) ? words.Of(RecruitmentRules.ChannelNoteMissing()) : TooLong(form.ChannelNote, Application.NoteLength));
        }

        if (form.Channel == RecruitmentChannel.UnitRecommendation)
        {
            Say(nameof(form.RecommendingUnit), string.IsNullOrWhiteSpace(form.RecommendingUnit) ? words.Of(RecruitmentRules.RecommendationMissing()) : TooLong(form.RecommendingUnit, UnitRecommendation.UnitLength));
            Say(nameof(form.RecommendedOn), form.RecommendedOn is null || form.RecommendedOn > today ? text[nameof(RecruitmentText.Error_RecommendedOn)].Value : null);
        }

        return errors;

        void Say(string field, string? error)
        {
            if (error is not null)
            {
                errors[field] = error;
            }
        }
    }

    private string? Required(string? typed, int length) => string.IsNullOrWhiteSpace(typed) ? text[nameof(RecruitmentText.Error_Missing)].Value : TooLong(typed, length);

    private string? TooLong(string? typed, int length) => typed?.Length > length ? text[nameof(RecruitmentText.Error_TooLong), length].Value : null;

    private string? OfNumber(string? typed, DateOnly today, bool rejectUnassigned) =>
        !IdentityNumber.TryParse(typed, today, out var number, out var problem) ? text[nameof(RecruitmentText.Error_IdNumber), words.Of(problem)].Value
        : rejectUnassigned && !number.IsAreaAssigned ? text[nameof(RecruitmentText.Error_Area)].Value
        : null;
}
