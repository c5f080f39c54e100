using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Rules;
using Portal.Ui;

namespace Portal.Exports;

/// <summary>The one way out for lists: within the day's measure, on record before anything is sent, and marked with who took it and when.</summary>
public sealed class ExportDesk(
    AccessGuard access, UnitOfWork work, AuditTrail trail, IStringLocalizer<UiText> text, IOptions<ExportOptions> options, TimeProvider clock)
{
    /// <param name="address">With the filter in it, for the record.</param>
    /// <param name="what">What leaves, for the record.</param>
    /// <param name="name">Name of the sheet and the file, which carries the day, since a list is true only for one.</param>
    /// <param name="columns">What each row says.</param>
    /// <param name="rows">The rows as the list shows them to the person.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <exception cref="RuleViolationException">Too many rows at once, or the day's measure is used up.</exception>
    /// <exception cref="AccessDeniedException">Many rows, by a sign-in that is not a few minutes old.</exception>
    public async Task<IResult> ListAsync<TRow>(
        HttpRequest address, ExportOf what, string name, IReadOnlyList<ExportColumn<TRow>> columns, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
    {
        var mark = await TakeAsync(address, what, rows.Count, cancellationToken);
        using var stream = new MemoryStream();
        await XlsxExport.WriteAsync(stream, name, columns, rows, mark, cancellationToken);
        return File(stream, name);
    }

    /// <summary>Several tables as one workbook.</summary>
    public async Task<IResult> BookAsync(HttpRequest address, ExportOf what, string name, IReadOnlyList<XlsxSheet> sheets, CancellationToken cancellationToken)
    {
        var mark = await TakeAsync(address, what, sheets.Sum(s => s.Rows.Count), cancellationToken);
        using var stream = new MemoryStream();
        await XlsxBook.WriteAsync(stream, sheets, mark, cancellationToken);
        return File(stream, name);
    }

    // Whole in memory first: a zip archive writes its end synchronously, which a response does not allow, and a list has an upper limit.
    private IResult File(MemoryStream stream, string name) =>
        Results.Bytes(stream.ToArray(), XlsxExport.ContentType, FormattableString.Invariant($"{name}-{clock.Today():yyyy-MM-dd}.xlsx"));

    private async Task<ExportMark> TakeAsync(HttpRequest address, ExportOf what, int rows, CancellationToken cancellationToken)
    {
        var limits = options.Value;
        Rule.Require(rows > limits.MaxRows ? ExportRules.TooManyRows(limits.MaxRows) : null);
        var actor = await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(what.Permission, cancellationToken: cancellationToken);
                await CountAsync(db, actor, rows, limits, cancellationToken);
                await trail.RecordExportAsync(actor, what.Permission, what.Kind, rows, Uri.UnescapeDataString(address.QueryString.Value ?? ""), cancellationToken);
                return actor;
            },
            cancellationToken);
        var at = clock.GetLocalNow();
        return new ExportMark(actor.Name, text[nameof(UiText.Export_Mark), actor.Name, at.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)]);
    }

    private async Task CountAsync(PortalDbContext db, Actor actor, int rows, ExportOptions limits, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var day = await db.ExportDays.SingleOrDefaultAsync(d => d.Person == actor.Person && d.Day == today, cancellationToken);
        if (day is null)
        {
            day = new ExportDay { Person = actor.Person, Day = today };
            db.ExportDays.Add(day);
        }

        Rule.Require(day.Times >= limits.DailyExports || day.Rows + (long)rows > limits.DailyRows ? ExportRules.QuotaUsed(limits.DailyExports, limits.DailyRows) : null);
        if (day.Rows + (long)rows > limits.ConfirmAfterRows)
        {
            await access.DemandAsync(Permissions.ExportInBulk, cancellationToken: cancellationToken);
        }

        day.Times++;
        day.Rows += rows;
    }
}

/// <summary>What leaves the portal, as the record says it.</summary>
/// <param name="Permission">By which it was read.</param>
/// <param name="Kind">Of the rows, such as <c>nameof(Finding)</c>.</param>
public sealed record ExportOf(OperationAuthorizationRequirement Permission, string Kind)
{
    /// <summary>Tables of more than one kind.</summary>
    public const string Book = "Export";
}

/// <summary>Who took a workbook out and when: in its properties, and in words under each table.</summary>
public sealed record ExportMark(string Author, string Words);
