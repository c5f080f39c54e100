using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Recruitment;
using Portal.Ui;
using Portal.Ui.Components;

namespace Portal.Features.Recruitment;

/// <summary>One notice: what the public reads, its days and how they were counted, and what it came to for each person.</summary>
public sealed partial class NoticeDetail : LivePage
{
    private const string SettleAct = "Settle";

    private NoticeFile? _shown;
    private NoticeLine? _line;
    private string? _act;

    [Inject]
    public required NoticeService Notices { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    private Crumb[] Above => _shown is null ? [] : [new Crumb(_shown.Batch.Title, $"/recruitment/{_shown.Batch.Id}")];

    private string About => (_line?.Person.Id.Value ?? Key).ToString("N");

    private List<OfferedAct> Offered =>
        [.. _shown!.Acts.Select(a => new OfferedAct(a.Act.ToString(), Text[$"Notice_{a.Act}"], a.WhyNot, a.Act is NoticeAct.Propose or NoticeAct.Publish))];

    private ActQuestion? Question => _act switch
    {
        null => null,
        SettleAct => new ActQuestion("settle", Text[nameof(RecruitmentText.Notice_SettleOf), _line!.Person.FullName], Text[_line.NeedsReason ? nameof(RecruitmentText.Notice_SettleFailed) : nameof(RecruitmentText.Notice_SettlePassed)])
        {
            Note = _line.NeedsReason ? Text[nameof(RecruitmentText.Reason)].Value : null,
        },
        _ => new ActQuestion(FormattableString.Invariant($"notice-{(int)Enum.Parse<NoticeAct>(_act)}"), Text[$"Notice_{_act}"], Text[$"Notice_{_act}_Lead"])
        {
            Note = _act is nameof(NoticeAct.Extend) or nameof(NoticeAct.Withdraw) ? Text[nameof(RecruitmentText.Reason)].Value : null,
            NoteLength = PublicNotice.ReasonLength,
            DayLabel = _act == nameof(NoticeAct.Extend) ? Text[nameof(RecruitmentText.Notice_LastDay)].Value : null,
        },
    };

    protected override async Task OnParametersSetAsync()
    {
        if (_shown?.Notice.Id != PublicNoticeId.From(Key))
        {
            Close();
            await AttemptAsync(ReloadAsync);
            if (_shown is null)
            {
                Navigation.NotFound();
            }
        }
    }

    protected override async Task ReloadAsync() => _shown = await Notices.GetAsync(PublicNoticeId.From(Key));

    private void Open(string act) => (_act, _line) = (act, null);

    private void Settle(NoticeLine line) => (_act, _line) = (SettleAct, line);

    private void Close() => (_act, _line) = (null, null);

    private async Task<bool> ActAsync(ActForm form)
    {
        var (id, version, name, words) = (_shown!.Notice.Id, _shown.Notice.Version, _act!, Question!.Title);
        var done = await AttemptAsync(() => name switch
        {
            SettleAct => Notices.SettleAsync(id, version, _line!.Person.Id, string.IsNullOrWhiteSpace(form.Note) ? null : form.Note),
            nameof(NoticeAct.Propose) => Notices.ProposeAsync(id, version),
            nameof(NoticeAct.Publish) => Notices.PublishAsync(id, version),
            nameof(NoticeAct.Extend) => Notices.ExtendAsync(id, version, form.Day!.Value, form.Note),
            nameof(NoticeAct.Withdraw) => Notices.WithdrawAsync(id, version, form.Note),
            _ => throw new InvalidOperationException($"Unknown act {name}."),
        });
        if (done)
        {
            Close();
            Snackbar.Add(Text[nameof(RecruitmentText.Done), words], Severity.Success);
        }

        await AttemptAsync(ReloadAsync);
        StateHasChanged(); // The panel called, not the page: the page shows what came of it by itself.
        return done;
    }
}
