using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Audit;
using Portal.Data;
using Portal.Domain.Credentials;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Features.Credentials;
using Portal.Features.Findings;
using Portal.Tests.Support;

namespace Portal.Tests.Soak;

/// <summary>Sixteen people do the same thing at the same moment, again and again. security.md §3 tests 46 and 48.</summary>
public sealed class RaceTests : IDisposable
{
    private const int AtOnce = 16;

    private readonly SmallOffice _office = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact(Explicit = true)]
    public async Task Of_edits_of_one_thing_each_that_was_accepted_is_in_its_history_once_and_the_last_one_stands()
    {
        var clerks = Enumerable.Range(0, AtOnce).Select(i => _office.Staff(PortalRole.Administrator, $"科员{i}")).ToList();
        _office.Change(db => db.AddRange(clerks.Select(c => Account.For(c.Person, PortalRole.Administrator))));
        var id = _office.Finding("WT-2026-0001", _office.Supervisor("谭示安"), _office.Agency("AG01", "示例机构"), FindingState.Investigating);
        var rounds = SoakPortal.Rounds(500);
        var (accepted, lost) = (0, 0);
        for (var round = 0; round < rounds; round++)
        {
            var seen = _office.Read(db => db.Findings.Where(f => f.Id == id).Select(f => f.Version).Single());
            var answers = await Task.WhenAll(clerks.Select(clerk => Task.Run(() => TryAsync(clerk, s => s.GetRequiredService<FindingHandlingService>().AssignHandlerAsync(id, seen, clerk.Person, Stop)))));
            Assert.All(answers.OfType<Exception>(), a => Assert.True(a is DbUpdateConcurrencyException or RuleViolationException, a.ToString()));
            Assert.True(answers.Count(a => a is null) == 1, $"{round}: {string.Join('\n', answers.Select(a => a?.Message ?? "accepted"))}");
            accepted++;
            lost += AtOnce - 1;
        }

        var finding = _office.Read(db => db.Findings.AsNoTracking().Include(f => f.Events).AsSplitQuery().Single(f => f.Id == id));
        var assigned = finding.Events.Where(e => e.Kind == FindingEventKind.HandlerAssigned).OrderBy(e => e.Sequence).ToList();
        var key = AuditedObject.Of(id).Id;
        Assert.Equal(accepted, assigned.Count);
        Assert.Equal(assigned[^1].Handler, finding.Handler);
        Assert.Equal(accepted, _office.Read(db => db.AuditEntries.Count(e => e.ObjectId == key && e.Act == nameof(Permissions.HandleFinding) && e.Outcome == AuditOutcome.Done)));
        SoakPortal.Print(string.Create(CultureInfo.InvariantCulture, $"{rounds} rounds of {AtOnce} edits at once of one finding: {accepted} accepted, each once in its history and in the record; {lost} told that they were late; the last one stands"));
    }

    [Fact(Explicit = true)]
    public async Task Of_cards_for_one_person_one_is_issued_and_no_number_twice()
    {
        var clerk = _office.Staff(PortalRole.Administrator);
        var people = Enumerable.Range(0, SoakPortal.Rounds(200)).Select(i => _office.Supervisor($"监督员{i}")).ToList();
        foreach (var person in people)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => TryAsync(clerk, s => s.GetRequiredService<CardService>().IssueAsync(person, Stop)))));
            Assert.Equal(1, answers.Count(a => a is null));
            Assert.All(answers.OfType<Exception>(), a => Assert.IsType<RuleViolationException>(a));
        }

        var cards = _office.Read(db => db.Cards.AsNoTracking().Where(c => c.State == CardState.Active).ToList());
        Assert.Equal(people.Count, cards.Count);
        Assert.Equal(people.Count, cards.Select(c => c.Person).Distinct().Count());
        Assert.Equal(people.Count, cards.Select(c => c.Number).Distinct(StringComparer.Ordinal).Count());
        SoakPortal.Print(string.Create(CultureInfo.InvariantCulture, $"{people.Count} people, {AtOnce} cards at once for each: {cards.Count} issued, one a person, no number twice"));
    }

    private async Task<Exception?> TryAsync(Acting acting, Func<IServiceProvider, Task> act)
    {
        await using var services = PortalServices.For(acting, _office.Db);
        return await Record.ExceptionAsync(() => act(services));
    }
}
