using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.Documents;
using Portal.Data.Letters;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.Credentials;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Letters;

/// <summary>Letters of introduction (Article 12; domain.md A2.7): prepared, issued or put to leadership, back, revoked. That one has run out is computed from its last day.</summary>
public sealed class LetterService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, OfficeFacts office, TimeProvider clock)
{
    /// <summary>Series of letters of introduction (domain.md A7).</summary>
    public const string Series = "JS";

    public async Task<PageOf<LetterRow>> ListAsync(LetterFilter filter, Paging paging, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeLetters, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var letters = await db.LettersForAsync(reader, clock.Today(), cancellationToken);
        var page = await letters.AsNoTracking().Where(filter, db, clock.Today()).InOrder(paging).PageAsync(paging, cancellationToken);
        return new PageOf<LetterRow>(await db.RowsAsync(page.Rows, clock.Today(), cancellationToken), page.Total);
    }

    /// <summary>Those that leadership has to decide, with all that is on them.</summary>
    public async Task<IReadOnlyList<LetterFile>> WaitingAsync(CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeLetters, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var letters = await db.LettersForAsync(reader, clock.Today(), cancellationToken);
        var waiting = await letters.AsNoTracking().Where(l => l.State == LetterState.Proposed).OrderBy(l => l.ValidFrom).ThenBy(l => l.Id).Take(Paging.ExportLimit).ToListAsync(cancellationToken);
        var files = new List<LetterFile>();
        foreach (var letter in waiting)
        {
            files.Add(await db.FileAsync(letter, reader, clock.Today(), cancellationToken));
        }

        return files;
    }

