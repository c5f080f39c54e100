using Microsoft.EntityFrameworkCore;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Documents;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Time;

namespace Portal.Features.Import;

/// <summary>Two batches of fictional candidates in the demonstration office: one on notice with an objection under way, one open today with a review in each of its stages.</summary>
internal static class DemonstrationSelection
{
    private const string Announcement = "面向社会公开选聘社保基金特邀社会监督员若干名（演示）。条件、类别和程序见《株洲市社保基金特邀社会监督员管理办法》第二条至第六条。";
    private const string NoticeText = "经单位推荐、公开报名和初步审查，现将拟聘人选予以公示。公示期间如有异议，请向社保基金监督和审计科反映，提倡实名（演示）。";

    public static async Task AddAsync(PortalDbContext db, PersonId clerk, PersonId second, PersonId leader, TimeProvider clock)
    {
        var today = clock.Today();
        var calendar = await db.CalendarAsync(CancellationToken.None);
        var issued = (await db.NumberSeries.FindAsync(DocumentForm.Official, today.Year))?.Last ?? 0;
        var hands = new Hands(db, clerk, second, leader, clock, calendar, issued);
        var closed = hands.Batch(1, "第一批", today.AddDays(-42), today.AddDays(-17));
        var failed = hands.Passed(closed, 1, "夏拟异", "990281197905175826", District.Liling, SourceCategory.EnterpriseInstitutionStaff, today.AddDays(-20));
        var fine = hands.Passed(closed, 2, "欧示诺", "990204198601025521", District.Shifeng, SourceCategory.PublicRepresentative, today.AddDays(-19));
        var objected = hands.Passed(closed, 3, "欧例驳", "990203198203035613", District.Lusong, SourceCategory.IndustryAssociation, today.AddDays(-19));
        closed.FinishReview(today.AddDays(-15), undecided: 0);
        hands.Failed(failed, today.AddDays(-14));
        hands.Objected([fine, objected], objected, today.AddDays(-4));

        var open = hands.Batch(2, "第二批", today.AddDays(-21), today);
        hands.Passed(open, 4, "甘示白", "990211200111235116", District.Tianyuan, SourceCategory.GrassrootsWorker, today.AddDays(-12));
        hands.Rejected(open, 5, "甘例白", "990211200111245218", District.Tianyuan, SourceCategory.GrassrootsWorker, today.AddDays(-11));
        hands.UnderReview(open, 6, "申样暮", "990202195511245321", District.Hetang, SourceCategory.PublicRepresentative, today.AddDays(-9));
        hands.Rejected(open, 7, "申拟暮", "990202195511235422", District.Hetang, SourceCategory.PublicRepresentative, today.AddDays(-8));
        hands.Returned(open, 8, "夏样退", "990223199109095716", District.Youxian, SourceCategory.EnterpriseInstitutionStaff, today.AddDays(-6));

        await db.NumberTakenAsync("XP", today.Year, 2, CancellationToken.None);
        await db.NumberTakenAsync("BM", today.Year, 8, CancellationToken.None);
        await db.NumberTakenAsync("YY", today.Year, 2, CancellationToken.None);
        foreach (var (batch, number) in hands.Batches)
        {
            await db.NumberTakenAsync(DocumentForm.Official, number.Year, number.Sequence, CancellationToken.None);
            await db.IssueAnnouncementAsync(batch, clerk, batch.OpensOn, number);
        }

        foreach (var (notice, people, number) in hands.Notices)
        {
            await db.NumberTakenAsync(DocumentForm.Official, number.Year, number.Sequence, CancellationToken.None);
            await db.IssueNoticeAsync(notice, number, people, leader, notice.PublishedOn!.Value, CancellationToken.None);
            if (notice.State == NoticeState.Concluded)
            {
                await db.IssueResultAsync(notice, people, objections: 1, clerk, notice.LastDay!.Value.AddDays(1), CancellationToken.None);
            }
        }
    }

    /// <summary>The section and leadership at work, each on the day on which they act.</summary>
    private sealed class Hands(PortalDbContext db, PersonId clerk, PersonId second, PersonId leader, TimeProvider clock, WorkingCalendar calendar, int issued)
    {
        private const int Announcements = 2;

        private readonly int _year = clock.Today().Year;
        private int _objections;

        public List<(RecruitmentBatch Batch, DocumentNumber Number)> Batches { get; } = [];

        public List<(PublicNotice Notice, IReadOnlyList<Application> People, DocumentNumber Number)> Notices { get; } = [];

        public RecruitmentBatch Batch(int number, string name, DateOnly opens, DateOnly closes)
        {
            var batch = RecruitmentBatch.Plan(
                RecruitmentBatchId.New(), Number("XP", number), FormattableString.Invariant($"{_year}年{name}选聘（演示）"), Announcement, opens, closes, applications: true, recommendations: true, TermAlignment.Individual, null);
            batch.Publish(opens);
            db.Batches.Add(batch);
            Batches.Add((batch, Official(number)));
            return batch;
        }

