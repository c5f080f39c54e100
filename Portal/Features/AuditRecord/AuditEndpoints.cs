using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Access;
using Portal.Audit;
using Portal.Exports;
using Portal.Ui;

namespace Portal.Features.AuditRecord;

internal static class AuditEndpoints
{
    public static IEndpointRouteBuilder MapAuditEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/audit/export", ExportAsync);
        return endpoints;
    }

    private static async Task<IResult> ExportAsync(
        AuditRecordService audit, IStringLocalizer<AuditText> text, Words words, TimeProvider clock, ExportDesk exports, HttpRequest http,
        [FromQuery] string? who, [FromQuery] string? act, [FromQuery] string? type, [FromQuery(Name = "object")] string? id, [FromQuery] string? outcome,
        [FromQuery] string? from, [FromQuery] string? until, CancellationToken cancellationToken)
    {
        var rows = await audit.ExportAsync(AuditFilter.Of(who, act, type, id, outcome, from, until), cancellationToken);
        var said = new AuditSayings(text, words, clock);
        return await exports.ListAsync(
            http,
            new ExportOf(Permissions.SeeAudit, nameof(AuditEntry)),
            text[nameof(AuditText.Sheet)],
            [
                new ExportColumn<AuditRow>(text[nameof(AuditText.Col_Number)], r => r.Sequence.ToString(CultureInfo.InvariantCulture), 10),
                new ExportColumn<AuditRow>(text[nameof(AuditText.Col_At)], r => said.At(r.At), 20),
                new ExportColumn<AuditRow>(text[nameof(AuditText.Col_Who)], said.Who, 14),
                new ExportColumn<AuditRow>(text[nameof(AuditText.Col_Act)], r => said.Act(r.Act), 24),
                new ExportColumn<AuditRow>(text[nameof(AuditText.Col_Object)], r => said.Kind(r.ObjectType), 16),
                new ExportColumn<AuditRow>(text[nameof(AuditText.Col_Key)], r => r.ObjectId, 38),
                new ExportColumn<AuditRow>(text[nameof(AuditText.Col_Outcome)], r => said.Outcome(r.Outcome), 10),
                new ExportColumn<AuditRow>(text[nameof(AuditText.Col_Reason)], said.Reason, 30),
                new ExportColumn<AuditRow>(text[nameof(AuditText.Col_Changes)], r => string.Join("; ", r.Changes.Select(c => said.Change(r, c))), 80),
            ],
            rows,
            cancellationToken);
    }
}
