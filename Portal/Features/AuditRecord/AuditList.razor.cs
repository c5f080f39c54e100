using Microsoft.AspNetCore.Components;
using Portal.Audit;
using Portal.Ui;

namespace Portal.Features.AuditRecord;

/// <summary>The audit record, the newest row first. Filters and place stand in the address.</summary>
public sealed partial class AuditList : PortalPage
{
    private AuditChoices _choices = new([], []);
    private AuditPage? _page;
    private AuditVerdict? _verdict;
    private bool _verifying;

    [Inject]
    public required AuditRecordService Audit { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [SupplyParameterFromQuery(Name = "who")]
    public string? Who { get; set; }

    [SupplyParameterFromQuery(Name = "act")]
    public string? Act { get; set; }

    [SupplyParameterFromQuery(Name = "type")]
    public string? Type { get; set; }

    [SupplyParameterFromQuery(Name = "object")]
    public string? Key { get; set; }

    [SupplyParameterFromQuery(Name = "outcome")]
    public string? Outcome { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    public string? From { get; set; }

    [SupplyParameterFromQuery(Name = "until")]
    public string? Until { get; set; }

    [SupplyParameterFromQuery(Name = "before")]
    public long? Before { get; set; }

    private AuditFilter Shown => AuditFilter.Of(Who, Act, Type, Key, Outcome, From, Until);

    private AuditSayings Say => new(Text, Words, Clock);

    private string Query => new Uri(Navigation.Uri).Query;

    protected override Task OnInitializedAsync() => AttemptAsync(async () => _choices = await Audit.ChoicesAsync());

    protected override Task OnParametersSetAsync() => AttemptAsync(async () => _page = await Audit.ListAsync(Shown, Before));

    private async Task VerifyAsync()
    {
        _verifying = true;
        await AttemptAsync(async () => _verdict = await Audit.VerifyAsync());
        _verifying = false;
    }

    private void Filter(string name, object? value) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        [name] = value is string { Length: 0 } ? null : value,
        ["before"] = null,
    }));

    private string With(string name, long? value) => Navigation.GetUriWithQueryParameter(name, value);

    private string? ObjectHref(AuditRow row) => row.ObjectId is { Length: > 1 } id
        ? Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["object"] = id, ["before"] = null })
        : null;
}
