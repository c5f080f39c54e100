using Microsoft.AspNetCore.Components;
using Portal.Domain.Recruitment;
using Portal.Ui.Forms;

namespace Portal.Features.Recruitment;

/// <summary>The section takes down an objection that came by letter, by telephone or in person.</summary>
public sealed partial class TakeDownObjection : DraftForm<ObjectionForm>
{
    private NoticeFile? _shown;
    private bool _sending;

    [Inject]
    public required NoticeService Notices { get; init; }

    [Inject]
    public required ObjectionService Objections { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override string DraftName => $"object-{PublicNoticeId.From(Key)}";

    protected override async Task OnInitializedAsync()
    {
        await AttemptAsync(async () =>
        {
            await RecallAsync();
            _shown = await Notices.GetAsync(PublicNoticeId.From(Key));
        });
        if (_shown is null)
        {
            Navigation.NotFound();
        }
    }

    protected override void FindErrors()
    {
        Say(nameof(ObjectionForm.About), Form.About is null ? Text[nameof(RecruitmentText.Error_Choose)].Value : null);
        Say(nameof(ObjectionForm.Name), !Form.Anonymous && string.IsNullOrWhiteSpace(Form.Name) ? Text[nameof(RecruitmentText.Error_Missing)].Value : null);
        Say(nameof(ObjectionForm.Contact), !Form.Anonymous && string.IsNullOrWhiteSpace(Form.Contact) ? Words.Of(RecruitmentRules.ContactMissing()) : null);
        Say(nameof(ObjectionForm.Content), string.IsNullOrWhiteSpace(Form.Content) ? Words.Of(RecruitmentRules.ObjectionEmpty()) : null);
    }

    private async Task SubmitAsync()
    {
        if (_sending || !Check())
        {
            return;
        }

        _sending = true;
        ObjectionId taken = default;
        var sent = await SendAsync(() => AttemptAsync(async () => taken = await Objections.TakeDownAsync(PublicNoticeId.From(Key), Form)));
        _sending = false;
        if (sent)
        {
            Navigation.NavigateTo($"/objections/{taken}");
        }
    }
}
