using Microsoft.AspNetCore.Components;
using Portal.Domain.People;
using Portal.Ui.Forms;

namespace Portal.Features.Activities;

/// <summary>The one place where an activity is planned. What is typed is kept until it is sent; who would be invited is shown before.</summary>
public sealed partial class NewActivity : DraftForm<ActivityForm>
{
    private IReadOnlyList<NamedChoice>? _agencies;
    private Invitations? _preview;
    private PlannedActivity? _planned;
    private bool _sending;

    [Inject]
    public required ActivityService Activities { get; init; }

    protected override string DraftName => "activity";

    protected override async Task OnInitializedAsync()
    {
        await AttemptAsync(async () =>
        {
            var agencies = await Activities.AgencyChoicesAsync();
            await RecallAsync();
            Form.Agencies.RemoveAll(id => agencies.All(a => a.Id != id));
            _agencies = agencies;
        });
        await PreviewAsync();
    }

    protected override void FindErrors()
    {
        foreach (var (field, words) in new ActivityChecks(Words, Text).Of(Form))
        {
            Say(field, words);
        }

        Say(nameof(ActivityForm.Groups), Form.Groups.Count == 0 ? Text[nameof(ActivityText.Error_Groups)].Value : null);
    }

    private Task ToggleAsync(SourceCategory group)
    {
        if (!Form.Groups.Remove(group))
        {
            Form.Groups.Add(group);
        }

        return ChangedInviteesAsync();
    }

    private Task ChangedInviteesAsync()
    {
        Changed();
        return PreviewAsync();
    }

    private async Task PreviewAsync()
    {
        if (Form.Date is null || Form.Groups.Count == 0)
        {
            _preview = null;
            return;
        }

        await AttemptAsync(async () => _preview = await Activities.PreviewAsync(Form));
    }

    private async Task SubmitAsync()
    {
        if (!Check() || _sending)
        {
            return;
        }

        _sending = true;
        await SendAsync(() => AttemptAsync(async () => _planned = await Activities.CreateAsync(Form)));
        _sending = false;
    }
}
