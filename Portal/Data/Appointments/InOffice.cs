using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Portal.Domain.Appointments;

namespace Portal.Data.Appointments;

/// <summary>Who holds office on a day, asked of the database: the same rule as <see cref="Appointment.IsInOffice"/>, in the one place where it is written as a query.</summary>
public static class InOfficeExtensions
{
    /// <summary>The rule itself, for a query that takes the day as its own parameter.</summary>
    public static readonly Expression<Func<Appointment, DateOnly, bool>> Rule =
        (term, day) => term.TermStart <= day && term.TermEnd >= day && (term.EndedOn == null || term.EndedOn >= day);

    public static IQueryable<Appointment> InOffice(this IQueryable<Appointment> terms, DateOnly day) => terms.Where(IsInOfficeOn(day));

    public static Expression<Func<Appointment, bool>> IsInOfficeOn(DateOnly day)
    {
        Expression<Func<DateOnly>> asked = () => day;
        return Expression.Lambda<Func<Appointment, bool>>(ReplacingExpressionVisitor.Replace(Rule.Parameters[1], asked.Body, Rule.Body), Rule.Parameters[0]);
    }
}
