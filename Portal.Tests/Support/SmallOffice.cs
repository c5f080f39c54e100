using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;

namespace Portal.Tests.Support;

/// <summary>An office of a few people, filled as a test needs it: each line adds one thing and saves it.</summary>
public sealed class SmallOffice(PortalDb db) : IDisposable
{
    private int _people;

    public SmallOffice()
        : this(new PortalDb())
    {
    }

    public PortalDb Db { get; } = db;

    public FakeTimeProvider Clock { get; } = OfficeClock.At(OfficeClock.Anchor);

    public static DateOnly Today => OfficeClock.Anchor;

    public void Dispose() => Db.Dispose();

    public Acting Staff(PortalRole role, string name = "示例科员")
    {
        var person = Person.Staff(PersonId.New(), name);
        Add(person);
        return new Acting(role, person.Id);
    }

    public PersonId Supervisor(
        string name, SourceCategory group = SourceCategory.GrassrootsWorker, DateOnly? from = null, DateOnly? until = null, DateOnly? ended = null,
        AppointmentState state = AppointmentState.Active, string? card = null, District district = District.Tianyuan, RecruitmentChannel channel = RecruitmentChannel.OpenRecruitment)
    {
        var person = Person.Citizen(PersonId.New(), name, IdentityNumber.FromStore(NextIdNumber()), PhoneNumber.FromStore("15400000001"), district, "示例单位");
        Add(person);
        Term(person.Id, 1, from ?? new DateOnly(2026, 5, 8), until ?? new DateOnly(2029, 5, 7), group, ended, state, channel);
        if (card is not null)
        {
            Card(person.Id, card, CardState.Active);
        }

        return person.Id;
    }

    public void Term(
        PersonId person, int sequence, DateOnly from, DateOnly until, SourceCategory group = SourceCategory.GrassrootsWorker, DateOnly? ended = null,
        AppointmentState state = AppointmentState.Active, RecruitmentChannel channel = RecruitmentChannel.OpenRecruitment) =>
        Add(Appointment.FromRegister(AppointmentId.New(), person, sequence, group, channel, from, until, state, ended, null, null, []));

    public void Card(PersonId person, string number, CardState state) => Add(SupervisorCard.FromRegister(SupervisorCardId.New(), person, number, state));

    public AgencyId Agency(string code, string name, AgencyKind kind = AgencyKind.EmployeePension)
    {
        var agency = Portal.Domain.People.Agency.Register(AgencyId.New(), code, name, kind, null, null, isExternal: kind == AgencyKind.External);
        Add(agency);
        return agency.Id;
    }

    public ActivityId Activity(
        string number, string title, DateOnly? date = null, ActivityState state = ActivityState.Published, ActivityKind kind = ActivityKind.Supervision,
        SupervisionMode mode = SupervisionMode.OpenVisit, params AgencyId[] agencies)
    {
        var activity = Portal.Domain.Activities.Activity.FromRegister(
            ActivityId.New(), number, title, agencies.Length == 0 && kind == ActivityKind.Supervision ? ActivityKind.Meeting : kind, mode, date ?? Today, 30, true, false, agencies, state, null);
        Add(activity);
        return activity.Id;
    }

    public void Invite(ActivityId activity, PersonId person, ParticipationState state = ParticipationState.Invited) =>
        Add(Participation.FromRegister(ParticipationId.New(), activity, person, state));

    public FindingId Finding(
        string number, PersonId author, AgencyId agency, FindingState state = FindingState.Submitted, DateOnly? on = null,
        DateOnly? deadline = null, DateOnly? completed = null, string text = "窗口排队时间过长。", params PersonId[] with)
    {
        var day = on ?? new DateOnly(2026, 9, 1);
        var finding = Portal.Domain.Findings.Finding.FromRegister(FindingId.New(), new RegisteredFinding
        {
            Number = number,
            SubmittedOn = day,
            SubmittedAt = Clock.StartOf(day),
            Author = author,
            CoAuthors = with,
            Agency = agency,
            Category = FindingCategory.Service,
            Text = text,
            State = state,
            OriginalDeadline = deadline,
            Deadline = deadline,
            CompletedOn = completed,
            Requirement = deadline is null ? null : "整改",
            FedBackOn = state is FindingState.Closed or FindingState.FedBack ? day.AddDays(60) : null,
        });
        Add(finding);
        return finding.Id;
    }

    public void Recuse(PersonId person, RecusalMatter matter, RecusalState state = RecusalState.Recused) =>
        Add(RecusalDeclaration.FromRegister(RecusalId.New(), person, matter, RecusalGround.OwnInterest, "配偶在该机构工作", Today, state, null));

    public T Read<T>(Func<PortalDbContext, T> read)
    {
        using var db = Db.CreateDbContext();
        return read(db);
    }

    /// <summary>Somebody else changes something meanwhile.</summary>
    public void Change(Action<PortalDbContext> change)
    {
        using var db = Db.CreateDbContext();
        change(db);
        db.SaveChanges();
    }

    private void Add(object row)
    {
        using var db = Db.CreateDbContext();
        db.Add(row);
        db.SaveChanges();
    }

    private string NextIdNumber() => string.Create(CultureInfo.InvariantCulture, $"99020319850101{++_people:000}X");
}
