using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.People;
using Portal.Exports;
using Portal.Ui;

namespace Portal.Features.Agencies;

internal static class AgencyEndpoints
{
    public static IEndpointRouteBuilder MapAgencyEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/agencies/export", ExportAsync);
        return endpoints;
    }

    private static async Task<IResult> ExportAsync(
        AgencyService agencies, IStringLocalizer<AgencyText> text, Words words, ExportDesk exports, HttpRequest http,
        [FromQuery] string? kind, [FromQuery] string? q, [FromQuery] string? sort, [FromQuery] bool? desc, CancellationToken cancellationToken)
    {
        var rows = await agencies.ExportAsync(AgencyFilter.From(kind, q), new Paging(1, sort, desc ?? false), cancellationToken);
        return await exports.ListAsync(
            http,
            new ExportOf(Permissions.SeeAgencies, nameof(Agency)),
            text[nameof(AgencyText.Sheet)],
            [
                new ExportColumn<AgencyRow>(text[nameof(AgencyText.Col_Code)], r => r.Code, 10),
                new ExportColumn<AgencyRow>(text[nameof(AgencyText.Col_Name)], r => r.Name, 40),
                new ExportColumn<AgencyRow>(text[nameof(AgencyText.Col_Kind)], r => words.Of(r.Kind), 24),
                new ExportColumn<AgencyRow>(text[nameof(AgencyText.Col_CreditCode)], r => r.CreditCode, 22),
                new ExportColumn<AgencyRow>(text[nameof(AgencyText.Col_Open)], r => r.Open, 12),
                new ExportColumn<AgencyRow>(text[nameof(AgencyText.Col_OfYear)], r => r.OfYear, 12),
                new ExportColumn<AgencyRow>(text[nameof(AgencyText.Col_Overdue)], r => r.Overdue, 12),
            ],
            rows, cancellationToken);
    }
}
