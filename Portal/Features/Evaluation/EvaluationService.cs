using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Evaluations;
using Portal.Domain.People;

namespace Portal.Features.Evaluation;

/// <summary>The year's scores and ranks (Article 16): all of them for the office, their own for a supervisor.</summary>
public sealed class EvaluationService(IDbContextFactory<PortalDbContext> contexts, YearOfEvaluation evaluation, AccessGuard access, TimeProvider clock)
{
    public async Task<EvaluationYear> YearAsync(int year, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.SeeEvaluation, cancellationToken: cancellationToken);
        var today = clock.Today();
        var judged = await evaluation.TakeAsync(year, today, cancellationToken);
        return new EvaluationYear(year, IsProvisional(year, today), today, [.. judged.Select(RowOf)]);
    }

    /// <returns><c>null</c> when the person was not in office in that year.</returns>
    public async Task<ScoreBreakdown?> WhyAsync(int year, PersonId person, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeEvaluation, cancellationToken: cancellationToken);
        return await ExplainAsync(year, person, reader, cancellationToken);
    }

    /// <summary>The actor's own score: nobody else's name, score or rank leaves this method, only how many they are.</summary>
    /// <returns><c>null</c> when the actor was not in office in that year.</returns>
    public async Task<ScoreBreakdown?> MineAsync(int year, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeOwnEvaluation, cancellationToken: cancellationToken);
        return await ExplainAsync(year, actor.Person, actor, cancellationToken);
    }

    /// <summary>The years in which anybody was in office, the running one first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.SeeEvaluation, cancellationToken: cancellationToken);
        return await YearsOfAsync(null, cancellationToken);
    }

    /// <summary>The years in which the actor was in office.</summary>
    public async Task<IReadOnlyList<int>> MyYearsAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeOwnEvaluation, cancellationToken: cancellationToken);
        return await YearsOfAsync(actor.Person, cancellationToken);
    }

    private static bool IsProvisional(int year, DateOnly today) => year >= today.Year;

    private static EvaluationRow RowOf(EvaluatedSupervisor one) =>
        new(one.Person, one.Name, one.Group, one.CardNumber, one.Rank, one.RankInGroup, one.Result);

    private async Task<ScoreBreakdown?> ExplainAsync(int year, PersonId person, Actor reader, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var judged = await evaluation.TakeAsync(year, today, cancellationToken);
        if (judged.FirstOrDefault(one => one.Person == person) is not { } own)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new ScoreBreakdown(
            year,
            IsProvisional(year, today),
            today,
            own.Name,
            own.Group,
            own.Result,
            own.Rank,
            judged.Count(one => one.Rank is not null),
            own.RankInGroup,
            judged.Count(one => one.RankInGroup is not null && one.Group == own.Group),
            await new ScoreRows(db, own, reader, today).ReadAsync(cancellationToken));
    }

    private async Task<IReadOnlyList<int>> YearsOfAsync(PersonId? person, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var terms = await db.Appointments.AsNoTracking()
            .Where(term => term.TermStart <= today && (person == null || term.Person == person))
            .GroupBy(term => term.TermStart.Year)
            .Select(begun => new { First = begun.Key, Last = begun.Max(term => term.EndedOn ?? term.TermEnd) })
            .ToListAsync(cancellationToken);
        return
        [
            .. terms
                .SelectMany(term => Enumerable.Range(term.First, Math.Max(0, Math.Min(term.Last.Year, today.Year) - term.First + 1)))
                .Distinct()
                .OrderDescending(),
        ];
    }
}
