using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Features.Import.Mapping;

namespace Portal.Features.Import.Planning;

/// <summary>A supervisor of the workbook or of the portal, with every term known.</summary>
internal sealed class KnownPerson(PersonId id, string name)
{
    public PersonId Id { get; } = id;

    public string Name { get; } = name;

    public List<Appointment> Terms { get; } = [];

    /// <summary>Whether a day lies before or after the current term; then whether another term covers it.</summary>
    public (bool IsHistory, bool InATerm) Standing(DateOnly day)
    {
        var current = Terms.MaxBy(t => t.TermStart);
        return current?.IsInOffice(day) == true ? (false, true) : (true, Terms.Exists(t => t.IsInOffice(day)));
    }
}

/// <summary>Finds people by what the ledger calls them.</summary>
internal sealed class KnownPeople(IReadOnlySet<string> unread)
{
    private readonly Dictionary<PersonId, KnownPerson> _byId = [];
    private readonly Dictionary<string, List<KnownPerson>> _byName = [];
    private readonly Dictionary<string, KnownPerson> _byCard = [];

    public IReadOnlyCollection<KnownPerson> All => _byId.Values;

    public KnownPerson Add(PersonId id, string name)
    {
        if (!_byId.TryGetValue(id, out var known) || known.Name != name)
        {
            var terms = known?.Terms ?? [];
            if (known is not null)
            {
                _byName[known.Name].Remove(known);
            }

            known = new KnownPerson(id, name);
            known.Terms.AddRange(terms);
            _byId[id] = known;
            (_byName.TryGetValue(name, out var same) ? same : _byName[name] = []).Add(known);
        }

        return known;
    }

    public KnownPerson? Find(PersonId id) => _byId.GetValueOrDefault(id);

    public void AddCard(string number, PersonId person)
    {
        if (_byId.TryGetValue(person, out var known))
        {
            _byCard[number] = known;
        }
    }

    public KnownPerson? ByCard(string number) => _byCard.GetValueOrDefault(number);

    /// <summary>The one person of that name, or a problem at the cell.</summary>
    public KnownPerson? ByName(LedgerPlan plan, LedgerRow row, string column, string name)
    {
        var found = _byName.GetValueOrDefault(name);
        if (found is { Count: 1 })
        {
            return found[0];
        }

        if (found is { Count: > 1 })
        {
            plan.Error(row, column, name, ProblemCode.AmbiguousPerson, found.Count);
        }
        else if (!unread.Contains(name))
        {
            plan.Error(row, column, name, ProblemCode.UnknownPerson);
        }

        return null;
    }
}
