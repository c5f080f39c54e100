using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Retention;
using Portal.Domain.Time;
using Portal.Evidence;
using Portal.Evidence.Formats;
using Portal.Retention;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Retention;

/// <summary>An office in which time passes, with one row of each class of the schedule when a test wants it.</summary>
public sealed class RetentionOffice : IDisposable
{
    private readonly string _anchors = Path.Combine(Path.GetTempPath(), $"anchor-{Guid.CreateVersion7():N}.log");

    public RetentionOffice()
    {
        Former = Office.Supervisor("谭示例", from: Today.AddYears(-1), until: Today.AddYears(1), ended: Today.AddDays(-1), state: AppointmentState.Adjusted);
        Account = Portal.Data.Account.For(Former, PortalRole.Supervisor);
        Account.Bind("https://id.example", "former");
        Add(Account);
        Clerk = Office.Staff(PortalRole.Administrator);
    }

    public SmallOffice Office { get; } = new();

    public PortalDb Db => Office.Db;

    public FakeTimeProvider Clock => Office.Clock;

    /// <summary>Yesterday was their last day.</summary>
    public PersonId Former { get; }

    public Account Account { get; }

    public Acting Clerk { get; }

    public RetentionRunner Runner => RunnerOver(Db);

    public AuditVerifier Verifier => new(Db, PortalDb.Keys, new AnchorFile(_anchors, PortalDb.Keys), Clock);

