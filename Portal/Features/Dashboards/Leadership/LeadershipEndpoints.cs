using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Access;
using Portal.Configuration;
using Portal.Exports;

namespace Portal.Features.Dashboards.Leadership;

internal static class LeadershipEndpoints
{
    public static IEndpointRouteBuilder MapLeadershipEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/dashboard/year.xlsx", ExportAsync);
        return endpoints;
    }

    private static async Task<IResult> ExportAsync(
        LeadershipDashboardService dashboard, YearTables tables, IStringLocalizer<LeadershipDashboardText> text, ExportDesk exports, HttpRequest http,
        [FromQuery] int? year, CancellationToken cancellationToken)
    {
        var shown = await dashboard.YearAsync(year, cancellationToken);
        var ranking = await dashboard.RankingAsync(year, cancellationToken);
        return await exports.BookAsync(http, new ExportOf(Permissions.SeeLeadershipDashboard, ExportOf.Book), text[nameof(LeadershipDashboardText.File), shown.Year], tables.Of(shown, ranking), cancellationToken);
    }
}
