using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Configuration;
using Portal.Data.SignIns;
using Portal.Domain.Recruitment;
using Portal.Ui;
using Portal.Ui.Components;

namespace Portal.Features.Recruitment;

/// <summary>One application: the facts, the conditions of Article 5 as a checklist, what is known of the person, and the acts of the review.</summary>
public sealed partial class ApplicationDetail : LivePage
{
    private ApplicationFile? _shown;
    private string? _act;
    private InvitationLink? _link;
    private string? _follow;

    [Inject]
    public required ApplicationService Applications { get; init; }

    [Inject]
    public required AppointingService Appointing { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    private Crumb[] Above => _shown is null ? [] : [new Crumb(_shown.Batch.Title, $"/recruitment/{_shown.Batch.Id}")];

    private List<OfferedAct> Offered =>
        [.. _shown!.Acts.Select(a => new OfferedAct(a.Act.ToString(), NameOf(a.Act), a.WhyNot, a.Act is ApplicationAct.StartReview or ApplicationAct.ProposePass or ApplicationAct.Pass or ApplicationAct.ProposeAppointment))];

    private ActQuestion? Question => _act is null ? null : new ActQuestion(FormattableString.Invariant($"apply-{(int)Enum.Parse<ApplicationAct>(_act)}"), NameOf(Enum.Parse<ApplicationAct>(_act)), Text[$"Application_{_act}_Lead"])
    {
        Note = _act switch
        {
            nameof(ApplicationAct.SendBack) or nameof(ApplicationAct.Return) or nameof(ApplicationAct.Reject) or nameof(ApplicationAct.Withdraw) or nameof(ApplicationAct.ProposeAppointment) => Text[nameof(RecruitmentText.Reason)].Value,
            nameof(ApplicationAct.Recommend) => Text[nameof(RecruitmentText.Field_RecommendingUnit)].Value,
            nameof(ApplicationAct.Supplement) => Text[nameof(RecruitmentText.Field_Brought)].Value,
            _ => null,
        },
        OneLine = _act == nameof(ApplicationAct.Recommend),
        NoteLength = _act == nameof(ApplicationAct.Recommend) ? UnitRecommendation.UnitLength : Application.NoteLength,
        DayLabel = _act switch
        {
            nameof(ApplicationAct.Return) => Text[nameof(RecruitmentText.Field_SupplementBy)].Value,
            nameof(ApplicationAct.Recommend) => Text[nameof(RecruitmentText.Field_RecommendedOn)].Value,
            nameof(ApplicationAct.ProposeAppointment) => Text[nameof(RecruitmentText.Field_TermStart)].Value,
            _ => null,
        },
        Day = _act switch
        {
            nameof(ApplicationAct.Return) => _shown!.SupplementBy,
            nameof(ApplicationAct.ProposeAppointment) => _shown!.Today,
            _ => null,
        },
        AsksCondition = _act == nameof(ApplicationAct.Reject),
    };

    protected override async Task OnParametersSetAsync()
    {
        if (_shown?.Application.Id != RecruitmentApplicationId.From(Key))
        {
            _act = null;
            _link = null;
            _follow = null;
            await AttemptAsync(ReloadAsync);
            if (_shown is null)
            {
                Navigation.NotFound();
            }
        }
    }

    protected override async Task ReloadAsync() => _shown = await Applications.GetAsync(RecruitmentApplicationId.From(Key));

    private async Task<bool> ActAsync(ActForm form)
    {
        var (id, version, name) = (_shown!.Application.Id, _shown.Application.Version, _act!);
        var done = await AttemptAsync(() => Enum.Parse<ApplicationAct>(name) switch
        {
            ApplicationAct.StartReview => Applications.StartReviewAsync(id, version),
            ApplicationAct.ProposePass => Applications.ProposePassAsync(id, version),
            ApplicationAct.Pass => Applications.PassAsync(id, version),
            ApplicationAct.SendBack => Applications.SendBackAsync(id, version, form.Note),
            ApplicationAct.Return => Applications.ReturnAsync(id, version, form.Note, form.Day!.Value),
            ApplicationAct.Supplement => Applications.SupplementAsync(id, version, form.Note),
            ApplicationAct.GiveLink => GiveLinkAsync(id, version),
            ApplicationAct.Reject => Applications.RejectAsync(id, version, form.Condition!.Value, form.Note),
            ApplicationAct.Recommend => Applications.RecommendAsync(id, version, form.Note, form.Day!.Value),
            ApplicationAct.ProposeAppointment => AppointAsync(id, version, form),
            ApplicationAct.WithdrawAppointment => Appointing.WithdrawAsync(_shown.Proposal!.Id, _shown.Proposal.Version),
            ApplicationAct.Withdraw => Applications.WithdrawAsync(id, version, form.Note),
            var act => throw new InvalidOperationException($"Unknown act {act}."),
        });
        if (done)
        {
            _act = null;
            Snackbar.Add(Text[nameof(RecruitmentText.Done), NameOf(Enum.Parse<ApplicationAct>(name))], Severity.Success);
        }

        await AttemptAsync(ReloadAsync);
        StateHasChanged(); // The panel called, not the page: the page shows what came of it by itself.
        return done;
    }

    private async Task AppointAsync(RecruitmentApplicationId id, int version, ActForm form) => _link = await Appointing.ProposeAsync(id, version, form.Day!.Value, form.Note);

    private async Task GiveLinkAsync(RecruitmentApplicationId id, int version) =>
        _follow = Navigation.ToAbsoluteUri($"/public/application?code={await Applications.GiveLinkAsync(id, version)}").ToString();

    private async Task InviteAsync()
    {
        await AttemptAsync(async () => _link = await Appointing.InviteAsync(_shown!.Application.Id));
        await AttemptAsync(ReloadAsync);
    }

    private string NameOf(ApplicationAct act) =>
        Text[act == ApplicationAct.ProposeAppointment && !_shown!.ApprovalNeeded ? nameof(RecruitmentText.Application_Appoint) : $"Application_{act}"];

    private TimelineEntry Entry(ApplicationStep step) => new(
        Words.Day(Clock.DayOf(step.At)),
        Words.Of(step.State),
        step.Who ?? Text[nameof(RecruitmentText.ByApplicant)],
        step.Note,
        step.State switch
        {
            ApplicationState.ReviewPassed or ApplicationState.NoticePassed or ApplicationState.Appointed => Tone.Good,
            ApplicationState.ReviewRejected or ApplicationState.NoticeFailed or ApplicationState.ReturnedForSupplement or ApplicationState.BatchCancelled => Tone.Warning,
            _ => Tone.Info,
        });
}
