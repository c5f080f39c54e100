using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Evidence;

namespace Portal.Features.Recruitment.Visitors;

/// <summary>What somebody without an account has added to what they sent in, and the way to add more. It needs no script: the browser sends the file, and comes back to this page with what became of it.</summary>
public sealed partial class VisitorFilesPanel
{
    private const string RefusalPrefix = "Refused_";

    private VisitorFiles? _list;

    [Inject]
    public required VisitorEvidence Evidence { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    [EditorRequired]
    public required EvidenceMatter Matter { get; set; }

    /// <summary>The code of the private link.</summary>
    [Parameter]
    [EditorRequired]
    public required string? Code { get; set; }

    [SupplyParameterFromQuery(Name = "added")]
    public string? Added { get; set; }

    [SupplyParameterFromQuery(Name = "refused")]
    public string? Refused { get; set; }

    [SupplyParameterFromQuery(Name = "limit")]
    public string? Limit { get; set; }

    private string Address => QueryHelpers.AddQueryString($"{EvidenceEndpoints.VisitorAddress}/{Matter}", "code", Code ?? "");

    /// <summary>The words of a refusal and none of the address: whoever makes up a link says nothing through this page.</summary>
    private string? Told =>
        Refused is not null && Refused.StartsWith(RefusalPrefix, StringComparison.Ordinal) && Files[Refused, int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : ""] is { ResourceNotFound: false } words
            ? words.Value
            : null;

    protected override async Task OnParametersSetAsync() => _list = await Evidence.ListAsync(Matter, Code);
}
