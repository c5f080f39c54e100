using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Evaluations;
using Portal.Domain.People;

namespace Portal.Features.Supervisors;

/// <summary>Each supervisor's file of duty (domain.md A9): for those who keep the register, and for the person it is about.</summary>
public sealed class DutyFileService(IDbContextFactory<PortalDbContext> contexts, AccessGuard access, AuditedViews views, YearOfEvaluation evaluation, TimeProvider clock)
{
    /// <returns><c>null</c> when nobody with this id ever held office.</returns>
    public async Task<DutyFile?> GetAsync(PersonId person, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeSupervisors, cancellationToken: cancellationToken);
        var file = await ReadAsync(person, reader, cancellationToken);
        if (file is not null)
        {
            await views.RecordAsync(reader, Permissions.SeeSupervisors, AuditedObject.Of(person), cancellationToken);
        }

        return file;
    }

    public async Task<DutyFile?> MineAsync(CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeOwnOffice, cancellationToken: cancellationToken);
        return await ReadAsync(reader.Person, reader, cancellationToken);
    }

    public async Task<IReadOnlyList<DutyScore>> ScoresAsync(PersonId person, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.SeeEvaluation, cancellationToken: cancellationToken);
        return await ScoreAsync(person, cancellationToken);
    }

    /// <summary>The actor's own; of the others only how many have a rank.</summary>
    public async Task<IReadOnlyList<DutyScore>> MyScoresAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeOwnEvaluation, cancellationToken: cancellationToken);
        return await ScoreAsync(actor.Person, cancellationToken);
    }

    private async Task<DutyFile?> ReadAsync(PersonId person, Actor reader, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.DutyFileAsync(person, reader, clock.Today(), cancellationToken);
    }

    private async Task<IReadOnlyList<DutyScore>> ScoreAsync(PersonId person, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var first = await db.Appointments.Where(t => t.Person == person).MinAsync(t => (DateOnly?)t.TermStart, cancellationToken);
        var scores = new List<DutyScore>();
        for (var year = today.Year; year >= (first?.Year ?? today.Year); year--)
        {
            var everybody = await evaluation.TakeAsync(year, today, cancellationToken);
            if (everybody.FirstOrDefault(one => one.Person == person) is { } own)
            {
                scores.Add(new DutyScore(year, own.Result.Total, own.Result.Grade, own.Rank, everybody.Count(one => one.Rank is not null), year == today.Year));
            }
        }

        return scores;
    }
}
