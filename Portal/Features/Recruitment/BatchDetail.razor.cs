using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Ui;

namespace Portal.Features.Recruitment;

/// <summary>One batch: who applied, where each application stands, and how those in the running are spread.</summary>
public sealed partial class BatchDetail : LivePage
{
    private BatchFile? _shown;
    private string? _act;

    [Inject]
    public required RecruitmentService Recruitment { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    public string? State { get; set; }

    private ApplicationState? Shown => Enum.TryParse<ApplicationState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    private List<ApplicationRow> Rows => [.. _shown!.Applications.Where(a => Shown is null || a.State == Shown)];

    private List<OfferedAct> Offered =>
        [.. _shown!.Acts.Select(a => new OfferedAct(a.Act.ToString(), Text[$"Batch_{a.Act}"], a.WhyNot, a.Act is BatchAct.Publish or BatchAct.FinishReview or BatchAct.Conclude))];

    private ActQuestion? Question => _act is null ? null : new ActQuestion(FormattableString.Invariant($"batch-{(int)Enum.Parse<BatchAct>(_act)}"), Text[$"Batch_{_act}"], Text[$"Batch_{_act}_Lead"])
    {
        Note = _act is nameof(BatchAct.Reopen) or nameof(BatchAct.Cancel) ? Text[nameof(RecruitmentText.Reason)].Value : null,
        NoteLength = RecruitmentBatch.ReasonLength,
        DayLabel = _act == nameof(BatchAct.Reopen) ? Text[nameof(RecruitmentText.Field_Closes)].Value : null,
    };

    private string Channels => string.Join(
        " · ",
        new[] { (_shown!.Batch.TakesApplications, RecruitmentChannel.OpenRecruitment), (_shown.Batch.TakesRecommendations, RecruitmentChannel.UnitRecommendation) }.Where(c => c.Item1).Select(c => Words.Of(c.Item2)));

    protected override async Task OnParametersSetAsync()
    {
        if (_shown?.Batch.Id != RecruitmentBatchId.From(Key))
        {
            _act = null;
            await AttemptAsync(ReloadAsync);
            if (_shown is null)
            {
                Navigation.NotFound();
            }
        }
    }

    protected override async Task ReloadAsync() => _shown = await Recruitment.GetAsync(RecruitmentBatchId.From(Key));

    private async Task<bool> ActAsync(ActForm form)
    {
        var (id, version, name) = (_shown!.Batch.Id, _shown.Batch.Version, _act!);
        var done = await AttemptAsync(() => Enum.Parse<BatchAct>(name) switch
        {
            BatchAct.Publish => Recruitment.PublishAsync(id, version),
            BatchAct.Close => Recruitment.CloseAsync(id, version),
            BatchAct.Reopen => Recruitment.ReopenAsync(id, version, form.Day!.Value, form.Note),
            BatchAct.FinishReview => Recruitment.FinishReviewAsync(id, version),
            BatchAct.Conclude => Recruitment.ConcludeAsync(id, version),
            BatchAct.Cancel => Recruitment.CancelAsync(id, version, form.Note),
            var act => throw new InvalidOperationException($"Unknown act {act}."),
        });
        if (done)
        {
            _act = null;
            Snackbar.Add(Text[nameof(RecruitmentText.Done), Text[$"Batch_{name}"].Value], Severity.Success);
        }

        await AttemptAsync(ReloadAsync);
        StateHasChanged(); // The panel called, not the page: the page shows what came of it by itself.
        return done;
    }
}
