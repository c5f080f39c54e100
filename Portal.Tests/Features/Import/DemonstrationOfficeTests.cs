using Microsoft.EntityFrameworkCore;
using Portal.Configuration;
using Portal.Domain.Appointments;
using Portal.Domain.Findings;
using Portal.Features.Import;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Import;

public sealed class DemonstrationOfficeTests : IDisposable
{
    private readonly PortalDb _db = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _db.Dispose();

    [Theory]
    [InlineData("2026-11-23")]
    [InlineData("2027-02-03")]
    [InlineData("2028-02-29")]
    [InlineData("2031-07-13")]
    public async Task Whenever_it_is_set_up_its_deadlines_and_terms_are_alive(string day)
    {
        var clock = OfficeClock.At(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var today = clock.Today();

        await _db.Work.WriteAsync(db => DemonstrationOffice.ImportSampleAsync(db, new ImportOptions(), clock), Cancel);

        await using var office = _db.CreateDbContext();
        Assert.Equal(24, await office.Appointments.CountAsync(t => t.State == AppointmentState.Active && t.TermStart <= today && t.TermEnd >= today, Cancel));
        Assert.InRange(await office.Findings.CountAsync(f => f.State == FindingState.RectificationOrdered && f.Rectification!.Deadline < today, Cancel), 2, 3);
        Assert.True(await office.Findings.AnyAsync(f => f.State == FindingState.RectificationOrdered && f.Rectification!.Deadline > today, Cancel));
        Assert.True(await office.Activities.AnyAsync(a => a.Date > today, Cancel));
        Assert.False(await office.Findings.AnyAsync(f => f.SubmittedOn > today, Cancel));
    }
}
