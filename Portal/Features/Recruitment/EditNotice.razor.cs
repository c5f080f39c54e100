using Microsoft.AspNetCore.Components;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;
using Portal.Ui.Components;
using Portal.Ui.Forms;

namespace Portal.Features.Recruitment;

/// <summary>Preparing a notice: who is on it, its title and its text, with what the public will read beside it.</summary>
public sealed partial class EditNotice : DraftForm<NoticeForm>
{
    private const int TitleLength = 200;

    private NoticeDesk? _desk;
    private RuleViolation? _whyNot;
    private int _version;
    private bool _sending;

    [Inject]
    public required NoticeService Notices { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>Of a new notice.</summary>
    [Parameter]
    public Guid? Batch { get; set; }

    /// <summary>Of one that is still a draft.</summary>
    [Parameter]
    public Guid? Key { get; set; }

    protected override string DraftName => Key is { } key ? $"notice-{PublicNoticeId.From(key)}" : $"notice-{RecruitmentBatchId.From(Batch!.Value)}";

    protected override int? Version => Key is null ? null : _version;

    private Crumb[] Above => _desk is null ? [] : [new Crumb(_desk.Batch.Title, $"/recruitment/{_desk.Batch.Id}")];

    private List<NoticePerson> Chosen => [.. Form.People.Select(id => _desk!.People.FirstOrDefault(p => p.Id.Value == id)).OfType<NoticePerson>()];

    protected override async Task OnInitializedAsync()
    {
        await AttemptAsync(LoadAsync);
        if (_desk is null)
        {
            Navigation.NotFound();
        }
    }

    protected override void FindErrors()
    {
        Say(nameof(NoticeForm.People), Chosen.Count == 0 ? Words.Of(RecruitmentRules.NobodyOnNotice()) : null);
        Say(nameof(NoticeForm.Title), Wrong(Form.Title));
        Say(nameof(NoticeForm.Text), Wrong(Form.Text));
    }

    private string? Wrong(string typed) =>
        string.IsNullOrWhiteSpace(typed) ? Text[nameof(RecruitmentText.Error_Missing)].Value
        : PersonalNumbers.Find(typed, _desk!.Office.Telephone) is { } number ? Words.Of(RecruitmentRules.PersonalNumber(number))
        : null;

    private async Task LoadAsync()
    {
        var batch = Batch is { } given ? RecruitmentBatchId.From(given) : default;
        if (Key is { } key)
        {
            if (await Notices.GetAsync(PublicNoticeId.From(key)) is not { } file)
            {
                return;
            }

            (batch, _version, _whyNot) = (file.Batch.Id, file.Notice.Version, file.Notice.WhyNotRevise());
            Form = new NoticeForm { Title = file.Notice.Title, Text = file.Notice.Text, People = [.. file.People.Select(p => p.Id.Value)] };
        }

        var desk = await Notices.DeskAsync(batch);
        if (!await RecallAsync() && Key is null && desk is not null)
        {
            Form.People = [.. desk.People.Select(p => p.Id.Value)];
            Form.Title = Text[nameof(RecruitmentText.Notice_Template_Title)];
            Form.Text = Template(desk);
        }

        _desk = desk;
    }

    // The number of people stands in the text; whoever changes who is on it finds it changed as well, unless the text was changed by hand.
    private void Toggle(Guid person)
    {
        var untouched = Form.Text == Template(_desk!);
        if (!Form.People.Remove(person))
        {
            Form.People.Add(person);
        }

        Form.Text = untouched ? Template(_desk!) : Form.Text;
        Changed();
    }

    private string Template(NoticeDesk desk) => Text[nameof(RecruitmentText.Notice_Template_Text), Form.People.Count, desk.Office.Section];

    private async Task SubmitAsync()
    {
        if (_sending || !Check())
        {
            return;
        }

        _sending = true;
        var id = Key is { } key ? PublicNoticeId.From(key) : default;
        var sent = await SendAsync(() => AttemptAsync(async () =>
        {
            if (Key is null)
            {
                id = await Notices.PrepareAsync(_desk!.Batch.Id, Form);
            }
            else
            {
                await Notices.ReviseAsync(id, _version, Form);
            }
        }));
        _sending = false;
        if (sent)
        {
            Navigation.NavigateTo($"/recruitment/notices/{id}");
        }
    }
}
