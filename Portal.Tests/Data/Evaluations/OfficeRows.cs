using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Tests.Support;

namespace Portal.Tests.Data.Evaluations;

/// <summary>Rows of an office, put into a test's database with one save. Whatever a test does not say is the ordinary case.</summary>
internal sealed class OfficeRows
{
    private readonly List<object> _rows = [];
    private int _next;

    public static DateOnly Day(int month, int day, int year = 2026) => new(year, month, day);

    public PersonId Supervisor(string name, SourceCategory group = SourceCategory.GrassrootsWorker, DateOnly? start = null, DateOnly? end = null, DateOnly? endedOn = null)
    {
        var person = PersonId.New();
        _rows.Add(Person.Staff(person, name));
        Card(person, $"T{_next++:000}");
        Term(person, start ?? Day(1, 1), end ?? Day(12, 31, 2028), group, endedOn: endedOn);
        return person;
    }

    public void Term(PersonId person, DateOnly start, DateOnly end, SourceCategory group = SourceCategory.GrassrootsWorker, int sequence = 1, DateOnly? endedOn = null) =>
        _rows.Add(Appointment.FromRegister(
            AppointmentId.New(), person, sequence, group, RecruitmentChannel.OpenRecruitment, start, end,
            sequence == 1 && endedOn is null ? AppointmentState.Active : AppointmentState.Completed, endedOn, null, null, []));

    public void Card(PersonId person, string number, CardState state = CardState.Active) =>
        _rows.Add(SupervisorCard.FromRegister(SupervisorCardId.New(), person, number, state));

    public ActivityId Activity(string number, DateOnly day, ActivityKind kind = ActivityKind.Meeting, bool mandatory = true, ActivityState state = ActivityState.Completed)
    {
        var id = ActivityId.New();
        _rows.Add(Portal.Domain.Activities.Activity.FromRegister(id, number, $"title {number}", kind, null, day, 20, mandatory, false, [], state, null));
        return id;
    }

    public void Part(ActivityId activity, PersonId person, ParticipationState state = ParticipationState.Attended) =>
        _rows.Add(Participation.FromRegister(ParticipationId.New(), activity, person, state));

    /// <summary>One activity, one person.</summary>
    public void Took(PersonId person, string number, ParticipationState state, DateOnly? day = null, ActivityKind kind = ActivityKind.Meeting, bool mandatory = true, ActivityState activity = ActivityState.Completed) =>
        Part(Activity(number, day ?? Day(8, 3), kind, mandatory, activity), person, state);

    public FindingId Closed(string number, PersonId author, FindingGrade? grade, DateOnly? on = null, FindingState state = FindingState.Closed, params PersonId[] coAuthors)
    {
        var id = FindingId.New();
        Add(Finding.FromRegister(id, new RegisteredFinding
        {
            Number = number,
            SubmittedOn = (on ?? Day(9, 1)).AddDays(-30),
            SubmittedAt = new DateTimeOffset((on ?? Day(9, 1)).AddDays(-30).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            Author = author,
            CoAuthors = coAuthors,
            OtherUnit = "unit",
            Category = FindingCategory.Service,
            Text = "text",
            State = state,
            FedBackOn = state is FindingState.Closed or FindingState.FedBack ? on ?? Day(9, 1) : null,
            Grade = grade,
        }));
        return id;
    }

    public void Add(object row) => _rows.Add(row);

    public void SaveTo(PortalDb portal)
    {
        using var db = portal.CreateDbContext();
        db.AddRange(_rows);
        db.SaveChanges();
        _rows.Clear();
    }
}
