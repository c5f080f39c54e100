using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Activities;
using Portal.Ui;
using Portal.Ui.Components;
using Portal.Ui.Forms;

namespace Portal.Features.Activities;

/// <summary>Changes what was planned, until the activity begins (domain.md A2.10).</summary>
public sealed partial class EditActivity : DraftForm<ActivityForm>
{
    private IReadOnlyList<NamedChoice> _agencies = [];
    private ActivityFile? _file;
    private bool _sending;

    [Inject]
    public required ActivityService Activities { get; init; }

    [Inject]
    public required ActivityRevisionService Revisions { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override string DraftName => $"activity-{Key}";

    protected override int? Version => _file!.Version;

    private IReadOnlyList<Crumb> Crumbs => _file is null
        ? [new(Shared[nameof(UiText.Nav_Activities)], "/activities")]
        : [new(Shared[nameof(UiText.Nav_Activities)], "/activities"), new(_file.Row.Title, $"/activities/{Key}")];

    protected override async Task OnInitializedAsync()
    {
        await AttemptAsync(async () =>
        {
            var agencies = await Activities.AgencyChoicesAsync();
            if (await Activities.GetAsync(ActivityId.From(Key)) is { } file)
            {
                // One that it visits already may be one that is not offered any more.
                _agencies = [.. agencies, .. file.Agencies.Where(known => agencies.All(a => a.Id != known.Id))];
                Form = ActivityForm.Of(file);
                _file = file;
                await RecallAsync();
            }
        });
        if (_file is null)
        {
            Navigation.NotFound();
        }
    }

    protected override void FindErrors()
    {
        foreach (var (field, words) in new ActivityChecks(Words, Text).Of(Form))
        {
            Say(field, words);
        }
    }

    private async Task SubmitAsync()
    {
        if (!Check() || _sending)
        {
            return;
        }

        _sending = true;
        var done = await SendAsync(() => AttemptAsync(() => Revisions.ReviseAsync(ActivityId.From(Key), _file!.Version, Form)));
        _sending = false;
        if (done)
        {
            Snackbar.Add(Text[nameof(ActivityText.Edit_Done)], Severity.Success);
            Navigation.NavigateTo($"/activities/{Key}");
        }
    }
}
