using Portal.Access;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Recusals;
using Portal.Domain.Time;
using Portal.Tests.Support;

namespace Portal.Tests.House;

/// <summary>A small office in which somebody acts: what there is belongs to the person acting, so that ownership never hides what a role may not do.</summary>
public sealed class Scene
{
    private static readonly DateOnly s_today = OfficeClock.Anchor;

    public PersonId Actor { get; } = PersonId.New();

    public PersonId Colleague { get; } = PersonId.New();

    public AgencyId Agency { get; } = AgencyId.New();

    public AgencyId OtherAgency { get; } = AgencyId.New();

    public ActivityId Activity { get; } = ActivityId.New();

    public ParticipationId Participation { get; } = ParticipationId.New();

    public RecusalId Recusal { get; } = RecusalId.New();

    public FindingId Finding { get; } = FindingId.New();

    public AccountId Account { get; private set; }

    public SessionId Session { get; private set; }

    public AppointmentId FormerTerm { get; } = AppointmentId.New();

    public SupervisorCardId FormerCard { get; } = SupervisorCardId.New();

    public SupervisorCardId Card { get; } = SupervisorCardId.New();

    /// <summary>To <see cref="Agency"/>, borne by the actor, issued.</summary>
    public IntroductionLetterId Letter { get; } = IntroductionLetterId.New();

    public RecruitmentBatchId Batch { get; } = RecruitmentBatchId.New();

    public RecruitmentApplicationId Application { get; } = RecruitmentApplicationId.New();

    /// <summary>Somebody who is on <see cref="Notice"/>, and against whom somebody objects.</summary>
    public RecruitmentApplicationId Proposed { get; } = RecruitmentApplicationId.New();

    public PublicNoticeId Notice { get; } = PublicNoticeId.New();

    public ObjectionId Objection { get; } = ObjectionId.New();

    /// <summary>To appoint <see cref="Proposed"/>.</summary>
    public TermProposalId Proposal { get; } = TermProposalId.New();

    public static DateOnly Today => s_today;

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task SetAsync(PortalDb office) => await office.Work.WriteAsync(
        async db =>
        {
            db.People.AddRange(Person.Staff(Actor, "actor"), Person.Staff(Colleague, "colleague"));
            var accounts = new[] { Portal.Data.Account.For(Colleague, PortalRole.Administrator), Portal.Data.Account.For(Actor, PortalRole.Administrator) };
            db.Accounts.AddRange(accounts);
            Account = accounts[0].Id;
            Session = AddSession(db, accounts[1].Id);
            db.Agencies.AddRange(
                Portal.Domain.People.Agency.Register(Agency, "AG01", "first", AgencyKind.DistrictGeneral, null, null, isExternal: false),
                Portal.Domain.People.Agency.Register(OtherAgency, "AG02", "second", AgencyKind.DistrictGeneral, null, null, isExternal: false));
            db.Appointments.AddRange(
                Term(FormerTerm, 1, s_today.AddYears(-3), AppointmentState.AutoEnded),
                Term(AppointmentId.New(), 2, s_today.AddYears(-1), AppointmentState.Active));
            db.Cards.AddRange(
                SupervisorCard.FromRegister(FormerCard, Actor, "ZZ-2023-0001", CardState.Returned),
                SupervisorCard.FromRegister(Card, Actor, "ZZ-2026-0001", CardState.Active));
            await db.SaveChangesAsync(Cancel);

            var activity = Portal.Domain.Activities.Activity.Plan(
                Activity, "2026-01", "visit", ActivityKind.Supervision, SupervisionMode.OpenVisit, s_today.AddDays(7), 20, mandatory: true, requiresDocumentAccess: false, [Agency], remark: null);
            activity.Publish();
            db.Activities.Add(activity);
            db.Participations.Add(Portal.Domain.Activities.Participation.Invite(Participation, activity, Actor, inOfficeOnTheDay: true, recused: false, placesTaken: 0));
            db.Findings.Add(Portal.Domain.Findings.Finding.FromRegister(Finding, Ordered("WT-2026-0001")));
            await db.SaveChangesAsync(Cancel);

            var bearer = new BearerFacts(Actor, InOffice: true, Recused: false, "ZZ-2026-0001");
            var letter = IntroductionLetter.Prepare(
                Letter, [bearer], Agency, null, null, "files", s_today, s_today, sensitive: false, maxDays: 1, Colleague, s_today);
            letter.Issue("JS-2026-9001", [bearer], s_today);
            db.IntroductionLetters.Add(letter);
            db.Undertakings.Add(Portal.Domain.Undertakings.Undertaking.Publish("words", null, Colleague, s_today));
            AddRecruitment(db);
            await db.SaveChangesAsync(Cancel);
            db.Recusals.Add(RecusalDeclaration.Declare(Recusal, Actor, RecusalMatter.Of(OtherAgency), RecusalGround.OwnInterest, "kin", s_today, alreadyOnRecord: false));
        },
        Cancel);

