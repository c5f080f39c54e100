using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Exports;
using Portal.Ui;

namespace Portal.Features.Activities;

internal static class ActivityEndpoints
{
    public static IEndpointRouteBuilder MapActivityEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/activities/export", ExportAsync);
        return endpoints;
    }

    private static async Task<IResult> ExportAsync(
        ActivityService activities, IStringLocalizer<ActivityText> text, Words words, ExportDesk exports, HttpRequest http,
        [FromQuery] string? year, [FromQuery] string? kind, [FromQuery] string? mode, [FromQuery] string? state, [FromQuery] string? agency, [FromQuery] string? q,
        [FromQuery] string? sort, [FromQuery] bool? desc, CancellationToken cancellationToken)
    {
        var rows = await activities.ExportAsync(ActivityFilter.From(year, kind, mode, state, agency, q), new Paging(1, sort, desc ?? false), cancellationToken);
        return await exports.ListAsync(http, new ExportOf(Permissions.SeeActivities, nameof(Activity)), text[nameof(ActivityText.Sheet)], Columns(text, words), rows, cancellationToken);
    }

    internal static IReadOnlyList<ExportColumn<ActivityRow>> Columns(IStringLocalizer<ActivityText> text, Words words) =>
    [
        new(text[nameof(ActivityText.Col_Number)], r => r.Number, 12),
        new(text[nameof(ActivityText.Col_Title)], r => r.Title, 40),
        new(text[nameof(ActivityText.Col_Kind)], r => words.Of(r.Kind), 10),
        new(text[nameof(ActivityText.Col_Mode)], r => r.Mode is { } mode ? words.Of(mode) : null, 10),
        new(text[nameof(ActivityText.Col_Date)], r => r.Date, 12),
        new(text[nameof(ActivityText.Col_Agencies)], r => string.Join(text[nameof(ActivityText.Comma)], r.Agencies), 40),
        new(text[nameof(ActivityText.Col_Invited)], r => r.Invited, 10),
        new(text[nameof(ActivityText.Col_Came)], r => r.Came, 10),
        new(text[nameof(ActivityText.Col_Rate)], r => r.Rate is { } rate ? Percent(rate) : null, 10),
        new(text[nameof(ActivityText.Col_State)], r => words.Of(r.State), 12),
    ];

    internal static string Percent(decimal rate) => rate.ToString("P0", CultureInfo.CurrentCulture);
}
