using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.People;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Features.Import.Mapping;
using static Portal.Features.Import.Recognition.LedgerColumns;

namespace Portal.Features.Import.Planning;

/// <summary>People are matched by identity number; with each come their terms, their card and, while in office, an account to sign in with.</summary>
internal static class RosterPlanner
{
    public static async Task PlanAsync(LedgerPlan plan, CancellationToken cancellationToken)
    {
        var people = await LoadPeopleAsync(plan, cancellationToken);
        var cards = await LoadCardsAsync(plan, cancellationToken);
        var accounts = (await Batches.LoadAsync(plan.People.All.Select(p => p.Id), ids => plan.Db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Person)).Select(a => a.Person), cancellationToken)).ToHashSet();

        var rows = plan.Distinct(plan.Workbook.Roster, IdNumber, r => r.IdNumber.Value);
        foreach (var row in plan.Distinct(rows, CardNumber, r => r.CardNumber))
        {
            var isKnown = people.TryGetValue(row.IdNumber, out var person);
            if (cards.GetValueOrDefault(row.CardNumber) is { } foreign && foreign.Person != person?.Id)
            {
                plan.Error(row, CardNumber, row.CardNumber, ProblemCode.TakenByAnother, plan.People.Find(foreign.Person)?.Name ?? row.CardNumber);
                continue;
            }

            if (isKnown)
            {
                person!.Correct(row.Name, row.Phone, row.District, row.WorkUnit);
            }
            else
            {
                person = Person.Citizen(PersonId.New(), row.Name, row.IdNumber, row.Phone, row.District, row.WorkUnit);
                plan.Db.People.Add(person);
            }

            var known = plan.People.Add(person.Id, row.Name);
            var terms = TermPlanner.Plan(plan, row, known);
            var card = PlanCard(plan, row, person.Id, cards);
            plan.People.AddCard(row.CardNumber, person.Id);
            if (known.Terms.Exists(t => t.IsInOffice(plan.Today)) && accounts.Add(person.Id))
            {
                plan.Db.Accounts.Add(Account.For(person.Id, PortalRole.Supervisor));
            }

            plan.Count(LedgerSheet.Roster, [person, card, .. terms]);
        }

        await TakenNumbers.KeepAheadAsync(plan.Db, plan.Workbook.Roster.Select(r => r.CardNumber), cancellationToken);
    }

    private static SupervisorCard PlanCard(LedgerPlan plan, RosterRow row, PersonId person, Dictionary<string, SupervisorCard> cards)
    {
        var state = TermPlanner.CardStateOf(row);
        if (cards.TryGetValue(row.CardNumber, out var card))
        {
            card.CorrectFromRegister(state);
            return card;
        }

        // A new number means a new card: the old one is void from then on (Article 12).
        foreach (var former in cards.Values.Where(c => c.Person == person && c.State == CardState.Active && state == CardState.Active))
        {
            former.CorrectFromRegister(CardState.Replaced);
        }

        card = SupervisorCard.FromRegister(SupervisorCardId.New(), person, row.CardNumber, state);
        cards.Add(row.CardNumber, card);
        plan.Db.Cards.Add(card);
        return card;
    }

    /// <summary>Everybody the workbook names: by identity number, and those whom only the other sheets name.</summary>
    private static async Task<Dictionary<IdentityNumber, Person>> LoadPeopleAsync(LedgerPlan plan, CancellationToken cancellationToken)
    {
        var book = plan.Workbook;
        var listed = await Batches.LoadAsync(book.Roster.Select(r => r.IdNumber), numbers => plan.Db.WithNumbers(numbers), cancellationToken);
        var names = book.Attendance.Select(r => r.Name).Concat(book.Findings.SelectMany(r => r.Authors)).Concat(book.Recusals.Select(r => r.Name));
        var named = await Batches.LoadAsync(names, batch => plan.Db.People.Where(p => p.IdNumber != null && batch.Contains(p.FullName)), cancellationToken);
        var people = listed.Union(named).ToDictionary(p => p.IdNumber!.Value);
        foreach (var person in people.Values)
        {
            plan.People.Add(person.Id, person.FullName);
        }

        foreach (var term in await Batches.LoadAsync(people.Values.Select(p => p.Id), ids => plan.Db.Appointments.Where(a => ids.Contains(a.Person)), cancellationToken))
        {
            plan.People.Find(term.Person)!.Terms.Add(term);
        }

        return people;
    }

    private static async Task<Dictionary<string, SupervisorCard>> LoadCardsAsync(LedgerPlan plan, CancellationToken cancellationToken)
    {
        var byNumber = await Batches.LoadAsync(plan.Workbook.Roster.Select(r => r.CardNumber), numbers => plan.Db.Cards.Where(c => numbers.Contains(c.Number)), cancellationToken);
        var byPerson = await Batches.LoadAsync(plan.People.All.Select(p => p.Id), ids => plan.Db.Cards.Where(c => ids.Contains(c.Person)), cancellationToken);
        var cards = byNumber.Union(byPerson).ToDictionary(c => c.Number);
        foreach (var card in cards.Values)
        {
            plan.People.AddCard(card.Number, card.Person);
        }

        return cards;
    }
}
