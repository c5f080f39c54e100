using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Features.Recruitment;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Recruitment;

/// <summary>An office with a batch that is open today, two administrators and a leader. People are those of the demonstration office.</summary>
internal sealed class Selection : IDisposable
{
    public const string Ou = "990204198601025521";
    public const string OtherOu = "990203198203035613";

    /// <summary>25 on the anchor day.</summary>
    public const string JustOldEnough = "990211200111235116";

    /// <summary>25 a day later.</summary>
    public const string TooYoung = "990211200111245218";

    private readonly List<ServiceProvider> _circuits = [];

    public Selection(SmallOffice? office = null)
    {
        Office = office ?? new SmallOffice();
        Clerk = Office.Staff(PortalRole.Administrator, "示例科员");
        Second = Office.Staff(PortalRole.Administrator, "示例科长");
        Leader = Office.Staff(PortalRole.Leadership, "示例局长");
        var batch = RecruitmentBatch.Plan(
            RecruitmentBatchId.New(), "XP-2026-9001", "2026年第二批选聘", "公告", SmallOffice.Today.AddDays(-10), SmallOffice.Today, applications: true, recommendations: true, TermAlignment.Individual, null);
        batch.Publish(SmallOffice.Today.AddDays(-10));
        Office.Change(db => db.Add(batch));
        Batch = batch.Id;
    }

    public SmallOffice Office { get; }

    public Acting Clerk { get; }

    public Acting Second { get; }

    public Acting Leader { get; }

    public RecruitmentBatchId Batch { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _circuits.ForEach(c => c.Dispose());
        Office.Dispose();
    }

    /// <summary>A service as this person's circuit has it.</summary>
    public T As<T>(Acting who)
        where T : class
    {
        var circuit = PortalServices.For(who, Office.Db, Office.Db.Pulse, Office.Clock);
        _circuits.Add(circuit);
        return (T)circuit.Create(typeof(T));
    }

    public static ApplicationForm Form(string number = Ou, string name = "欧示诺", SourceCategory group = SourceCategory.PublicRepresentative) => new()
    {
        FullName = name,
        IdNumber = number,
        Phone = "154 0000 0031",
        District = District.Shifeng,
        WorkUnit = "示例学校",
        Occupation = "教师",
        Group = group,
        Channel = RecruitmentChannel.OpenRecruitment,
        Motivation = "愿意监督",
        Declared = true,
    };

    public Task<RecruitmentApplicationId> EnteredAsync(string number = Ou, string name = "欧示诺") => As<ApplicationService>(Clerk).EnterAsync(Batch, Form(number, name), Cancel);

    public async Task<RecruitmentApplicationId> ReviewedAsync(string number = Ou, string name = "欧示诺")
    {
        var id = await EnteredAsync(number, name);
        var clerk = As<ApplicationService>(Clerk);
        await clerk.StartReviewAsync(id, Version(id), Cancel);
        foreach (var condition in EligibilityConditions.All.Where(c => c != EligibilityCondition.Age))
        {
            await clerk.CheckAsync(id, Version(id), condition, ConditionResult.Met, "查询", null, Cancel);
        }

        return id;
    }

    public async Task<RecruitmentApplicationId> PassedAsync(string number = Ou, string name = "欧示诺")
    {
        var id = await ReviewedAsync(number, name);
        await As<ApplicationService>(Clerk).ProposePassAsync(id, Version(id), Cancel);
        await As<ApplicationService>(Second).PassAsync(id, Version(id), Cancel);
        return id;
    }

    public async Task<PublicNoticeId> PublishedAsync(params RecruitmentApplicationId[] people)
    {
        var form = new NoticeForm { Title = "公示", Text = "现予公示。", People = [.. people.Select(p => p.Value)] };
        var id = await As<NoticeService>(Clerk).PrepareAsync(Batch, form, Cancel);
        await As<NoticeService>(Clerk).ProposeAsync(id, Version(id), Cancel);
        await As<RecruitmentApprovalService>(Leader).ApproveNoticeAsync(id, Version(id), Cancel);
        return id;
    }

    /// <summary>On a notice that passed without an objection; the clock stands on the day after it.</summary>
    public async Task<RecruitmentApplicationId> NoticedAsync(string number = Ou, string name = "欧示诺")
    {
        var person = await PassedAsync(number, name);
        var notice = await PublishedAsync(person);
        Office.Clock.Advance(TimeSpan.FromDays(8));
        await As<NoticeService>(Clerk).SettleAsync(notice, Version(notice), person, null, Cancel);
        return person;
    }

    /// <summary>The record is found clear anew, today.</summary>
    public async Task RecheckAsync(RecruitmentApplicationId id)
    {
        foreach (var condition in EligibilityConditions.OfRecord)
        {
            await As<ApplicationService>(Clerk).CheckAsync(id, Version(id), condition, ConditionResult.Met, "复查", null, Cancel);
        }
    }

    public static ObjectionForm Objection(RecruitmentApplicationId about, bool anonymous = false) => new()
    {
        About = about.Value,
        Anonymous = anonymous,
        Name = "邻例居",
        Contact = "天元区某路",
        Content = "其亲属在经办机构任职",
    };

    public Task<ObjectionId> ObjectedAsync(PublicNoticeId notice, RecruitmentApplicationId about, bool anonymous = false) =>
        As<ObjectionService>(Clerk).TakeDownAsync(notice, Objection(about, anonymous), Cancel);

    public PublicNotice Stored(PublicNoticeId id) => Office.Read(db => db.Notices.Single(n => n.Id == id));

    public Objection Stored(ObjectionId id) => Office.Read(db => db.Objections.Single(o => o.Id == id));

    public int Version(PublicNoticeId id) => Stored(id).Version;

    public int Version(ObjectionId id) => Stored(id).Version;

    public Application Stored(RecruitmentApplicationId id) => Office.Read(db => db.Applications.AsSplitQuery().Single(a => a.Id == id));

    public int Version(RecruitmentApplicationId id) => Office.Read(db => db.Applications.Where(a => a.Id == id).Select(a => a.Version).Single());

    public int Version(RecruitmentBatchId id) => Office.Read(db => db.Batches.Where(b => b.Id == id).Select(b => b.Version).Single());
}
