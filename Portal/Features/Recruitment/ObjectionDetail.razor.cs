using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Recruitment;
using Portal.Ui;

namespace Portal.Features.Recruitment;

/// <summary>One objection: who has it, what it says, and what the section makes of it.</summary>
public sealed partial class ObjectionDetail : LivePage
{
    private ObjectionFile? _shown;
    private string? _act;

    [Inject]
    public required ObjectionService Objections { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    private List<OfferedAct> Offered =>
        [.. _shown!.Acts.Select(a => new OfferedAct(a.Act.ToString(), Text[$"Objection_{a.Act}"], a.WhyNot, a.Act is ObjectionAct.Accept or ObjectionAct.Answer))];

    private ActQuestion? Question => _act is null ? null : new ActQuestion(FormattableString.Invariant($"object-{(int)Enum.Parse<ObjectionAct>(_act)}"), Text[$"Objection_{_act}"], Text[$"Objection_{_act}_Lead"])
    {
        Note = _act switch
        {
            nameof(ObjectionAct.Accept) => null,
            nameof(ObjectionAct.Answer) => Text[nameof(RecruitmentText.Objection_Reply)].Value,
            _ => Text[nameof(RecruitmentText.Reason)].Value,
        },
        NoteLength = Objection.TextLength,
    };

    protected override async Task OnParametersSetAsync()
    {
        if (_shown?.Objection.Id != ObjectionId.From(Key))
        {
            _act = null;
            await AttemptAsync(ReloadAsync);
            if (_shown is null)
            {
                Navigation.NotFound();
            }
        }
    }

    protected override async Task ReloadAsync() => _shown = await Objections.GetAsync(ObjectionId.From(Key));

    private async Task<bool> ActAsync(ActForm form)
    {
        var (id, version, name) = (_shown!.Objection.Id, _shown.Objection.Version, _act!);
        var done = await AttemptAsync(() => Enum.Parse<ObjectionAct>(name) switch
        {
            ObjectionAct.Accept => Objections.AcceptAsync(id, version),
            ObjectionAct.Decline => Objections.DeclineAsync(id, version, form.Note),
            ObjectionAct.Dismiss => Objections.DismissAsync(id, version, form.Note),
            ObjectionAct.ProposeUphold => Objections.ProposeUpholdAsync(id, version, form.Note),
            ObjectionAct.Answer => Objections.AnswerAsync(id, version, form.Note),
            var act => throw new InvalidOperationException($"Unknown act {act}."),
        });
        if (done)
        {
            _act = null;
            Snackbar.Add(Text[nameof(RecruitmentText.Done), Text[$"Objection_{name}"].Value], Severity.Success);
        }

        await AttemptAsync(ReloadAsync);
        StateHasChanged(); // The panel called, not the page: the page shows what came of it by itself.
        return done;
    }
}
