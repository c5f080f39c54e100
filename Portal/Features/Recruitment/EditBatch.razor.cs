using Microsoft.AspNetCore.Components;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;
using Portal.Ui.Forms;

namespace Portal.Features.Recruitment;

/// <summary>Planning a batch, and changing what is still a draft.</summary>
public sealed partial class EditBatch : DraftForm<BatchForm>
{
    private RuleViolation? _whyNot;
    private int _version;
    private bool _ready;
    private bool _sending;

    [Inject]
    public required RecruitmentService Recruitment { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid? Key { get; set; }

    protected override string DraftName => Key is { } key ? $"batch-{RecruitmentBatchId.From(key)}" : "batch";

    protected override int? Version => Key is null ? null : _version;

    protected override Task OnInitializedAsync() => AttemptAsync(async () =>
    {
        if (Key is { } key)
        {
            if (await Recruitment.GetAsync(RecruitmentBatchId.From(key)) is not { } file)
            {
                Navigation.NotFound();
                return;
            }

            (_version, _whyNot) = (file.Batch.Version, file.Batch.WhyNotRevise());
            Form = BatchForm.Of(file.Batch);
        }
        else
        {
            Form.Announcement = Text[nameof(RecruitmentText.Announcement_Template)];
        }

        await RecallAsync();
        _ready = true;
    });

    protected override void FindErrors()
    {
        Say(nameof(BatchForm.Title), string.IsNullOrWhiteSpace(Form.Title) ? Text[nameof(RecruitmentText.Error_Missing)].Value : null);
        Say(nameof(BatchForm.Announcement), string.IsNullOrWhiteSpace(Form.Announcement) ? Text[nameof(RecruitmentText.Error_Missing)].Value : null);
        Say(nameof(BatchForm.OpensOn), Form.OpensOn is null ? Text[nameof(RecruitmentText.Error_Day)].Value : null);
        Say(nameof(BatchForm.ClosesOn), Form.ClosesOn is null ? Text[nameof(RecruitmentText.Error_Day)].Value : null);
        if (Form is { OpensOn: { } opens, ClosesOn: { } closes }
            && RecruitmentBatch.WhyNotPlan(opens, closes, Form.TakesApplications, Form.TakesRecommendations, Form.Alignment, Form.CohortEndsOn) is { } why)
        {
            Say(
                why.Article.Number switch { 2 => nameof(BatchForm.TakesApplications), 17 => nameof(BatchForm.CohortEndsOn), _ => nameof(BatchForm.ClosesOn) },
                Words.Of(why));
        }
    }

    private void Align(TermAlignment alignment)
    {
        Form.Alignment = alignment;
        Changed();
    }

    private async Task SubmitAsync()
    {
        if (_sending || !Check())
        {
            return;
        }

        _sending = true;
        var id = Key is { } key ? RecruitmentBatchId.From(key) : default;
        var sent = await SendAsync(() => AttemptAsync(async () =>
        {
            if (Key is null)
            {
                id = await Recruitment.PlanAsync(Form);
            }
            else
            {
                await Recruitment.ReviseAsync(id, _version, Form);
            }
        }));
        _sending = false;
        if (sent)
        {
            Navigation.NavigateTo($"/recruitment/{id}");
        }
    }
}
