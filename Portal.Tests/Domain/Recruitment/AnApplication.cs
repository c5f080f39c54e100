using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Time;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Recruitment;

/// <summary>A batch open in November 2026 and people who apply in it.</summary>
internal static class AnApplication
{
    public static readonly DateOnly Opens = Day("2026-11-02");
    public static readonly DateOnly Closes = Day("2026-11-20");
    public static readonly DateOnly Monday = Day("2026-11-16");
    public static readonly DateTimeOffset Now = new(2026, 11, 16, 2, 0, 0, TimeSpan.Zero);
    public static readonly PersonId Clerk = PersonId.New();
    public static readonly PersonId OtherClerk = PersonId.New();
    public static readonly PersonId Leader = PersonId.New();

    public static RecruitmentBatch Draft(TermAlignment alignment = TermAlignment.Individual, DateOnly? cohortEnds = null) =>
        RecruitmentBatch.Plan(RecruitmentBatchId.New(), "2026-2", "选聘", "公告", Opens, Closes, applications: true, recommendations: true, alignment, cohortEnds);

    public static RecruitmentBatch OpenBatch()
    {
        var batch = Draft();
        batch.Publish(Opens);
        return batch;
    }

    /// <summary>Somebody born on that day, with a number whose check digit is right.</summary>
    public static Applicant BornOn(string born, string? workUnit = "某单位")
    {
        var digits = "990211" + born.Replace("-", "", StringComparison.Ordinal) + "901";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var check = "10X98765432"[digits.Select((d, i) => (d - '0') * weights[i]).Sum() % 11];
        Assert.True(IdentityNumber.TryParse(digits + check, Day("2030-01-01"), out var id, out _));
        Assert.True(PhoneNumber.TryParse("15400000031", out var phone));
        return new Applicant("欧示例", id, phone, District.Tianyuan, workUnit, "教师", SourceCategory.PublicRepresentative, "愿意监督");
    }

    public static Application Submitted(RecruitmentBatch? batch = null, string born = "1980-05-05") =>
        Application.Submit(
            RecruitmentApplicationId.New(), batch ?? OpenBatch(), "BM-2026-0001", BornOn(born), RecruitmentChannel.OpenRecruitment, null, [], Fit, null, Now, Monday);

    public static ApplicationCircumstances Fit => new(Declared: true, InOffice: false, HasLiveApplication: false);

    public static Application UnderReview(string born = "1980-05-05", RecruitmentBatch? batch = null)
    {
        var application = Submitted(batch, born);
        application.StartReview(Clerk, Now);
        return application;
    }

    public static Application AllMet(string born = "1980-05-05", RecruitmentBatch? batch = null)
    {
        var application = UnderReview(born, batch);
        foreach (var condition in EligibilityConditions.All.Where(c => c != EligibilityCondition.Age))
        {
            application.Check(condition, ConditionResult.Met, "查询", null, Clerk, Monday);
        }

        return application;
    }

    public static Application Passed(string born = "1980-05-05", RecruitmentBatch? batch = null)
    {
        var application = AllMet(born, batch);
        application.ProposePass(Clerk, Closes, AgeCountRule.OnBirthday, Now);
        application.Pass(OtherClerk, Closes, AgeCountRule.OnBirthday, Now);
        return application;
    }

    /// <summary>A notice of these people, published on that day as the office counts unless told otherwise.</summary>
    public static PublicNotice Published(DateOnly on, params Application[] people)
    {
        var notice = PublicNotice.Prepare(PublicNoticeId.New(), people[0].Batch, "公示", "现予公示。", people, Clerk, officePhone: null);
        notice.Propose(Clerk);
        notice.Publish(Leader, approvalNeeded: true, "株人社监〔2026〕1号", people, CountingMode.NoticeDefault, Calendar2026, Now, on);
        return notice;
    }

    public static Objection Against(PublicNotice notice, Application about, DateOnly today, string? name = "某某", string? contact = "某地") =>
        Objection.Lodge(ObjectionId.New(), notice, about.Id, "YY-2026-0001", name, contact, "有异议", anonymousAllowed: true, Now, today);
}
