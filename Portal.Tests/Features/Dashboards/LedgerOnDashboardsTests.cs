using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Rules;
using Portal.Features.Dashboards.Administrator;
using Portal.Features.Dashboards.Leadership;
using Portal.Features.Import;
using Portal.Live;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Dashboards;

/// <summary>What the dashboards show over the office's own ledger equals what a person counts in the workbook on the day it was filled in.</summary>
public sealed class LedgerOnDashboardsTests : IDisposable
{
    private readonly PortalDb _db = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _db.Dispose();

    [Fact]
    public async Task The_desk_counts_what_a_clerk_counts_in_the_workbook()
    {
        await ImportAsync();

        var desk = await TakeAsync<AdministratorSnapshot>();

        Assert.Equal(24, desk.Figures.ActiveSupervisors);
        Assert.Equal(3, desk.Figures.PendingRecusals);
        Assert.Equal(15, desk.Figures.OpenFindings);
        Assert.Equal(1, desk.Figures.DueSoon);
        Assert.Equal(2, desk.Figures.Overdue);
        Assert.Equal(1, desk.Figures.TermsEnding);
        Assert.Equal(["丁拟荞", "殷例澄", "龙拟秋"], desk.Recusals.Select(r => r.PersonName).Order(StringComparer.Ordinal));
        Assert.Equal(4, desk.Work.Count(w => w.Kind == WorkKind.Register));
        Assert.Equal(3, desk.Work.Count(w => w.Kind == WorkKind.Verify));
    }

    [Fact]
    public async Task The_year_counts_what_a_leader_would_count_in_the_workbook()
    {
        await ImportAsync();

        var year = await TakeAsync<YearSnapshot>();

        // 30 numbers of 2026, of which WT-2026-0008 was filed in November 2025.
        Assert.Equal((29, 15), (year.Current.Received, year.Previous.Received));
        Assert.Equal(2, year.Current.ReceivedAs(FindingOutcome.Transferred));
        Assert.Equal(2, year.Current.Rectification.Overdue);
        Assert.Equal(0, year.Approvals.Count);
    }

    private async Task ImportAsync()
    {
        await _db.Work.WriteAsync(
            async db =>
            {
                db.Settings.Add(new SettingRow { Key = nameof(OfficeSettings.RejectUnassignedArea), Value = bool.FalseString, ChangedAt = default });
                await DemonstrationOffice.ImportSampleAsync(db, new ImportOptions(), OfficeClock.At(OfficeClock.Anchor));
            },
            Cancel);
    }

    private async Task<T> TakeAsync<T>()
        where T : class
    {
        await using var services = PortalServices.For(new Acting(PortalRole.Administrator, Portal.Domain.People.PersonId.New()), _db);
        return await services.GetRequiredService<ISnapshotQuery<T>>().TakeAsync(Cancel);
    }
}
