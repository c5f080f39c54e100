using Portal.Access;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Dashboards.Administrator;

/// <summary>An office put together by hand, row by row, so that every number on the desk can be counted on the fingers.</summary>
internal sealed class SeededOffice
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private readonly List<object> _rows = [];
    private int _number;

    public SeededOffice()
    {
        Clerk = Staff("示例科员");
        Author = Supervisor("谭示安", SourceCategory.GrassrootsWorker);
    }

    public PersonId Clerk { get; }

    public PersonId Author { get; }

    public static DateOnly Day(int month, int day) => new(2026, month, day);

    public PersonId Staff(string name)
    {
        var person = PersonId.New();
        _rows.Add(Person.Staff(person, name));
        _rows.Add(Account.For(person, PortalRole.Administrator));
        return person;
    }

    public PersonId Supervisor(string name, SourceCategory group, DateOnly? end = null, DateOnly? endedOn = null)
    {
        var person = PersonId.New();
        _rows.Add(Person.Staff(person, name));
        _rows.Add(Appointment.FromRegister(
            AppointmentId.New(), person, 1, group, RecruitmentChannel.OpenRecruitment, new DateOnly(2025, 5, 8), end ?? new DateOnly(2028, 5, 7),
            endedOn is null ? AppointmentState.Active : AppointmentState.Dismissed, endedOn, null, null, []));
        return person;
    }

    public AgencyId Agency(string name, bool external = false)
    {
        var agency = AgencyId.New();
        _rows.Add(Portal.Domain.People.Agency.Register(agency, $"AG{++_number:00}", name, AgencyKind.ResidentPension, null, null, external));
        return agency;
    }

    public ActivityId Activity(string title, DateOnly day, ActivityKind kind, ActivityState state, params AgencyId[] agencies)
    {
        var id = ActivityId.New();
        _rows.Add(Portal.Domain.Activities.Activity.FromRegister(
            id, $"2026-{++_number:00}", title, kind, kind == ActivityKind.Supervision ? SupervisionMode.OpenVisit : null, day, 30, true, false, agencies, state, null));
        return id;
    }

    public void Part(ActivityId activity, PersonId person, ParticipationState state) =>
        _rows.Add(Participation.FromRegister(ParticipationId.New(), activity, person, state));

    public RecusalId Declared(PersonId person, RecusalMatter matter, DateOnly day)
    {
        var id = RecusalId.New();
        _rows.Add(RecusalDeclaration.Declare(id, person, matter, RecusalGround.OwnInterest, "配偶在该机构工作", day, alreadyOnRecord: false));
        return id;
    }

    public Finding Submitted(AgencyId agency, DateOnly day)
    {
        var finding = Finding.Submit(
            FindingId.New(), $"WT-2026-{++_number:0000}", Author, [], agency, null, FindingCategory.Service, "大厅仅开放两个窗口", authorRecused: false, secrecyConfirmed: true, s_now, day);
        _rows.Add(finding);
        return finding;
    }

    public Finding Registered(AgencyId agency, DateOnly day)
    {
        var finding = Submitted(agency, day);
        finding.Register(Clerk, s_now, day);
        return finding;
    }

    public Finding Investigating(AgencyId agency, DateOnly since)
    {
        var finding = Registered(agency, since);
        finding.Investigate(Clerk, Clerk, handlerRecused: false, s_now, since);
        return finding;
    }

    public Finding Concluded(AgencyId agency, DateOnly day, FindingConclusion conclusion = FindingConclusion.Substantiated)
    {
        var finding = Investigating(agency, day.AddDays(-20));
        finding.Conclude(Clerk, conclusion, "经查", isViolation: false, loss: null, serious: false, new OfficeSettings(), s_now, day);
        return finding;
    }

    public Finding Ordered(AgencyId agency, DateOnly day, DateOnly deadline)
    {
        var finding = Concluded(agency, day);
        finding.OrderRectification(Clerk, "限期整改", deadline, s_now, day);
        return finding;
    }

    public Finding Reported(AgencyId agency, DateOnly day, DateOnly deadline, DateOnly reported)
    {
        var finding = Ordered(agency, day, deadline);
        finding.ReceiveReply(Clerk, "已整改", s_now, reported);
        return finding;
    }

    public Finding Verified(AgencyId agency, DateOnly day, DateOnly deadline, DateOnly completed)
    {
        var finding = Reported(agency, day, deadline, completed);
        finding.Verify(Clerk, "现场核实", completed, s_now, completed);
        return finding;
    }

    public Finding Closed(AgencyId agency, DateOnly day)
    {
        var finding = Concluded(agency, day, FindingConclusion.SuggestionAdopted);
        finding.FeedBack(Clerk, "已采纳", s_now, day);
        finding.Close(Clerk, FindingGrade.R2, null, "办结", s_now, day);
        return finding;
    }

    public void SaveTo(PortalDb portal)
    {
        using var db = portal.CreateDbContext();
        db.AddRange(_rows);
        db.SaveChanges();
        _rows.Clear();
    }
}
