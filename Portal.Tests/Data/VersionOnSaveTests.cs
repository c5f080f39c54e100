using Microsoft.EntityFrameworkCore;
using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>Whoever read an older version is refused, also where only a part of the whole was changed since.</summary>
public sealed class VersionOnSaveTests : IDisposable
{
    private static readonly DateOnly s_today = OfficeClock.Anchor;

    private readonly PortalDb _db = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _db.Dispose();

    [Fact]
    public async Task A_new_row_is_version_nought_and_each_change_raises_it_by_one()
    {
        var id = await GivenAFindingAsync();
        Assert.Equal(0, await VersionAsync(id));

        await ChangeAsync(id, f => f.Register(PersonId.New(), OfficeClock.At(s_today).GetUtcNow(), s_today));
        Assert.Equal(1, await VersionAsync(id));

        await ChangeAsync(id, _ => { });
        Assert.Equal(1, await VersionAsync(id));
    }

    [Fact]
    public async Task A_change_of_a_part_alone_raises_the_version_of_the_whole()
    {
        var (first, second) = (await GivenAnAgencyAsync("AG01"), await GivenAnAgencyAsync("AG02"));
        var id = ActivityId.New();
        await _db.Work.WriteAsync(
            db =>
            {
                db.Activities.Add(Visit(id, first));
                return Task.CompletedTask;
            },
            Cancel);

        await _db.Work.WriteAsync(
            async db =>
            {
                var visit = await db.Activities.SingleAsync(a => a.Id == id, Cancel);
                visit.CorrectFromRegister("Visit", ActivityKind.Supervision, SupervisionMode.OpenVisit, s_today, 20, true, false, [second], ActivityState.Draft, null);
                Assert.Equal(EntityState.Unchanged, db.Entry(visit).State);
            },
            Cancel);

        await using var reader = _db.CreateDbContext();
        var changed = await reader.Activities.SingleAsync(a => a.Id == id, Cancel);
        Assert.Equal(1, changed.Version);
        Assert.Equal(second, Assert.Single(changed.Agencies).Agency);
    }

    [Fact]
    public async Task A_replaced_part_raises_the_version_once()
    {
        var id = await GivenAFindingAsync(Ordered());
        var before = await VersionAsync(id);

        await ChangeAsync(id, f => f.ProposeExtension(PersonId.New(), "late", s_today.AddDays(60), new Portal.Domain.Rules.OfficeSettings(), OfficeClock.At(s_today).GetUtcNow(), s_today));

        Assert.Equal(before + 1, await VersionAsync(id));
    }

