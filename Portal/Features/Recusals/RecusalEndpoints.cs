using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Exports;
using Portal.Ui;

namespace Portal.Features.Recusals;

internal static class RecusalEndpoints
{
    public static IEndpointRouteBuilder MapRecusalEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/recusals/export", ExportAsync);
        return endpoints;
    }

    private static async Task<IResult> ExportAsync(
        RecusalService recusals, IStringLocalizer<RecusalText> text, Words words, ExportDesk exports, HttpRequest http,
        [FromQuery] RecusalFilter? filter, [FromQuery] string? sort, [FromQuery] bool? desc, CancellationToken cancellationToken)
    {
        var rows = await recusals.ExportAsync(filter, new Paging(1, sort, desc ?? false), cancellationToken);
        return await exports.ListAsync(
            http,
            new ExportOf(Permissions.SeeRecusals, "Recusal"),
            text[nameof(RecusalText.Sheet)],
            [
                new ExportColumn<RecusalRow>(text[nameof(RecusalText.Col_Person)], r => r.PersonName, 12),
                new ExportColumn<RecusalRow>(text[nameof(RecusalText.Col_Matter)], r => r.Matter, 40),
                new ExportColumn<RecusalRow>(text[nameof(RecusalText.Col_Ground)], r => words.Of(r.Ground), 40),
                new ExportColumn<RecusalRow>(text[nameof(RecusalText.Col_Filed)], r => r.FiledOn, 12),
                new ExportColumn<RecusalRow>(text[nameof(RecusalText.Col_State)], r => words.Of(r.State), 18),
                new ExportColumn<RecusalRow>(text[nameof(RecusalText.Col_Decided)], r => r.DecidedOn, 12),
            ],
            rows,
            cancellationToken);
    }
}
