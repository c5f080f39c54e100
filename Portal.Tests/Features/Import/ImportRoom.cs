using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Domain.Rules;
using Portal.Features.Import;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Import;

/// <summary>An empty office on the day that the sample ledger was filled in, with a clerk who imports.</summary>
internal sealed class ImportRoom : IDisposable
{
    public ImportRoom(bool rejectUnassignedArea = false)
    {
        using var db = Db.CreateDbContext();
        db.Settings.Add(new SettingRow { Key = nameof(OfficeSettings.RejectUnassignedArea), Value = rejectUnassignedArea.ToString(), ChangedAt = OfficeClock.At(OfficeClock.Anchor).GetUtcNow() });
        db.SaveChanges();
    }

    public PortalDb Db { get; } = new();

    public ImportService Service => As(Acting.Administrator());

    public ImportService As(Acting who, ImportOptions? limits = null) =>
        new(Db.Work, Db, who.Guard(), new OfficeFacts(Db), OfficeClock.At(OfficeClock.Anchor), Options.Create(limits ?? new ImportOptions()));

    public async Task<ImportReport> CheckAsync(Stream file, ImportOptions? limits = null) =>
        (await As(Acting.Administrator(), limits).CheckAsync(file, "ledger.xlsx", TestContext.Current.CancellationToken)).Report;

    public async Task<ImportOutcome> ImportAsync(Stream file)
    {
        var check = await Service.CheckAsync(file, "ledger.xlsx", TestContext.Current.CancellationToken);
        return await Service.CommitAsync(check, cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>How many rows of the ledger's tables there are.</summary>
    public async Task<int> RowsAsync()
    {
        await using var db = Db.CreateDbContext();
        return await db.People.CountAsync() + await db.Agencies.CountAsync() + await db.Activities.CountAsync() + await db.Findings.CountAsync()
            + await db.Recusals.CountAsync() + await db.Participations.CountAsync() + await db.Appointments.CountAsync() + await db.Cards.CountAsync() + await db.Accounts.CountAsync();
    }

    public void Dispose() => Db.Dispose();
}
