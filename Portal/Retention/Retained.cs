using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.Retention;

namespace Portal.Retention;

/// <summary>What is asked of a class.</summary>
/// <param name="DueBefore">What counts from an earlier day is due.</param>
/// <param name="Start">The instant at which that day begins.</param>
public sealed record RetentionScope(DateOnly DueBefore, DateTimeOffset Start, Holds Holds, TimeProvider Clock);

/// <summary>How much is due.</summary>
/// <param name="Held">Of which under a legal hold.</param>
/// <param name="Oldest">The day from which the oldest counts.</param>
public sealed record DueCount(int Due, int Held, DateOnly? Oldest);

/// <summary>The rows of one class of the schedule.</summary>
internal interface IRetained
{
    RetentionClass Class { get; }

    Task<DueCount> CountAsync(PortalDbContext db, RetentionScope scope, CancellationToken cancellationToken);

    /// <summary>Does what the schedule says with the oldest rows that are not held, within the caller's unit of work.</summary>
    /// <returns>With how many.</returns>
    Task<int> ActAsync(PortalDbContext db, RetentionScope scope, int atMost, CancellationToken cancellationToken);

    /// <summary>What it asks the database, in its language.</summary>
    IEnumerable<string> Sql(PortalDbContext db, RetentionScope scope);
}

/// <summary>A row that is due.</summary>
/// <typeparam name="TFrom">How its day is stored.</typeparam>
internal sealed class DueRow<T, TFrom>
{
    public required T Row { get; init; }

    public required TFrom From { get; init; }

    public required bool IsHeld { get; init; }
}

/// <summary>One question and one act: all that a class is.</summary>
internal sealed class Retained<T, TFrom>(
    RetentionClass @class,
    Func<PortalDbContext, RetentionScope, IQueryable<DueRow<T, TFrom>>> due,
    Func<RetentionScope, TFrom, DateOnly> dayOf,
    Func<PortalDbContext, List<T>, CancellationToken, Task> act) : IRetained
    where T : class
    where TFrom : struct
{
    public RetentionClass Class => @class;

    public async Task<DueCount> CountAsync(PortalDbContext db, RetentionScope scope, CancellationToken cancellationToken)
    {
        var rows = due(db, scope);
        var oldest = await rows.OrderBy(r => r.From).Select(r => r.From).Take(1).ToListAsync(cancellationToken);
        return new DueCount(
            await rows.CountAsync(cancellationToken),
            scope.Holds.Any ? await rows.CountAsync(r => r.IsHeld, cancellationToken) : 0,
            oldest.Count == 0 ? null : dayOf(scope, oldest[0]));
    }

    public async Task<int> ActAsync(PortalDbContext db, RetentionScope scope, int atMost, CancellationToken cancellationToken)
    {
        // With whatever belongs to a row, each kind of it asked for by itself.
        var rows = await Batch(db, scope, atMost).AsSplitQuery().ToListAsync(cancellationToken);
        if (rows.Count > 0)
        {
            await act(db, rows, cancellationToken);
        }

        return rows.Count;
    }

    public IEnumerable<string> Sql(PortalDbContext db, RetentionScope scope) => [Batch(db, scope, 1).ToQueryString(), due(db, scope).Where(r => r.IsHeld).ToQueryString()];

    private IQueryable<T> Batch(PortalDbContext db, RetentionScope scope, int atMost) => due(db, scope).Where(r => !r.IsHeld).OrderBy(r => r.From).Select(r => r.Row).Take(atMost);
}
