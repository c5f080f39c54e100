using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Findings;
using Portal.Exports;
using Portal.Ui;
using Portal.Ui.Components;

namespace Portal.Features.Findings;

internal static class FindingEndpoints
{
    public static IEndpointRouteBuilder MapFindingEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/findings/export", ExportAsync);
        return endpoints;
    }

    /// <summary>The list's own columns and nothing else, so that no author leaves the portal.</summary>
    internal static IReadOnlyList<ExportColumn<FindingRow>> Columns(IStringLocalizer<FindingText> text, IStringLocalizer<UiText> frame, Words words) =>
    [
        new(text[nameof(FindingText.Col_Number)], r => r.Number, 16),
        new(text[nameof(FindingText.Col_Unit)], r => r.Unit, 36),
        new(text[nameof(FindingText.Col_Category)], r => words.Of(r.Category), 12),
        new(text[nameof(FindingText.Col_State)], r => words.Of(r.State), 12),
        new(text[nameof(FindingText.Col_Deadline)], r => r.Deadline, 12),
        new(text[nameof(FindingText.Col_Standing)], r => r.Standing is { } s ? DeadlineBadge.Words(frame, s.State, s.Days) : null, 18),
        new(text[nameof(FindingText.Col_Filed)], r => r.SubmittedOn, 12),
        new(text[nameof(FindingText.Sheet_Waited)], r => r.DaysWaited, 10),
        new(text[nameof(FindingText.Col_Handler)], r => r.HandlerName, 12),
    ];

    private static async Task<IResult> ExportAsync(
        [AsParameters] FindingAddress address, [FromQuery] string? sort, [FromQuery] bool? desc, FindingService findings,
        IStringLocalizer<FindingText> text, IStringLocalizer<UiText> frame, Words words, ExportDesk exports, HttpRequest http, CancellationToken cancellationToken)
    {
        var rows = await findings.ExportAsync(address.ToFilter(), new Paging(1, sort, desc ?? false), cancellationToken);
        return await exports.ListAsync(http, new ExportOf(Permissions.SeeFindings, nameof(Finding)), text[nameof(FindingText.List_Title)], Columns(text, frame, words), rows, cancellationToken);
    }
}
