using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Features.Findings;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Findings;

/// <summary>A small office: two clerks, two leaders, a supervisor, two agencies.</summary>
internal sealed class FindingsOffice : IDisposable
{
    public FindingsOffice()
        : this(new PortalDb())
    {
    }

    public FindingsOffice(PortalDb office)
    {
        Db = office;
        using var db = Db.CreateDbContext();
        foreach (var (person, name, role) in new (PersonId, string, PortalRole)[]
        {
            (Clerk.Person, "陈经办", PortalRole.Administrator), (OtherClerk.Person, "李经办", PortalRole.Administrator),
            (Chief.Person, "王局长", PortalRole.Leadership), (Author, "谭示安", PortalRole.Supervisor), (SecondAuthor, "罗例清", PortalRole.Supervisor),
        })
        {
            db.People.Add(Person.Staff(person, name));
            db.Accounts.Add(Account.For(person, role));
        }

        db.Agencies.Add(Portal.Domain.People.Agency.Register(Agency, "AG01", "企业养老机构", AgencyKind.EmployeePension, null, null, isExternal: false));
        db.Agencies.Add(Portal.Domain.People.Agency.Register(OtherAgency, "AG02", "工伤机构", AgencyKind.WorkInjury, null, null, isExternal: false));
        db.SaveChanges();
    }

    public PortalDb Db { get; }

    public FakeTimeProvider Clock { get; } = OfficeClock.At(OfficeClock.Anchor);

    public Acting Clerk { get; } = Acting.Administrator();

    public Acting OtherClerk { get; } = Acting.Administrator();

    public Acting Chief { get; } = Acting.Leadership();

    public PersonId Author { get; } = PersonId.New();

    public PersonId SecondAuthor { get; } = PersonId.New();

    public AgencyId Agency { get; } = AgencyId.New();

    public AgencyId OtherAgency { get; } = AgencyId.New();

    public DateOnly Today => Clock.Today();

    public OfficeFacts Facts => new(Db);

    public FindingService Reads(Acting actor) => new(Db, Facts, actor.Guard(), Db.Views, Clock);

    public FindingHandlingService Handling(Acting actor) => new(Db.Work, actor.Guard(), Clock);

    public FindingApprovalService Approvals(Acting actor) => new(Db, Db.Work, actor.Guard(), Clock);

    public FindingId File(string number, AgencyId? agency = null, FindingCategory category = FindingCategory.Service, DateOnly? on = null, PersonId? author = null, string text = "排队超过四十人。")
    {
        using var db = Db.CreateDbContext();
        var day = on ?? Today;
        var finding = Finding.Submit(
            FindingId.New(), number, author ?? Author, [], agency ?? Agency, null, category, text, authorRecused: false, secrecyConfirmed: true, Clock.StartOf(day).AddHours(9), day);
        db.Findings.Add(finding);
        db.SaveChanges();
        return finding.Id;
    }

    public FindingId FileRegistered(string number, FindingState state, DateOnly? deadline = null, DateOnly? completedOn = null, DateOnly? fedBackOn = null, DateOnly? on = null)
    {
        using var db = Db.CreateDbContext();
        var day = on ?? new DateOnly(2026, 9, 1);
        var finding = Finding.FromRegister(FindingId.New(), new RegisteredFinding
        {
            Number = number,
            SubmittedOn = day,
            SubmittedAt = Clock.StartOf(day),
            Author = Author,
            Agency = Agency,
            Category = FindingCategory.InternalControl,
            Text = "同一人兼任初审和复核。",
            State = state,
            Requirement = deadline is null ? null : "限期整改",
            OriginalDeadline = deadline,
            Deadline = deadline,
            CompletedOn = completedOn,
            FedBackOn = fedBackOn,
        });
        db.Findings.Add(finding);
        db.SaveChanges();
        return finding.Id;
    }

    public void Recuse(PersonId person, RecusalMatter matter)
    {
        using var db = Db.CreateDbContext();
        db.Recusals.Add(RecusalDeclaration.Declare(RecusalId.New(), person, matter, RecusalGround.OwnInterest, "本人利害关系", Today, alreadyOnRecord: false));
        db.SaveChanges();
    }

    public Finding Stored(FindingId id)
    {
        using var db = Db.CreateDbContext();
        return db.Findings.AsNoTracking().Include(f => f.Events).AsSplitQuery().Single(f => f.Id == id);
    }

    public int VersionOf(FindingId id) => Stored(id).Version;

    /// <summary>Registered and being looked into by the clerk.</summary>
    public async Task<FindingId> InvestigatingAsync(string number)
    {
        var id = File(number);
        await Handling(Clerk).RegisterAsync(id, VersionOf(id));
        await Handling(Clerk).InvestigateAsync(id, VersionOf(id), Clerk.Person);
        return id;
    }

    public async Task<FindingId> OrderedAsync(string number, DateOnly deadline)
    {
        var id = await InvestigatingAsync(number);
        await Handling(Clerk).ConcludeAsync(id, VersionOf(id), FindingConclusion.Substantiated, "属实", isViolation: true, 1000m, serious: false);
        await Handling(Clerk).OrderRectificationAsync(id, VersionOf(id), "增开窗口", deadline);
        return id;
    }

    public async Task<FindingId> FedBackAsync(string number)
    {
        var id = await OrderedAsync(number, Today.AddDays(30));
        await Handling(Clerk).ReceiveReplyAsync(id, VersionOf(id), "已增开窗口");
        await Handling(Clerk).VerifyAsync(id, VersionOf(id), "现场核实", Today);
        await Handling(Clerk).FeedBackAsync(id, VersionOf(id), "您反映的问题已整改。");
        return id;
    }

    /// <summary>Answered, and disputed by its author.</summary>
    public async Task<FindingId> AppealedAsync(string number)
    {
        var id = await FedBackAsync(number);
        await AppealAsync(id);
        return id;
    }

    public Task AppealAsync(FindingId id) => Db.Work.WriteAsync(
        async db => (await db.Findings.Include(f => f.Events).AsSplitQuery().SingleAsync(f => f.Id == id)).Appeal(Author, "高峰期仍排长队", Clock.GetUtcNow(), Today, new OfficeSettings()),
        CancellationToken.None);

    public void Dispose() => Db.Dispose();
}
