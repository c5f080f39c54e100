using Microsoft.AspNetCore.Components;
using Portal.Ui.Forms;

namespace Portal.Features.Recusals;

/// <summary>The one place where a supervisor declares a recusal. What is typed is kept until it is sent.</summary>
public sealed partial class DeclareRecusal : DraftForm<RecusalForm>
{
    private RecusalChoices? _choices;
    private bool _sending;

    [Inject]
    public required RecusalService Recusals { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The matter, where the page was opened from an activity, an agency or a finding.</summary>
    [SupplyParameterFromQuery(Name = "activity")]
    public Guid? FromActivity { get; set; }

    protected override string DraftName => "recusal";

    protected override Task OnInitializedAsync() => AttemptAsync(async () =>
    {
        await RecallAsync();
        if (FromActivity is { } activity)
        {
            Form.Kind = RecusalMatterKind.Activity;
            Form.Matter = activity;
        }

        _choices = await Recusals.ChoicesAsync();
    });

    protected override void FindErrors()
    {
        foreach (var (field, words) in RecusalErrors.Of(Form, Text))
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
        var sent = await SendAsync(() => AttemptAsync(() => Recusals.DeclareAsync(Form)));
        _sending = false;
        if (sent)
        {
            Navigation.NavigateTo("/my/recusals?sent=true");
        }
    }
}