    /// <returns><c>null</c> when there is none with this id, or the reader may not know of it.</returns>
    public async Task<LetterFile?> GetAsync(IntroductionLetterId id, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeLetters, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var letters = await db.LettersForAsync(reader, clock.Today(), cancellationToken);
        return await letters.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellationToken) is { } letter
            ? await db.FileAsync(letter, reader, clock.Today(), cancellationToken)
            : null;
    }

    /// <summary>The agencies by whose letters a list can be narrowed.</summary>
    public async Task<IReadOnlyList<AgencyChoice>> AgenciesAsync(CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeLetters, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var hidden = (await db.RecusedFromAsync(reader.Person, cancellationToken)).Agencies;
        return await db.Agencies.AsNoTracking().Where(a => !hidden.Contains(a.Id)).OrderBy(a => a.Code).Select(a => new AgencyChoice(a.Id.Value, a.Name)).ToListAsync(cancellationToken);
    }

    public async Task<LetterChoices> ChoicesAsync(CancellationToken cancellationToken = default)
    {
        var clerk = await access.DemandAsync(Permissions.ManageLetters, cancellationToken: cancellationToken);
        var settings = await office.SettingsAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ChoicesAsync(clerk, settings.LetterMaxValidDays, cancellationToken);
    }

    /// <summary>Everybody in office, with what stands in the way of their bearing a letter as it is typed so far.</summary>
    public async Task<IReadOnlyList<BearerChoice>> BearersAsync(LetterForm form, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.ManageLetters, cancellationToken: cancellationToken);
        var today = clock.Today();
        var from = form.From ?? today;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = await db.Appointments.AsNoTracking().InOffice(from < today ? today : from)
            .Join(db.People, t => t.Person, p => p.Id, (t, p) => new { p.Id, p.FullName, t.Group })
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var facts = await db.BearerFactsAsync(people.Keys, form.AgencyId, form.ActivityId, from, form.To ?? from, today, cancellationToken);
        return
        [
            .. facts.Select(f => new BearerChoice(f.Person, people[f.Person].FullName, people[f.Person].Group, f.CardNumber, IntroductionLetter.WhyNotBear(f)))
                .OrderBy(c => c.Group).ThenBy(c => c.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>A letter as an activity asks for it: its agency, its day, and whoever is to take part and has none.</summary>
    /// <returns><c>null</c> when there is no such activity to come, or the actor may not know of it.</returns>
    public async Task<LetterForm?> ForActivityAsync(ActivityId id, AgencyId? agency, CancellationToken cancellationToken = default)
    {
        var clerk = await access.DemandAsync(Permissions.ManageLetters, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recused = await db.RecusedFromAsync(clerk.Person, cancellationToken);
        if (await db.Activities.AsNoTracking().OpenTo(recused).SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } activity)
        {
            return null;
        }

        var missing = await db.MissingLettersAsync(activity, cancellationToken);
        var to = agency ?? missing.Select(m => (AgencyId?)m.Agency).FirstOrDefault() ?? activity.Agencies.Select(a => (AgencyId?)a.Agency).FirstOrDefault();
        var today = clock.Today();
        var day = activity.Date < today ? today : activity.Date;
        return new LetterForm
        {
            Activity = id.Value,
            Agency = to?.Value,
            Bearers = [.. missing.Where(m => m.Agency == to).Select(m => m.Person.Value)],
            Matter = activity.Title,
            From = activity.Date,
            To = day,
        };
    }

    /// <summary>A letter like one that there is, such as one that leadership sent back.</summary>
    /// <returns><c>null</c> when there is none with this id, or the actor may not know of it.</returns>
    public async Task<LetterForm?> LikeAsync(IntroductionLetterId id, CancellationToken cancellationToken = default)
    {
        var clerk = await access.DemandAsync(Permissions.ManageLetters, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var letters = await db.LettersForAsync(clerk, clock.Today(), cancellationToken);
        return await letters.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellationToken) is { } letter
            ? new LetterForm
            {
                Activity = letter.Activity?.Value,
                Agency = letter.Agency.Value,
                Bearers = [.. letter.Bearers.Select(b => b.Person.Value)],
                Matter = letter.Matter,
                From = letter.ValidFrom,
                To = letter.ValidTo,
                Sensitive = letter.Sensitive,
            }
            : null;
    }

    public async Task<IntroductionLetterId> PrepareAsync(LetterForm form, CancellationToken cancellationToken = default)
    {
        return await work.WriteAsync(
            async db =>
            {
                var clerk = await access.DemandAsync(Permissions.ManageLetters, cancellationToken: cancellationToken);
                var settings = await db.SettingsAsync(cancellationToken);
                var choices = await db.ChoicesAsync(clerk, settings.LetterMaxValidDays, cancellationToken);
                var activity = choices.Activities.FirstOrDefault(a => a.Id == form.Activity);
                if (choices.Agencies.All(a => a.Id != form.Agency) || (form.Activity is not null && activity is null))
                {
                    throw Denied();
                }

                var (from, to) = (form.From!.Value, form.To!.Value);
                var facts = await db.BearerFactsAsync(form.People, form.AgencyId, form.ActivityId, from, to, clock.Today(), cancellationToken);
                var letter = IntroductionLetter.Prepare(
                    IntroductionLetterId.New(), facts, form.AgencyId, form.ActivityId, activity?.Agencies.Select(AgencyId.From).ToList(), form.Matter.Trim(), from, to, form.Sensitive,
                    settings.LetterMaxValidDays, clerk.Person, clock.Today());
                db.IntroductionLetters.Add(letter);
                return letter.Id;
            },
            cancellationToken);
    }

    /// <summary>Gives it its number. A sensitive matter is not the section's to issue.</summary>
    public Task IssueAsync(IntroductionLetterId id, int version, CancellationToken cancellationToken = default) => ActAsync(
        Permissions.ManageLetters,
        id,
        version,
        async (db, letter, clerk) =>
        {
            var facts = await db.BearerFactsAsync([.. letter.Bearers.Select(b => b.Person)], letter, clock.Today(), cancellationToken);
            // Asked before a number is taken, so that none is lost.
            Rule.Require(letter.WhyNotIssue(facts, clock.Today()));
            letter.Issue(await db.NextNumberAsync(Series, clock.Today().Year, cancellationToken), facts, clock.Today());
            await db.IssueIntroductionAsync(letter, clerk, clock.Today(), cancellationToken);
        },
        cancellationToken);

    public Task ApproveAsync(IntroductionLetterId id, int version, CancellationToken cancellationToken = default) => ActAsync(
        Permissions.ApproveLetters,
        id,
        version,
        async (db, letter, approver) =>
        {
            var facts = await db.BearerFactsAsync([.. letter.Bearers.Select(b => b.Person)], letter, clock.Today(), cancellationToken);
            Rule.Require(letter.WhyNotApprove(approver, facts, clock.Today()));
            letter.Approve(await db.NextNumberAsync(Series, clock.Today().Year, cancellationToken), approver, facts, clock.Today());
            await db.IssueIntroductionAsync(letter, approver, clock.Today(), cancellationToken);
        },
        cancellationToken);

    public Task SendBackAsync(IntroductionLetterId id, int version, string reason, CancellationToken cancellationToken = default) => ActAsync(
        Permissions.ApproveLetters, id, version, (_, letter, approver) => Done(() => letter.SendBack(approver, reason, clock.Today())), cancellationToken);

    /// <summary>The visit took place and the letter is back.</summary>
    public Task MarkUsedAsync(IntroductionLetterId id, int version, string note, CancellationToken cancellationToken = default) => ActAsync(
        Permissions.ManageLetters, id, version, (_, letter, _) => Done(() => letter.MarkUsed(note, clock.Today())), cancellationToken);

    /// <summary>It came back and was not used.</summary>
    public Task ReturnAsync(IntroductionLetterId id, int version, string note, CancellationToken cancellationToken = default) => ActAsync(
        Permissions.ManageLetters, id, version, (_, letter, _) => Done(() => letter.Return(note, clock.Today())), cancellationToken);

    /// <summary>The letter is void, and so is its document.</summary>
    public Task RevokeAsync(IntroductionLetterId id, int version, string reason, CancellationToken cancellationToken = default) => ActAsync(
        Permissions.ManageLetters,
        id,
        version,
        (db, letter, clerk) =>
        {
            letter.Revoke(reason, clock.Today());
            return db.VoidDocumentsAsync(DocumentKind.IntroductionLetter, letter.Id.Value, reason, clerk, clock.Today(), cancellationToken);
        },
        cancellationToken);

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private static AccessDeniedException Denied() => new(AccessDenial.NotPermitted, nameof(Permissions.ManageLetters));

    private async Task ActAsync(
        Microsoft.AspNetCore.Authorization.Infrastructure.OperationAuthorizationRequirement permission, IntroductionLetterId id, int version,
        Func<PortalDbContext, IntroductionLetter, PersonId, Task> act, CancellationToken cancellationToken) => await work.WriteAsync(
        async db =>
        {
            var actor = await access.DemandAsync(permission, cancellationToken: cancellationToken);
            var letters = await db.LettersForAsync(actor, clock.Today(), cancellationToken);
            await act(db, await letters.Where(l => l.Id == id).AsShownAsync(l => l.Version, version, cancellationToken), actor.Person);
        },
        cancellationToken);
}
