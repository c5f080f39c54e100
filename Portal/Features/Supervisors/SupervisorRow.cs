using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.People;

namespace Portal.Features.Supervisors;

/// <summary>A supervisor as the list shows them, with the term that counts on the day of the list.</summary>
public sealed record SupervisorRow(
    PersonId Id,
    string Name,
    SourceCategory Group,
    string? CardNumber,
    CardState? CardState,
    District? District,
    string? WorkUnit,
    DateOnly TermStart,
    DateOnly LastDay,
    AppointmentState State,
    SupervisorStatus Status,
    int DaysLeft)
{
    internal static SupervisorRow Of(Person person, Appointment term, SupervisorCard? card, DateOnly today) => new(
        person.Id, person.FullName, term.Group, card?.Number, card?.State, person.District, person.WorkUnit,
        term.TermStart, term.LastDay, Shown(term, today), StatusOf(term, today), term.LastDay.DayNumber - today.DayNumber);

    internal static SupervisorStatus StatusOf(Appointment term, DateOnly today) =>
        term.IsInOffice(today) ? SupervisorStatus.InOffice
        : term.TermStart > today && !term.HasFallenAway ? SupervisorStatus.Upcoming
        : SupervisorStatus.Ended;

    // What the dates did last night has happened, whether or not anybody has written it down (Article 17).
    internal static AppointmentState Shown(Appointment term, DateOnly today) => term.State switch
    {
        AppointmentState.Active or AppointmentState.Upcoming when today > term.LastDay => AppointmentState.AutoEnded,
        AppointmentState.Upcoming when today >= term.TermStart => AppointmentState.Active,
        _ => term.State,
    };
}
