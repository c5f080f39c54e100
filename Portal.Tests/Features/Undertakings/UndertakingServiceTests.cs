using Microsoft.EntityFrameworkCore;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Domain.Undertakings;
using Portal.Features.Dashboards.Administrator;
using Portal.Features.Dashboards.Supervisor;
using Portal.Features.Undertakings;
using Portal.Tests.Domain.Rules;
using Portal.Tests.Features.Terms;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Undertakings;

public sealed class UndertakingServiceTests : IDisposable
{
    private readonly OfficeLife _life = new();
    private readonly PersonId _person;

    public UndertakingServiceTests()
    {
        _person = _life.Supervisor("谭示安", _life.Today.AddYears(2), "ZZ-2025-0001");
        _life.Supervisor("罗例清", _life.Today.AddYears(2), "ZZ-2025-0002");
    }

    private static CancellationToken Cancel => OfficeLife.Cancel;

    private UndertakingService Clerk => _life.As<UndertakingService>(_life.Clerk);

    private UndertakingService Self => _life.As<UndertakingService>(Acting.Supervisor(_person));

    public void Dispose() => _life.Dispose();

    [Fact]
    public async Task Nobody_is_asked_for_what_was_not_published()
    {
        Assert.Null(await Self.MineAsync(Cancel));
        Assert.False(await WaitsAsync());
        Assert.DoesNotContain(await WorkAsync(), w => w.Kind == WorkKind.SignUndertaking);
        Assert.Empty((await Clerk.DeskAsync(Cancel)).Waiting);
    }

    [Fact]
    public async Task Whoever_is_in_office_is_asked_until_they_have_signed_and_the_section_sees_who_has_not()
    {
        await Clerk.PublishAsync(0, "一、保守秘密。", Cancel);
        Assert.True(await WaitsAsync());
        Assert.Equal("2", (await WorkAsync()).Single(w => w.Kind == WorkKind.SignUndertaking).Matter);

        await Self.SignAsync(1, "谭示安", agreed: true, Cancel);

        Assert.False(await WaitsAsync());
        Assert.Equal(_life.Clock.GetUtcNow(), (await Self.MineAsync(Cancel))!.SignedAt);
        var desk = await Clerk.DeskAsync(Cancel);
        Assert.Equal((1, 1, "罗例清"), (desk.Number, desk.HaveSigned, Assert.Single(desk.Waiting).Name));
        var kept = _life.Office.Read(db => db.SignedUndertakings.Single());
        Assert.Equal((1, "谭示安", _life.Office.Read(db => db.Undertakings.Single().TextHash)), (kept.Number, kept.SignedName, kept.TextHash));
    }

    [Fact]
    public async Task A_new_version_asks_everybody_anew_and_keeps_what_was_signed()
    {
        await Clerk.PublishAsync(0, "一、保守秘密。", Cancel);
        await Self.SignAsync(1, "谭示安", agreed: true, Cancel);

        await Clerk.PublishAsync(1, "一、保守秘密。二、不外传。", Cancel);

        Assert.True(await WaitsAsync());
        Assert.Null((await Self.MineAsync(Cancel))!.SignedAt);
        Assert.Equal(1, _life.Office.Read(db => db.SignedUndertakings.Count()));
        var stale = await Assert.ThrowsAsync<RuleViolationException>(() => Self.SignAsync(1, "谭示安", agreed: true, Cancel));
        Refused.Same(UndertakingRules.NewerVersion(2), stale.Violation);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Clerk.PublishAsync(1, "第三版", Cancel));
    }

    [Fact]
    public async Task Another_name_or_no_tick_is_no_signature()
    {
        await Clerk.PublishAsync(0, "一、保守秘密。", Cancel);

        var name = await Assert.ThrowsAsync<RuleViolationException>(() => Self.SignAsync(1, "罗例清", agreed: true, Cancel));
        var tick = await Assert.ThrowsAsync<RuleViolationException>(() => Self.SignAsync(1, "谭示安", agreed: false, Cancel));

        Refused.Same(UndertakingRules.NameDiffers(), name.Violation);
        Refused.Same(UndertakingRules.NotAgreed(), tick.Violation);
        Assert.Empty(_life.Office.Read(db => db.SignedUndertakings.ToList()));
    }

    private async Task<bool> WaitsAsync() => (await _life.As<MyHomeService>(Acting.Supervisor(_person)).GetAsync(Cancel)).UndertakingWaits;

    private async Task<IReadOnlyList<WorkItem>> WorkAsync() => (await new AdministratorSnapshotQuery(_life.Office.Db, new Portal.Data.OfficeFacts(_life.Office.Db), _life.Clock).TakeAsync(Cancel)).Work;
}
