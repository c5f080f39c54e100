using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Audit;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Retention;
using Portal.Domain.Rules;
using Portal.Features.AuditRecord;
using Portal.Features.Retention;
using Portal.Tests.Security.Retention;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Retention;

public sealed class RetentionServiceTests : IDisposable
{
    private readonly RetentionOffice _office = new();
    private readonly List<ServiceProvider> _providers = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _providers.ForEach(p => p.Dispose());
        _office.Dispose();
    }

    [Fact]
    public async Task A_hold_is_placed_and_lifted_with_a_reason_and_both_are_on_record()
    {
        var retention = As(_office.Clerk);
        await retention.HoldPersonAsync(_office.Former, "行政诉讼", Stop);
        Assert.Equal(RetentionRules.AlreadyHeld().Code, await RefusedAsync(() => retention.HoldPersonAsync(_office.Former, "再次", Stop)));

        var hold = Assert.Single((await retention.GetAsync(Stop)).Holds);
        Assert.Equal(("谭示例", "行政诉讼", "示例科员", true), (hold.Subject, hold.Reason, hold.PlacedBy, hold.IsInForce));
        await retention.LiftAsync(hold.Id, "已结案", Stop);

        var lifted = Assert.Single((await retention.GetAsync(Stop)).Holds);
        Assert.Equal(("已结案", "示例科员", false), (lifted.LiftReason, lifted.LiftedBy, lifted.IsInForce));
        Assert.Equal(RetentionRules.AlreadyLifted().Code, await RefusedAsync(() => retention.LiftAsync(hold.Id, "再次", Stop)));
        var rows = _office.Office.Read(db => db.AuditEntries.Where(e => e.ObjectType == nameof(LegalHold)).ToList());
        Assert.All(rows, row => Assert.Equal((nameof(Permissions.ManageHolds), _office.Clerk.Person), (row.Act, row.Person!.Value)));
        Assert.Equal(2, rows.Count(row => row.Outcome == AuditOutcome.Done));
        Assert.DoesNotContain(rows, row => (row.Before + row.After).Contains("诉讼", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_was_held_before_is_held_again()
    {
        var retention = As(_office.Clerk);
        await retention.HoldPersonAsync(_office.Former, "行政诉讼", Stop);
        await retention.LiftAsync((await retention.GetAsync(Stop)).Holds[0].Id, "已结案", Stop);
        await retention.HoldPersonAsync(_office.Former, "再次起诉", Stop);

        Assert.Equal(2, (await retention.GetAsync(Stop)).Holds.Count);
    }

    [Fact]
    public async Task Of_a_finding_that_the_clerk_steps_aside_from_there_is_no_hold_and_no_number()
    {
        var agency = _office.Office.Agency("AG01", "示例机构");
        _office.Office.Finding("WT-2026-0001", _office.Former, agency);
        await As(_office.Clerk).HoldFindingAsync(" WT-2026-0001 ", "投诉", Stop);
        var recused = _office.Office.Staff(PortalRole.Administrator, "另一科员");
        _office.Office.Recuse(recused.Person, RecusalMatter.Of(agency));
        var retention = As(recused);

        Assert.Single((await As(_office.Clerk).GetAsync(Stop)).Holds);
        Assert.Empty((await retention.GetAsync(Stop)).Holds);
        var hold = _office.Office.Read(db => db.LegalHolds.Single().Id);
        Assert.Equal(RetentionRules.UnknownSubject().Code, await RefusedAsync(() => retention.LiftAsync(hold, "已结案", Stop)));
        Assert.Equal(RetentionRules.UnknownSubject().Code, await RefusedAsync(() => retention.HoldFindingAsync("WT-2026-0001", "投诉", Stop)));
        Assert.Equal(RetentionRules.UnknownSubject().Code, await RefusedAsync(() => retention.HoldFindingAsync("WT-2026-0002", "投诉", Stop)));
        Assert.Equal(RetentionRules.UnknownSubject().Code, await RefusedAsync(() => retention.HoldPersonAsync(PersonId.New(), "投诉", Stop)));
    }

    [Fact]
    public async Task Erasing_somebody_leaves_rows_and_chain_and_shows_the_values_as_gone()
    {
        var about = _office.Former.Value.ToString("D");
        var before = await ChangesAsync(about);
        Assert.Contains(before, c => c is { IsSealed: true, IsErased: false });

        await As(_office.Clerk).EraseAsync(_office.Former, "谭示例", "本人书面请求", Stop);

        var after = await ChangesAsync(about);
        Assert.Equal(before.Count, after.Count);
        Assert.All(after.Where(c => c.IsSealed), c => Assert.True(c.IsErased));
        Assert.False(_office.Office.Read(db => db.AuditKeys.Any(k => k.Subject == _office.Former.Value)));
        var row = Assert.Single(_office.Office.Read(db => db.AuditEntries.Where(e => e.Act == nameof(Permissions.EraseFromAudit)).ToList()));
        Assert.Equal((_office.Clerk.Person, about, "本人书面请求", AuditOutcome.Done), (row.Person!.Value, row.ObjectId, row.Reason, row.Outcome));
        Assert.True((await _office.Verifier.VerifyAsync(Stop)).IsWhole);
    }

    [Fact]
    public async Task Nobody_is_erased_while_held_while_in_office_or_by_a_slip()
    {
        var retention = As(_office.Clerk);
        Assert.Equal(RetentionRules.NameNotConfirmed().Code, await RefusedAsync(() => retention.EraseAsync(_office.Former, "谭示", "本人书面请求", Stop)));
        var inOffice = _office.Office.Supervisor("旷样田");
        Assert.Equal(RetentionRules.StillInOffice().Code, await RefusedAsync(() => retention.EraseAsync(inOffice, "旷样田", "本人书面请求", Stop)));
        _office.Hold(_office.Former);
        Assert.Equal(RetentionRules.UnderHold().Code, await RefusedAsync(() => retention.EraseAsync(_office.Former, "谭示例", "本人书面请求", Stop)));
        Assert.True(_office.Office.Read(db => db.AuditKeys.Any(k => k.Subject == _office.Former.Value)));

        var stale = As(new Acting(PortalRole.Administrator, _office.Clerk.Person) { IsConfirmed = false });
        var denied = await Assert.ThrowsAsync<AccessDeniedException>(() => stale.EraseAsync(_office.Former, "谭示例", "本人书面请求", Stop));
        Assert.Equal(AccessDenial.NotConfirmed, denied.Denial);
    }

    private static async Task<string?> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<RuleViolationException>(act)).Violation.Code;

    private RetentionService As(Acting acting) => Get<RetentionService>(acting);

    private async Task<IReadOnlyList<AuditChange>> ChangesAsync(string id) =>
        [.. (await Get<AuditRecordService>(_office.Clerk).ListAsync(new AuditFilter(Key: id, Act: nameof(AuditActs.Portal)), cancellationToken: Stop)).Rows.SelectMany(r => r.Changes)];

    private T Get<T>(Acting acting)
        where T : notnull
    {
        var provider = PortalServices.For(acting, _office.Db, _office.Db.Pulse, _office.Clock);
        _providers.Add(provider);
        return provider.GetRequiredService<T>();
    }
}