    public RegisteredFinding Ordered(string number) => new()
    {
        Number = number,
        SubmittedOn = s_today.AddDays(-10),
        SubmittedAt = OfficeClock.At(s_today.AddDays(-10), hour: 0).GetUtcNow(),
        Author = Actor,
        Agency = Agency,
        Category = FindingCategory.Service,
        Text = "two counters open",
        State = FindingState.RectificationOrdered,
        Conclusion = FindingConclusion.Substantiated,
        Requirement = "open four",
        OriginalDeadline = s_today.AddDays(30),
        Deadline = s_today.AddDays(30),
    };

    private void AddRecruitment(PortalDbContext db)
    {
        var now = OfficeClock.At(s_today).GetUtcNow();
        var batch = RecruitmentBatch.Plan(Batch, "XP-2026-9001", "selection", "come", s_today.AddDays(-3), s_today.AddDays(3), applications: true, recommendations: true, TermAlignment.Individual, null);
        batch.Publish(s_today);
        var proposed = Applied(Proposed, "BM-2026-9002", "990224199109095118", batch, now);
        proposed.StartReview(Colleague, now);
        foreach (var condition in EligibilityConditions.All.Where(c => c != EligibilityCondition.Age))
        {
            proposed.Check(condition, ConditionResult.Met, "seen", null, Colleague, s_today);
        }

        proposed.ProposePass(Colleague, batch.ClosesOn, AgeCountRule.OnBirthday, now);
        proposed.Pass(PersonId.New(), batch.ClosesOn, AgeCountRule.OnBirthday, now);
        var notice = PublicNotice.Prepare(Notice, Batch, "notice", "these people", [proposed], Colleague, officePhone: null);
        notice.Propose(Colleague);
        notice.Publish(Actor, approvalNeeded: true, "GS-2026-9001", [proposed], CountingMode.NoticeDefault, WorkingCalendar.WeekendsOnly, now, s_today);
        db.AddRange(
            batch, Applied(Application, "BM-2026-9001", "990204198601025521", batch, now), proposed, notice,
            Portal.Domain.Recruitment.Objection.Lodge(Objection, notice, Proposed, "YY-2026-9001", "neighbour", "here", "kin", anonymousAllowed: true, now, s_today),
            TermProposal.ToAppoint(Proposal, Proposed, SourceCategory.PublicRepresentative, s_today, "fit", Colleague, s_today));
    }

    private static Portal.Domain.Recruitment.Application Applied(RecruitmentApplicationId id, string receipt, string number, RecruitmentBatch batch, DateTimeOffset now) =>
        Portal.Domain.Recruitment.Application.Submit(
            id, batch, receipt,
            new Applicant("applicant", IdentityNumber.FromStore(number), PhoneNumber.FromStore("15400000031"), District.Shifeng, "unit", null, SourceCategory.PublicRepresentative, "gladly"),
            RecruitmentChannel.OpenRecruitment, null, [], new ApplicationCircumstances(Declared: true, InOffice: false, HasLiveApplication: false), null, now, s_today);

    private static SessionId AddSession(PortalDbContext db, AccountId account)
    {
        var session = SignInSession.Begin(account, PortalRole.Administrator, new SignInProof(SignInWay.Persona, null), Secret.HashOf(Secret.New()), "?", OfficeClock.At(s_today).GetUtcNow());
        db.Sessions.Add(session);
        return session.Id;
    }

    private Appointment Term(AppointmentId id, int sequence, DateOnly start, AppointmentState state) => Appointment.FromRegister(
        id, Actor, sequence, SourceCategory.PublicRepresentative, RecruitmentChannel.OpenRecruitment, start, start.AddYears(1), state, endedOn: null, ground: null, remark: null, others: []);
}
