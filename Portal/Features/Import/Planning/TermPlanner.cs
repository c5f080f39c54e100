using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Time;
using Portal.Features.Import.Mapping;
using Portal.Features.Import.Recognition;
using static Portal.Features.Import.Recognition.LedgerColumns;

namespace Portal.Features.Import.Planning;

/// <summary>The terms that a roster row tells of (Article 17): the current one from its columns, an earlier one from its remark.</summary>
internal static class TermPlanner
{
    /// <returns>The terms that the row stands for, so that they are counted with it.</returns>
    public static IReadOnlyList<Appointment> Plan(LedgerPlan plan, RosterRow row, KnownPerson person)
    {
        if (person.Terms.Exists(t => t.TermStart > row.TermStart))
        {
            plan.Hint(row, TermStart, Day(row.TermStart), ProblemCode.LaterTermKnown, person.Terms.Max(t => t.TermStart));
            return [];
        }

        var (end, endedOn) = Dates(row);
        if (row.TermEnd > end)
        {
            plan.Error(row, TermEnd, Day(row.TermEnd), ProblemCode.DismissedAfterTerm, end);
            return [];
        }

        var current = person.Terms.Find(t => t.TermStart == row.TermStart);
        var violation = Appointment.WhyNotAppoint(row.TermStart, end, Others(person, current))
            ?? (row.TermEnd < row.TermStart ? AppointmentRules.EndsBeforeItStarts(row.TermStart, row.TermEnd) : null);
        if (violation is not null)
        {
            plan.Error(row, TermStart, Day(row.TermStart), ProblemCode.Rule, violation);
            return [];
        }

        var earlier = Earlier(plan, row, person, current, end);
        return [.. earlier, Current(plan, row, person, current, end, endedOn)];
    }

    /// <summary>What became of the card, as state and remark tell (domain.md A2.6).</summary>
    public static CardState CardStateOf(RosterRow row) =>
        LedgerWords.Says(row.Remark, "CardNotReturned") ? CardState.ReturnPending
        : LedgerWords.Says(row.Remark, "CertificatesReturned") ? CardState.Returned
        : row.State == RosterState.InOffice ? CardState.Active
        : CardState.ReturnPending;

    // Of a term that was cut short the roster gives the last day in office; the term itself was three years.
    private static (DateOnly End, DateOnly? EndedOn) Dates(RosterRow row)
    {
        if (row.State is not (RosterState.Resigned or RosterState.Dismissed))
        {
            return (row.TermEnd, null);
        }

        var end = Term.Of(row.TermStart).End;
        return (end, row.TermEnd == end ? null : row.TermEnd);
    }

    private static Appointment Current(LedgerPlan plan, RosterRow row, KnownPerson person, Appointment? current, DateOnly end, DateOnly? endedOn)
    {
        var state = row.State switch
        {
            RosterState.InOffice => AppointmentState.Active,
            RosterState.Expired => AppointmentState.AutoEnded,
            _ => AppointmentState.Dismissed,
        };
        if (state == AppointmentState.Active && end < plan.Today)
        {
            plan.Hint(row, State, LedgerWords.Of(row.State), ProblemCode.TermHasRunOut, end);
        }

        if (current is not null)
        {
            current.CorrectFromRegister(row.Group, row.Channel, end, state, endedOn, row.Ground, row.Remark);
            return current;
        }

        // Followed by this one, an older term is over (domain.md A2.5).
        foreach (var former in person.Terms.Where(t => t.State == AppointmentState.Active))
        {
            former.CorrectFromRegister(former.Group, former.Channel, former.TermEnd, AppointmentState.Completed, former.EndedOn, former.Ground, former.Remark);
        }

        var sequence = person.Terms.Select(t => t.Sequence).DefaultIfEmpty().Max() + 1;
        return Add(plan, person, Appointment.FromRegister(
            AppointmentId.New(), person.Id, sequence, row.Group, row.Channel, row.TermStart, end, state, endedOn, row.Ground, row.Remark, Others(person, null)));
    }

    private static IEnumerable<Appointment> Earlier(LedgerPlan plan, RosterRow row, KnownPerson person, Appointment? current, DateOnly end)
    {
        if (row.EarlierTerm is not { } earlier || person.Terms.Exists(t => t.TermStart == earlier.Start))
        {
            return [];
        }

        if (current is not null || person.Terms.Count > 0)
        {
            plan.Hint(row, Remark, row.Remark, ProblemCode.EarlierTermNotKept, earlier.Start, earlier.End);
            return [];
        }

        if (Appointment.WhyNotAppoint(earlier.Start, earlier.End, [(row.TermStart, end)]) is { } violation)
        {
            plan.Error(row, Remark, row.Remark, ProblemCode.Rule, violation);
            return [];
        }

        plan.Hint(row, Remark, row.Remark, ProblemCode.EarlierTermFromRemark, earlier.Start, earlier.End);
        return [Add(plan, person, Appointment.FromRegister(
            AppointmentId.New(), person.Id, 1, row.Group, row.Channel, earlier.Start, earlier.End, AppointmentState.Completed, null, null, null, []))];
    }

    private static Appointment Add(LedgerPlan plan, KnownPerson person, Appointment term)
    {
        person.Terms.Add(term);
        plan.Db.Appointments.Add(term);
        return term;
    }

    private static IEnumerable<(DateOnly Start, DateOnly LastDay)> Others(KnownPerson person, Appointment? self) =>
        person.Terms.Where(t => t != self).Select(t => (t.TermStart, t.LastDay));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
