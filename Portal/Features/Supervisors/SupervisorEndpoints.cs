using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.People;
using Portal.Exports;
using Portal.Ui;

namespace Portal.Features.Supervisors;

internal static class SupervisorEndpoints
{
    public static IEndpointRouteBuilder MapSupervisorEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/supervisors/export", ExportAsync);
        return endpoints;
    }

    private static async Task<IResult> ExportAsync(
        SupervisorService supervisors, IStringLocalizer<SupervisorText> text, Words words, ExportDesk exports, HttpRequest http,
        [FromQuery] string? status, [FromQuery] string? ending, [FromQuery] string? group, [FromQuery] string? district, [FromQuery] string? channel, [FromQuery] string? q,
        [FromQuery] string? sort, [FromQuery] bool? desc, CancellationToken cancellationToken)
    {
        var rows = await supervisors.ExportAsync(SupervisorFilter.From(status, ending, group, district, channel, q), new Paging(1, sort, desc ?? false), cancellationToken);
        return await exports.ListAsync(http, new ExportOf(Permissions.SeeSupervisors, nameof(Person)), text[nameof(SupervisorText.Sheet)], Columns(text, words), rows, cancellationToken);
    }

    /// <summary>The columns of the list, nothing more: an export carries no numbers of identity or telephone.</summary>
    internal static IReadOnlyList<ExportColumn<SupervisorRow>> Columns(IStringLocalizer<SupervisorText> text, Words words) =>
    [
        new(text[nameof(SupervisorText.Col_Name)], r => r.Name, 12),
        new(text[nameof(SupervisorText.Col_Group)], r => words.Of(r.Group), 18),
        new(text[nameof(SupervisorText.Col_Card)], r => r.CardNumber, 16),
        new(text[nameof(SupervisorText.Col_District)], r => r.District is { } district ? words.Of(district) : null, 10),
        new(text[nameof(SupervisorText.Col_WorkUnit)], r => r.WorkUnit, 30),
        new(text[nameof(SupervisorText.Col_From)], r => r.TermStart, 12),
        new(text[nameof(SupervisorText.Col_Until)], r => r.LastDay, 12),
        new(text[nameof(SupervisorText.Col_DaysLeft)], r => r.Status == SupervisorStatus.InOffice ? r.DaysLeft : null, 10),
        new(text[nameof(SupervisorText.Col_State)], r => TermChip.Words(text, words, r.Status, r.State), 16),
    ];
}
