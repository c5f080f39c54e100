using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Drafts;
using Portal.Features.Activities.Mine;
using Portal.Features.Dashboards.Supervisor;
using Portal.Features.Findings.Mine;
using Portal.Live;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Dashboards.Supervisor;

/// <summary>An office with two supervisors and two agencies, so that every test of “my own” has somebody else at hand.</summary>
internal sealed class TwoSupervisors : IDisposable
{
    public TwoSupervisors()
        : this(new PortalDb())
    {
    }

    public TwoSupervisors(PortalDb office)
    {
        Db = office;
        using var db = Db.CreateDbContext();
        db.AddRange(
            Person.Staff(Me, "谭示安"),
            Person.Staff(Other, "罗例清"),
            Person.Staff(Clerk, "方管理"),
            Agency.Register(Pension, "AG01", "株洲市养老经办中心", AgencyKind.EmployeePension, null, null, false),
            Agency.Register(Injury, "AG02", "株洲市工伤经办中心", AgencyKind.WorkInjury, null, null, false),
            Agency.Register(AgencyId.New(), "EX01", "市医保局", AgencyKind.External, null, null, true));
        db.SaveChanges();
    }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static DateOnly Today => OfficeClock.Anchor;

    public PortalDb Db { get; }

    public FakeTimeProvider Clock { get; } = OfficeClock.At(OfficeClock.Anchor);

    public PersonId Me { get; } = PersonId.New();

    public PersonId Other { get; } = PersonId.New();

    public AgencyId Pension { get; } = AgencyId.New();

    public AgencyId Injury { get; } = AgencyId.New();

    public PersonId Clerk { get; } = PersonId.New();

    public OfficeFacts Office => new(Db);

    public LiveFeed<ScoresOfYear> Scores { get; } = new(NullLogger<LiveFeed<ScoresOfYear>>.Instance);

    public void Dispose() => Db.Dispose();

    public static AccessGuard Guard(PersonId who) => Acting.Supervisor(who).Guard();

    public MyFindingService Findings(PersonId who) => Findings(Guard(who));

    public MyFindingService Findings(AccessGuard guard) => new(Db, Db.Work, Office, guard, Clock);

    public MyActivityService Activities(PersonId who) => new(Db, Db.Work, Guard(who), Clock);

    public MyHomeService Home(PersonId who) => new(Db, Office, Guard(who), Clock);

    public MyScoreService Score(PersonId who) => new(Scores, Guard(who));

    public DraftService Drafts(PersonId who) => new(Db, Guard(who), Clock);

    public FindingForm Form(AgencyId? agency = null, string text = "窗口排队超过一小时") => new()
    {
        Agency = (agency ?? Pension).Value,
        Category = FindingCategory.Service,
        Text = text,
        SecrecyConfirmed = true,
    };

    public Task<FindingId> FileAsync(PersonId who, AgencyId? agency = null, string text = "窗口排队超过一小时") => Findings(who).SubmitAsync(Form(agency, text), Stop);

    /// <summary>What the section does to a finding.</summary>
    public Task HandleAsync(FindingId id, Action<Finding> act) => Db.Work.WriteAsync(
        async db => act(await FindAsync(db, id)),
        Stop);

    /// <summary>With its steps: an act adds to those that are there.</summary>
    public static Task<Finding> FindAsync(PortalDbContext db, FindingId id) => db.Findings.Include(f => f.Events).AsSplitQuery().SingleAsync(f => f.Id == id, Stop);

    public void Ask(Finding finding) => finding.RequestInfo(Clerk, "请补充具体日期", Clock.GetUtcNow());

    public void FeedBack(Finding finding)
    {
        finding.NotAccept(Clerk, "不属受理范围", Clock.GetUtcNow(), Clock.Today());
        finding.FeedBack(Clerk, "您反映的事项由医保部门办理。", Clock.GetUtcNow(), Clock.Today());
    }

    public void Appoint(PersonId who, DateOnly? until = null) => Save(Appointment.FromRegister(
        AppointmentId.New(), who, 1, SourceCategory.PublicRepresentative, RecruitmentChannel.OpenRecruitment,
        (until ?? Today.AddYears(2)).AddYears(-3).AddDays(1), until ?? Today.AddYears(2), AppointmentState.Active, null, null, null, []));

    public RecusalId Recuse(PersonId who, RecusalMatter matter)
    {
        var recusal = RecusalDeclaration.Declare(RecusalId.New(), who, matter, RecusalGround.OwnInterest, "配偶在该机构任职", Clock.Today(), false);
        Save(recusal);
        return recusal.Id;
    }

    public (ActivityId Activity, ParticipationId Part) Invite(
        PersonId who, string title, DateOnly day, ParticipationState state = ParticipationState.Invited,
        SupervisionMode mode = SupervisionMode.OpenVisit, AgencyId? agency = null, ActivityState activityState = ActivityState.Published)
    {
        var activity = Activity.FromRegister(
            ActivityId.New(), $"{day.Year}-{Guid.CreateVersion7():N}"[..20], title, ActivityKind.Supervision, mode, day, 25, true, false, [agency ?? Pension], activityState, null);
        var part = Participation.FromRegister(ParticipationId.New(), activity.Id, who, state);
        Save(activity, part);
        return (activity.Id, part.Id);
    }

    public void Save(params object[] rows)
    {
        using var db = Db.CreateDbContext();
        db.AddRange(rows);
        db.SaveChanges();
    }

    public T Read<T>(Func<PortalDbContext, T> read)
    {
        using var db = Db.CreateDbContext();
        return read(db);
    }
}
