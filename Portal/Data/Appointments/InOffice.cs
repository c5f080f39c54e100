using System.Linq.Expressions;
using Portal.Domain.Appointments;

namespace Portal.Data.Appointments;

/// <summary>Who holds office on a day, asked of the database: the same rule as <see cref="Appointment.IsInOffice"/>, in the one place where it is written as a query.</summary>
public static class InOfficeExtensions
{
    public static IQueryable<Appointment> InOffice(this IQueryable<Appointment> terms, DateOnly day) => terms.Where(IsInOfficeOn(day));

    public static Expression<Func<Appointment, bool>> IsInOfficeOn(DateOnly day) =>
        term => term.TermStart <= day && term.TermEnd >= day && (term.EndedOn == null || term.EndedOn >= day);
}
