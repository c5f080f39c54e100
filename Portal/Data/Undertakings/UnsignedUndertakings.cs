using Microsoft.EntityFrameworkCore;
using Portal.Data.Appointments;
using Portal.Domain.Appointments;

namespace Portal.Data.Undertakings;

/// <summary>Who has the current undertaking still to sign (domain.md AL22). Nothing is blocked by it: the supervisor is asked, the section is told.</summary>
public static class UnsignedUndertakingsExtensions
{
    /// <summary>The terms of those in office who have not signed; nobody's where nothing was published.</summary>
    public static IQueryable<Appointment> WithoutUndertaking(this PortalDbContext db, DateOnly today) =>
        db.Appointments.AsNoTracking().InOffice(today).Where(t =>
            db.Undertakings.Any() && !db.SignedUndertakings.Any(s => s.Person == t.Person && s.Number == db.Undertakings.Max(u => u.Number)));
}
