using Microsoft.AspNetCore.Components;
using Portal.Configuration;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Ui.Forms;

namespace Portal.Features.Recruitment;

/// <summary>A clerk enters what came on paper or as a unit's recommendation. What is typed is kept until it is entered.</summary>
public sealed partial class EnterApplication : DraftForm<ApplicationForm>
{
    private EntryDesk? _desk;
    private bool _sending;

    [Inject]
    public required ApplicationService Applications { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override string DraftName => $"enter-{RecruitmentBatchId.From(Key)}";

    protected override async Task OnInitializedAsync()
    {
        await AttemptAsync(async () =>
        {
            if (!await RecallAsync())
            {
                Form.Channel = RecruitmentChannel.UnitRecommendation;
            }

            _desk = await Applications.DeskAsync(RecruitmentBatchId.From(Key));
        });
        if (_desk is null)
        {
            Navigation.NotFound();
        }
    }

    protected override void FindErrors()
    {
        foreach (var (field, words) in new ApplicationErrors(Text, Words).Of(Form, Clock.Today(), _desk!.RejectUnassigned))
        {
            Say(field, words);
        }
    }

    private void Choose(RecruitmentChannel channel)
    {
        Form.Channel = channel;
        Changed();
    }

    private async Task SubmitAsync()
    {
        if (_sending || !Check())
        {
            return;
        }

        _sending = true;
        RecruitmentApplicationId entered = default;
        var sent = await SendAsync(() => AttemptAsync(async () => entered = await Applications.EnterAsync(RecruitmentBatchId.From(Key), Form)));
        _sending = false;
        if (sent)
        {
            Navigation.NavigateTo($"/recruitment/applications/{entered}");
        }
    }
}