    [Fact]
    public async Task Two_people_with_the_same_finding_open_cannot_both_save()
    {
        var id = await GivenAFindingAsync();
        await using var mine = _db.CreateDbContext();
        await using var theirs = _db.CreateDbContext();
        var (myFinding, theirFinding) = (await mine.Findings.Include(f => f.Events).AsSplitQuery().SingleAsync(f => f.Id == id, Cancel), await theirs.Findings.Include(f => f.Events).AsSplitQuery().SingleAsync(f => f.Id == id, Cancel));
        var now = OfficeClock.At(s_today).GetUtcNow();

        theirFinding.Register(PersonId.New(), now, s_today);
        await theirs.SaveChangesAsync(Cancel);
        myFinding.NotAccept(PersonId.New(), "out of scope", now, s_today);

        // Whichever is noticed first: the version that moved on, or the step of the timeline that is taken already.
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => mine.SaveChangesAsync(Cancel));
        await using var reader = _db.CreateDbContext();
        Assert.Equal(FindingState.Registered, (await reader.Findings.AsSplitQuery().SingleAsync(f => f.Id == id, Cancel)).State);
    }

    [Fact]
    public async Task Whoever_read_an_older_version_is_told_that_it_changed_meanwhile()
    {
        var id = await GivenAnAgencyAsync("AG01");
        await using var mine = _db.CreateDbContext();
        await using var theirs = _db.CreateDbContext();
        var (myAgency, theirAgency) = (await mine.Agencies.SingleAsync(a => a.Id == id, Cancel), await theirs.Agencies.SingleAsync(a => a.Id == id, Cancel));

        theirAgency.Correct("theirs", theirAgency.Kind, null, null, isExternal: false);
        await theirs.SaveChangesAsync(Cancel);
        myAgency.Correct("mine", myAgency.Kind, null, null, isExternal: false);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync(Cancel));
    }

    [Fact]
    public async Task Not_even_when_one_of_them_changed_a_part_alone()
    {
        var agencies = (First: await GivenAnAgencyAsync("AG01"), Second: await GivenAnAgencyAsync("AG02"));
        var id = ActivityId.New();
        await _db.Work.WriteAsync(
            db =>
            {
                db.Activities.Add(Visit(id, agencies.First));
                return Task.CompletedTask;
            },
            Cancel);
        await using var mine = _db.CreateDbContext();
        await using var theirs = _db.CreateDbContext();
        var (myVisit, theirVisit) = (await mine.Activities.SingleAsync(a => a.Id == id, Cancel), await theirs.Activities.SingleAsync(a => a.Id == id, Cancel));

        theirVisit.CorrectFromRegister("Visit", ActivityKind.Supervision, SupervisionMode.OpenVisit, s_today, 20, true, false, [agencies.First, agencies.Second], ActivityState.Draft, null);
        await theirs.SaveChangesAsync(Cancel);
        myVisit.Publish();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync(Cancel));
    }

    private static Activity Visit(ActivityId id, AgencyId agency) =>
        Activity.Plan(id, "2026-01", "Visit", ActivityKind.Supervision, SupervisionMode.OpenVisit, s_today, 20, mandatory: true, requiresDocumentAccess: false, [agency], remark: null);

    private static RegisteredFinding Ordered() => new()
    {
        Number = "WT-2026-0002",
        SubmittedOn = s_today.AddDays(-10),
        SubmittedAt = OfficeClock.At(s_today.AddDays(-10), hour: 0).GetUtcNow(),
        Author = default,
        OtherUnit = "a hospital",
        Category = FindingCategory.Service,
        Text = "two counters open",
        State = FindingState.RectificationOrdered,
        Requirement = "open four",
        OriginalDeadline = s_today.AddDays(30),
        Deadline = s_today.AddDays(30),
    };

    private async Task<FindingId> GivenAFindingAsync(RegisteredFinding? row = null)
    {
        var id = FindingId.New();
        await _db.Work.WriteAsync(
            db =>
            {
                var author = Person.Staff(PersonId.New(), "author");
                db.People.Add(author);
                db.Findings.Add(Finding.FromRegister(id, (row ?? Ordered() with { State = FindingState.Submitted, Requirement = null, OriginalDeadline = null, Deadline = null }) with { Author = author.Id }));
                return Task.CompletedTask;
            },
            Cancel);
        return id;
    }

    private async Task<AgencyId> GivenAnAgencyAsync(string code)
    {
        var id = AgencyId.New();
        await _db.Work.WriteAsync(
            db =>
            {
                db.Agencies.Add(Agency.Register(id, code, code, AgencyKind.DistrictGeneral, null, null, isExternal: false));
                return Task.CompletedTask;
            },
            Cancel);
        return id;
    }

    private Task ChangeAsync(FindingId id, Action<Finding> change) => _db.Work.WriteAsync(
        async db => change(await db.Findings.Include(f => f.Events).AsSplitQuery().SingleAsync(f => f.Id == id, Cancel)),
        Cancel);

    private async Task<int> VersionAsync(FindingId id)
    {
        await using var db = _db.CreateDbContext();
        return await db.Findings.Where(f => f.Id == id).Select(f => f.Version).SingleAsync(Cancel);
    }
}