    private static DateOnly Today => OfficeClock.Anchor;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Office.Dispose();
        File.Delete(_anchors);
    }

    public RetentionRunner RunnerOver(IDbContextFactory<PortalDbContext> contexts) => new(
        contexts, new UnitOfWork(contexts), Options.Create(new RetentionOptions()), Options.Create(new EvidenceOptions()), Clock, NullLogger<RetentionRunner>.Instance);

    /// <summary>Nine o'clock of a later day, for the office and for its record.</summary>
    public void Until(DateOnly day, int hour = 9)
    {
        var at = Clock.StartOf(day).AddHours(hour);
        Clock.SetUtcNow(at);
        Db.Clock.SetUtcNow(at);
    }

    public async Task<RetentionReportLine> LineAsync(RetentionClass @class) => (await Runner.ReportAsync(Stop)).Single(l => l.Line.Class == @class);

    public void Hold(PersonId person) => Add(LegalHold.On(person, "行政诉讼", alreadyHeld: false, Clerk.Person, Clock.GetUtcNow()));

    public void LiftAll() => Office.Change(db =>
    {
        foreach (var hold in db.LegalHolds.Where(h => h.LiftedAt == null).ToList())
        {
            hold.Lift("已结案", Clerk.Person, Clock.GetUtcNow());
        }
    });

    /// <summary>A row of the class about the former supervisor, counting from today or from their last day.</summary>
    /// <returns>Whether it is gone.</returns>
    public Func<bool> Given(RetentionClass @class)
    {
        var now = Clock.GetUtcNow();
        switch (@class)
        {
            case RetentionClass.EndedSignIns:
                var session = Session(now);
                session.End(SessionEnd.SignedOut, now);
                Add(session);
                Add(Session(now.AddHours(1)));
                return () => Office.Read(db => !db.Sessions.Any(s => s.Id == session.Id));
            case RetentionClass.Invitations:
                var invitation = Invitation.To(Account.Id, Secret.HashOf(Secret.New()), Clerk.Person, now, TimeSpan.FromDays(7));
                invitation.Withdraw(now);
                Add(invitation);
                return () => Office.Read(db => !db.Invitations.Any());
            case RetentionClass.AbandonedDrafts:
                // In office again: their drafts are theirs to keep.
                Office.Term(Former, 2, Today.AddDays(1), Today.AddYears(2));
                goto case RetentionClass.DraftsOfFormerSupervisors;
            case RetentionClass.DraftsOfFormerSupervisors:
                Add(new FormDraft { Person = Former, Form = "form", Content = "{}", SavedAt = now });
                return () => Office.Read(db => !db.Drafts.Any());
            case RetentionClass.RemovedEvidence:
                var file = Evidence(Former);
                file.Remove("误传", now);
                Add(file);
                return () => Office.Read(db => db.Evidence.Single().WrappedKey is null);
            case RetentionClass.ExportCounts:
                Add(new ExportDay { Person = Former, Day = Today, Times = 1, Rows = 1 });
                return () => Office.Read(db => !db.ExportDays.Any());
            case RetentionClass.AuditValues:
                return () => Office.Read(db => !db.AuditKeys.Any(k => k.Subject == Former.Value && k.Month == 202611));
            case RetentionClass.FormerSupervisors:
                return () => Office.Read(db => db.People.Single(p => p.Id == Former) is { IdNumber: null, Phone: null, BirthDate: null, Sex: null, District: null, WorkUnit: null });
            case RetentionClass.EndedApplications:
                var ended = Applied();
                ended.Withdraw(by: null, note: "工作变动", now);
                Add(ended);
                return () => Office.Read(db => db.Applications.AsSplitQuery().Single()
                    is { IdNumber: null, Phone: null, BirthDate: null, Sex: null, WorkUnit: null, Motivation: "", FullName: "谭**" } kept && kept.Events.All(e => e.Note is null));
            case RetentionClass.DecidedObjections:
                var objection = ObjectedTo(Applied());
                objection.Dismiss(Clerk.Person, "查无实据", Today);
                objection.Answer("经核查不属实", Today);
                Add(objection);
                return () => Office.Read(db => db.Objections.Single() is { ObjectorName: null, Contact: null, Content: "", Decision: null, Reply: null, State: ObjectionState.Dismissed });
            default:
                throw new ArgumentOutOfRangeException(nameof(@class), @class, null);
        }
    }

    public void Add(object row) => Office.Change(db => db.Add(row));

    /// <summary>The former supervisor applies once more, under the same number.</summary>
    public Application Applied()
    {
        var now = Clock.GetUtcNow();
        var batch = RecruitmentBatch.Plan(RecruitmentBatchId.New(), "XP-2026-0001", "选聘", "公告", Today, Today.AddDays(9), applications: true, recommendations: true, TermAlignment.Individual, null);
        batch.Publish(Today);
        Add(batch);
        var number = Office.Read(db => db.People.Single(p => p.Id == Former).IdNumber!.Value);
        return Application.Submit(
            RecruitmentApplicationId.New(), batch, "BM-2026-0001",
            new Applicant("谭示例", number, PhoneNumber.FromStore("15400000001"), District.Tianyuan, "示例单位", "教师", SourceCategory.PublicRepresentative, "愿意监督"),
            RecruitmentChannel.OpenRecruitment, null, [], new ApplicationCircumstances(Declared: true, InOffice: false, HasLiveApplication: false), null, now, Today);
    }

    private Objection ObjectedTo(Application application)
    {
        var (now, second) = (Clock.GetUtcNow(), PersonId.New());
        application.StartReview(Clerk.Person, now);
        foreach (var condition in EligibilityConditions.All.Where(c => c != EligibilityCondition.Age))
        {
            application.Check(condition, ConditionResult.Met, "查询", null, Clerk.Person, Today);
        }

        application.ProposePass(Clerk.Person, Today, AgeCountRule.OnBirthday, now);
        application.Pass(second, Today, AgeCountRule.OnBirthday, now);
        var notice = PublicNotice.Prepare(PublicNoticeId.New(), application.Batch, "公示", "现予公示。", [application], Clerk.Person, officePhone: null);
        notice.Publish(Clerk.Person, approvalNeeded: false, "〔2026〕1号", [application], CountingMode.NoticeDefault, new WorkingCalendar(StatutoryHolidays.Of2026, [2026]), now, Today);
        Add(application);
        Add(notice);
        var objection = Objection.Lodge(ObjectionId.New(), notice, application.Id, "YY-2026-0001", "邻例居", "天元区某路", "有异议", anonymousAllowed: true, now, Today);
        objection.Accept();
        return objection;
    }

    private SignInSession Session(DateTimeOffset at) => SignInSession.Begin(Account.Id, PortalRole.Supervisor, new SignInProof(SignInWay.Persona, null), Secret.HashOf(Secret.New()), "?", at);

    /// <summary>A file that the clerk added to it.</summary>
    public EvidenceFile FileOf(EvidenceMatter matter, Guid owner) => Evidence(Clerk.Person, matter, owner);

    private EvidenceFile Evidence(PersonId by, EvidenceMatter matter = EvidenceMatter.Finding, Guid? owner = null) => new()
    {
        Id = EvidenceId.New(),
        Matter = matter,
        Owner = owner ?? Guid.CreateVersion7(),
        Kind = EvidenceKind.Material,
        Format = EvidenceFormat.Pdf,
        Size = 1,
        State = EvidenceState.Accepted,
        AddedBy = by,
        AddedAt = Clock.GetUtcNow(),
        StorageName = Guid.CreateVersion7().ToString("N"),
        SealedName = [1],
        WrappedKey = [1],
        KeyVersion = 1,
    };
}