        public Application UnderReview(RecruitmentBatch batch, int number, string name, string identity, District district, SourceCategory group, DateOnly day)
        {
            var application = Submitted(batch, number, name, identity, district, group, day);
            application.StartReview(clerk, At(day.AddDays(1)));
            return application;
        }

        public Application Passed(RecruitmentBatch batch, int number, string name, string identity, District district, SourceCategory group, DateOnly day)
        {
            var application = UnderReview(batch, number, name, identity, district, group, day);
            // Whoever starts the demonstration on another day finds people of other ages: the review goes only as far as they allow.
            if (application.WhyNotAged(batch.ClosesOn, AgeCountRule.OnBirthday) is not null)
            {
                return application;
            }

            foreach (var condition in EligibilityConditions.All.Where(c => c != EligibilityCondition.Age))
            {
                application.Check(condition, ConditionResult.Met, EligibilityConditions.OfRecord.Contains(condition) ? "向主管部门核查" : "面谈", null, clerk, day.AddDays(2));
            }

            application.ProposePass(clerk, batch.ClosesOn, AgeCountRule.OnBirthday, At(day.AddDays(2)));
            application.Pass(second, batch.ClosesOn, AgeCountRule.OnBirthday, At(day.AddDays(3)));
            return application;
        }

        public void Rejected(RecruitmentBatch batch, int number, string name, string identity, District district, SourceCategory group, DateOnly day)
        {
            var application = UnderReview(batch, number, name, identity, district, group, day);
            if (application.WhyNotAged(batch.ClosesOn, AgeCountRule.OnBirthday) is null)
            {
                application.Reject(clerk, EligibilityCondition.Impartiality, "在社保经办机构任职。", At(day.AddDays(2)));
                return;
            }

            application.Reject(clerk, EligibilityCondition.Age, "年龄不在二十五至七十周岁之内。", At(day.AddDays(2)));
        }

        public void Returned(RecruitmentBatch batch, int number, string name, string identity, District district, SourceCategory group, DateOnly day)
        {
            var returned = day.AddDays(1);
            Submitted(batch, number, name, identity, district, group, day).Return(clerk, "请补充工作单位和从事的工作。", returned.AddDays(7), At(returned), returned);
        }

        /// <summary>On a notice that is over, with an objection that was upheld.</summary>
        public void Failed(Application person, DateOnly published)
        {
            var notice = Published([person], published);
            var objection = Lodged(notice, person, "被公示人的配偶在经办机构任职，可能影响公正。", published.AddDays(2));
            objection.ProposeUphold(clerk, "经核查属实。");
            objection.Uphold(leader, published.AddDays(4));
            var settled = notice.LastDay!.Value.AddDays(1);
            notice.Settle(person, [objection], clerk, "异议成立：亲属在经办机构任职。", At(settled), settled);
        }

        /// <summary>On a notice, with an objection to one of them under way.</summary>
        public void Objected(IReadOnlyList<Application> people, Application about, DateOnly published) =>
            Lodged(Published(people, published), about, "反映被公示人曾参与违规补贴申领，请核查。", published.AddDays(1));

        private Objection Lodged(PublicNotice notice, Application about, string content, DateOnly day)
        {
            var objection = Objection.Lodge(
                ObjectionId.New(), notice, about.Id, Number("YY", ++_objections), "邻例居", "天元区（演示）", content, anonymousAllowed: true, At(day), day);
            objection.Accept();
            db.Objections.Add(objection);
            return objection;
        }

        private PublicNotice Published(IReadOnlyList<Application> people, DateOnly day)
        {
            var notice = PublicNotice.Prepare(PublicNoticeId.New(), people[0].Batch, "关于拟聘特邀社会监督员人选的公示（演示）", NoticeText, people, clerk, officePhone: null);
            notice.Propose(clerk);
            // The two announcements came first, and between two notices lies the result of the first.
            var number = Official(Announcements + (Notices.Count * 2) + 1);
            notice.Publish(leader, approvalNeeded: true, number.Text, people, CountingMode.NoticeDefault, calendar, At(day), day);
            db.Notices.Add(notice);
            Notices.Add((notice, people, number));
            return notice;
        }

        private DocumentNumber Official(int next) => DocumentNumber.OfOffice(OfficialWords.NumberForm, DemonstrationDocuments.CodeWord, _year, issued + next);

        private Application Submitted(RecruitmentBatch batch, int number, string name, string identity, District district, SourceCategory group, DateOnly day)
        {
            var applicant = new Applicant(name, IdentityNumber.FromStore(identity), PhoneNumber.FromStore(FormattableString.Invariant($"154000001{number:00}")), district, "示例单位（演示）", null, group, "愿意为社保基金安全出一份力。");
            var application = Application.Submit(
                RecruitmentApplicationId.New(), batch, Number("BM", number), applicant, RecruitmentChannel.OpenRecruitment, null, [],
                new ApplicationCircumstances(Declared: true, InOffice: false, HasLiveApplication: false), by: null, At(day), day);
            db.Applications.Add(application);
            return application;
        }

        private string Number(string series, int number) => FormattableString.Invariant($"{series}-{_year:0000}-{number:0000}");

        private DateTimeOffset At(DateOnly day) => clock.StartOf(day).AddHours(9);
    }
}
