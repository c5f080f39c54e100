using Microsoft.AspNetCore.Components;
using Portal.Domain.People;
using Portal.Domain.Recruitment;

namespace Portal.Features.Recruitment.Visitors;

/// <summary>What the private link opens: where the application stands, what is asked for, and the ways to supplement or withdraw it. Numbers are not shown back.</summary>
public sealed partial class MyApplicationPage : PublicPage
{
    private Application? _shown;
    private bool _done;

    [Inject]
    public required PublicApplications Applications { get; init; }

    [SupplyParameterFromQuery(Name = "code")]
    public string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "supplement")]
    public SupplementForm? Input { get; set; }

    /// <summary>That one clerk proposed and another is to agree is the office's own affair.</summary>
    private ApplicationState Shown => _shown!.State == ApplicationState.PassProposed ? ApplicationState.UnderReview : _shown.State;

    /// <summary>The words of the step that the applicant is to know: what is missing, or why it ended.</summary>
    private string? Asked => _shown!.State is ApplicationState.ReturnedForSupplement or ApplicationState.ReviewRejected or ApplicationState.BatchCancelled ? _shown.Events.OrderBy(e => e.Sequence).Last().Note : null;

    protected override async Task<bool> LoadAsync()
    {
        _shown = await Applications.FindAsync(Code);
        Input ??= new SupplementForm { WorkUnit = _shown?.WorkUnit, Occupation = _shown?.Occupation, Motivation = _shown?.Motivation };
        return _shown is not null;
    }

    private async Task SupplementAsync()
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!string.IsNullOrWhiteSpace(Input!.Phone) && !PhoneNumber.TryParse(Input.Phone, out _))
        {
            errors[nameof(Input.Phone)] = Fields[nameof(RecruitmentText.Error_Phone)];
        }

        if (string.IsNullOrWhiteSpace(Input.Motivation))
        {
            errors[nameof(Input.Motivation)] = Fields[nameof(RecruitmentText.Error_Missing)];
        }

        foreach (var (field, typed, length) in new[]
        {
            (nameof(Input.WorkUnit), Input.WorkUnit, Person.WorkUnitLength),
            (nameof(Input.Occupation), Input.Occupation, Application.OccupationLength),
            (nameof(Input.Motivation), Input.Motivation, Application.MotivationLength),
            (nameof(Input.Note), Input.Note, ApplicationEvent.NoteLength),
        })
        {
            if (typed?.Length > length)
            {
                errors[field] = Fields[nameof(RecruitmentText.Error_TooLong), length];
            }
        }

        Errors = errors;
        if (errors.Count == 0)
        {
            await DoAsync(() => Applications.SupplementAsync(Code!, Input));
        }
    }

    private Task WithdrawAsync() => DoAsync(() => Applications.WithdrawAsync(Code!));

    private async Task DoAsync(Func<Task> act)
    {
        _done = await AttemptAsync(act);
        _shown = await Applications.FindAsync(Code);
    }
}
