using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Audit;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Evidence;
using Portal.Features.AuditRecord;
using Portal.Features.Findings;
using Portal.Features.Findings.Mine;
using Portal.Features.Recusals;
using Portal.Tests.House;
using Portal.Tests.Support;
using Portal.Ui;

namespace Portal.Tests.Security.Audit;

/// <summary>Who finds what in the record, and what is put down of readings.</summary>
public sealed class AuditRecordTests : FeaturePages
{
    [Fact]
    public async Task Reading_who_reported_is_put_down_once_for_a_page_left_open()
    {
        var (finding, _) = Filed();
        var clerk = Office.Staff(PortalRole.Administrator);
        await using var services = PortalServices.For(clerk, Office.Db);
        await using var circuit = services.CreateAsyncScope();
        var findings = circuit.ServiceProvider.GetRequiredService<FindingService>();
        await findings.GetAsync(finding, Cancel);
        await findings.GetAsync(finding, Cancel);

        var row = Assert.Single(Office.Read(db => db.AuditEntries.Where(e => e.Act == nameof(Permissions.SeeFindings)).ToList()));
        Assert.Equal((clerk.Person, nameof(Finding), finding.Value.ToString("D")), (row.Person!.Value, row.ObjectType, row.ObjectId));
    }

    [Fact]
    public async Task Whoever_may_not_know_the_author_does_not_learn_it_from_the_record()
    {
        var (finding, author) = await FiledByHandAsync();
        var asked = new AuditFilter(Key: finding.Value.ToString("D"));
        var leader = await RowsAsync(PortalRole.Leadership, asked);
        var clerk = await RowsAsync(PortalRole.Administrator, asked);
        var byName = await RowsAsync(PortalRole.Leadership, new AuditFilter(Who: "谭示安"));

        var withheld = Assert.Single(leader);
        Assert.Equal((true, (string?)null), (withheld.IsWithheld, withheld.Who));
        Assert.True(Assert.Single(withheld.Changes, c => c.Name == nameof(Finding.Author)).IsSealed);
        Assert.Equal("谭示安", Assert.Single(clerk).Who);
        Assert.Empty(byName);
        Assert.NotEqual(default, author);
    }

    [Fact]
    public async Task Nor_from_what_the_author_did_beside_a_file_a_sign_in_a_recusal()
    {
        var (finding, author) = await FiledByHandAsync();
        var account = Account.For(author, PortalRole.Supervisor);
        var session = SignInSession.Begin(account.Id, PortalRole.Supervisor, new SignInProof(SignInWay.Persona, null), Secret.HashOf(Secret.New()), "?", Office.Clock.GetUtcNow());
        await Office.Db.Work.WriteAsync(
            db =>
            {
                db.Add(account);
                return Task.CompletedTask;
            },
            Cancel);
        await Office.Db.Work.WriteAsync(
            db =>
            {
                AuditScope.SignsIn(new AuditedActor(account.Id, author, PortalRole.Supervisor, null), nameof(Permissions.AddEvidence));
                db.AddRange(session, StoredFile.Of(finding, author, Office.Clock.GetUtcNow()));
                return Task.CompletedTask;
            },
            Cancel);

        var leader = await RowsAsync(PortalRole.Leadership, new AuditFilter(Act: nameof(Permissions.AddEvidence)));
        var clerk = await RowsAsync(PortalRole.Administrator, new AuditFilter(Type: nameof(Evidence)));
        var keys = leader.Concat(clerk).Select(row => row.ObjectId).OfType<string>().ToList();

        Assert.Equal(2, leader.Count);
        Assert.All(leader, row => Assert.Equal((true, null, null), (row.IsWithheld, row.Who, row.ObjectId)));
        Assert.All(leader, row => Assert.Empty(row.Changes));
        Assert.All([nameof(EvidenceFile.Owner), nameof(EvidenceFile.AddedBy)], name => Assert.True(Assert.Single(clerk).Changes.Single(c => c.Name == name).IsSealed));
        Assert.NotEmpty(keys);
        foreach (var key in keys)
        {
            Assert.Empty(await RowsAsync(PortalRole.Leadership, new AuditFilter(Key: key)));
        }

        Assert.DoesNotContain(await RowsAsync(PortalRole.Leadership, new AuditFilter(Who: "谭示安")), row => row.Role == PortalRole.Supervisor);
    }

    [Fact]
    public async Task People_are_said_by_their_names()
    {
        var person = Office.Supervisor("谭示安");
        Office.Recuse(person, RecusalMatter.Of(Office.Agency("AG01", "示例机构")));
        var row = Assert.Single(await RowsAsync(PortalRole.Administrator, new AuditFilter(Type: "Recusal")));

        Assert.Equal("谭示安", Assert.Single(row.Changes, c => c.Name == nameof(RecusalDeclaration.Person)).After);
        Assert.Contains(await UnsealAsync(row.Sequence), c => c is { Name: nameof(RecusalDeclaration.Person), After: "谭示安" });
    }

    [Fact]
    public async Task Whoever_steps_aside_finds_nothing_of_the_matter()
    {
        var agency = Office.Agency("AG01", "示例机构");
        var author = Office.Supervisor("谭示安");
        var finding = Office.Finding("WT-2026-0001", author, agency);
        var visit = Office.Activity("2026-01", "例行走访", agencies: agency);
        Office.Invite(visit, author);
        var clerk = Office.Staff(PortalRole.Administrator);
        Office.Recuse(clerk.Person, RecusalMatter.Of(agency));

        await using var services = PortalServices.For(clerk, Office.Db);
        var rows = (await services.GetRequiredService<AuditRecordService>().ListAsync(new AuditFilter(), cancellationToken: Cancel)).Rows;
        var exported = await services.GetRequiredService<AuditRecordService>().ExportAsync(new AuditFilter(), Cancel);

        string[] hidden = [nameof(Finding), nameof(Activity), nameof(Participation), nameof(Agency)];
        Assert.DoesNotContain(rows.Concat(exported), row => hidden.Contains(row.ObjectType));
        Assert.Contains(await RowsAsync(PortalRole.Administrator, new AuditFilter()), row => row.ObjectId == finding.Value.ToString("D"));
    }

    [Fact]
    public async Task Leadership_does_not_learn_of_a_visit_before_it_happens()
    {
        var visit = Office.Activity("2026-02", "暗访", date: SmallOffice.Today.AddDays(3), mode: SupervisionMode.UnannouncedVisit, kind: ActivityKind.Supervision, agencies: Office.Agency("AG01", "示例机构"));
        var asked = new AuditFilter(Key: visit.Value.ToString("D"));

        Assert.Empty(await RowsAsync(PortalRole.Leadership, asked));
        Assert.NotEmpty(await RowsAsync(PortalRole.Administrator, asked));
    }

    [Fact]
    public async Task Filters_and_pages_show_what_is_asked_for()
    {
        for (var i = 0; i < AuditPage.Size + 5; i++)
        {
            Office.Staff(PortalRole.Supervisor, $"人{i}");
        }

        await using var services = PortalServices.For(Office.Staff(PortalRole.Administrator), Office.Db);
        var audit = services.GetRequiredService<AuditRecordService>();
        var first = await audit.ListAsync(new AuditFilter(Type: nameof(Person)), cancellationToken: Cancel);
        var second = await audit.ListAsync(new AuditFilter(Type: nameof(Person)), first.Older, Cancel);

        Assert.Equal(AuditPage.Size, first.Rows.Count);
        Assert.True(second.Rows[0].Sequence < first.Rows[^1].Sequence);
        Assert.Null(second.Older);
        Assert.Empty((await audit.ListAsync(new AuditFilter(Outcome: AuditOutcome.Denied), cancellationToken: Cancel)).Rows);
        Assert.Empty((await audit.ListAsync(new AuditFilter(Until: SmallOffice.Today.AddDays(-1)), cancellationToken: Cancel)).Rows);
        Assert.NotEmpty((await audit.ListAsync(new AuditFilter(From: SmallOffice.Today, Until: SmallOffice.Today, Act: AuditActs.Portal), cancellationToken: Cancel)).Rows);
    }

    [Fact]
    public void The_page_shows_who_what_and_that_values_are_protected()
    {
        var (finding, _) = Filed();
        As(PortalRole.Administrator);
        var page = At<AuditList>($"/audit?object={finding.Value:D}");

        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=audit] tbody tr")));
        var line = page.Find("[data-testid=audit] tbody tr").TextContent;
        Assert.Contains("问题线索", line, StringComparison.Ordinal);
        Assert.Contains("受保护内容", line, StringComparison.Ordinal);
        Assert.Contains("系统", line, StringComparison.Ordinal);
        Assert.DoesNotContain("窗口排队", page.Markup, StringComparison.Ordinal);
        Assert.Contains("窗口服务", line, StringComparison.Ordinal);
        Assert.Contains("待受理", line, StringComparison.Ordinal);
        Assert.All(["Submitted", "True", "False", "T16:00"], raw => Assert.DoesNotContain(raw, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_provision_refused_is_said_in_its_words()
    {
        var agency = Office.Agency("AG01", "示例机构");
        var clerk = Office.Staff(PortalRole.Administrator);
        Office.Recuse(Office.Supervisor("谭示安"), RecusalMatter.Of(agency), RecusalState.Declared);
        var recusal = Office.Read(db => db.Recusals.Select(r => r.Id).Single());
        await using (var services = PortalServices.For(clerk, Office.Db))
        {
            await Assert.ThrowsAsync<RuleViolationException>(() => services.GetRequiredService<RecusalService>().DeclineAsync(recusal, " ", Cancel));
        }

        As(PortalRole.Administrator);
        var page = At<AuditList>("/audit?outcome=Denied");

        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=audit] tbody tr")));
        var line = page.Find("[data-testid=audit] tbody tr").TextContent;
        Assert.Contains(RefusalText.ResourceManager.GetString(RecusalRules.ReasonMissing().Code, System.Globalization.CultureInfo.InvariantCulture)!, line, StringComparison.Ordinal);
        Assert.DoesNotContain("Recusal_", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Sealed_values_are_shown_for_a_minute_with_a_reason_that_is_on_record_first()
    {
        var (finding, _) = Filed();
        var clerk = As(PortalRole.Administrator);
        var page = At<AuditList>($"/audit?object={finding.Value:D}");
        page.WaitForAssertion(() => page.Find("[data-testid=unseal]"));

        page.Find("[data-testid=unseal]").Click();
        page.Find("[data-testid=reason]").Input(" 核对来源 ");
        page.Find("[data-testid=reason-act]").Click();

        page.WaitForAssertion(() => Assert.Contains("窗口排队时间过长。", page.Markup, StringComparison.Ordinal));
        var row = Assert.Single(Office.Read(db => db.AuditEntries.Where(e => e.Act == nameof(Permissions.RevealAudit)).ToList()));
        Assert.Equal((clerk.Person, finding.Value.ToString("D"), "核对来源"), (row.Person!.Value, row.ObjectId, row.Reason));
        Office.Clock.Advance(TimeSpan.FromSeconds(60));
        page.WaitForAssertion(() => Assert.DoesNotContain("窗口排队时间过长。", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_sealed_opens_by_whom_it_is_about_until_that_person_is_erased()
    {
        var person = Office.Supervisor("谭示安");
        Office.Recuse(person, RecusalMatter.Of(Office.Agency("AG01", "示例机构")));
        var named = Office.Read(db => db.AuditEntries.Single(e => e.ObjectId == person.Value.ToString("D") && e.ObjectType == nameof(Person)).Sequence);
        var declared = Office.Read(db => db.AuditEntries.Single(e => e.ObjectType == "Recusal").Sequence);

        Assert.Contains(await UnsealAsync(named), c => c is { Name: nameof(Person.FullName), After: "谭示安", IsSealed: false });
        Assert.Contains(await UnsealAsync(declared), c => c is { Name: nameof(RecusalDeclaration.Explanation), After: "配偶在该机构工作" });

        await Office.Db.Work.WriteAsync(db => db.EraseFromAuditAsync(person.Value, Cancel), Cancel);
        Assert.Contains(await UnsealAsync(declared), c => c is { Name: nameof(RecusalDeclaration.Explanation), After: null, IsErased: true });
        Assert.Contains(await UnsealAsync(declared), c => c is { Name: nameof(RecusalDeclaration.State), IsSealed: false });
    }

    [Fact]
    public async Task Without_a_reason_or_a_record_nothing_is_opened_and_of_a_hidden_matter_there_is_nothing_to_open()
    {
        var agency = Office.Agency("AG01", "示例机构");
        var finding = Office.Finding("WT-2026-0001", Office.Supervisor("谭示安"), agency);
        var row = Office.Read(db => db.AuditEntries.Single(e => e.ObjectId == finding.Value.ToString("D")).Sequence);
        var clerk = Office.Staff(PortalRole.Administrator);
        Office.Recuse(clerk.Person, RecusalMatter.Of(agency));
        await using var recused = PortalServices.For(clerk, Office.Db);

        Assert.Null(await recused.GetRequiredService<AuditRecordService>().UnsealAsync(row, "核对", Cancel));
        await Assert.ThrowsAsync<RuleViolationException>(() => UnsealAsync(row, " "));
        await using var db = Office.Db.CreateDbContext();
        await Tampering.FillAsync(db, Cancel);
        await Assert.ThrowsAsync<DbUpdateException>(() => UnsealAsync(row));
    }

    [Fact]
    public void Leadership_is_not_offered_what_is_sealed()
    {
        Filed();
        As(PortalRole.Leadership);
        var page = At<AuditList>("/audit");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-testid=audit] tbody tr")));
        Assert.Empty(page.FindAll("[data-testid=unseal]"));
    }

    [Fact]
    public void The_page_says_whether_the_record_is_whole()
    {
        Filed();
        As(PortalRole.Leadership);
        var page = At<AuditList>("/audit");
        page.Find("[data-testid=verify]").Click();

        page.WaitForAssertion(() => Assert.Contains("记录完整", page.Find("[data-testid=verdict]").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    private (FindingId Finding, PersonId Author) Filed()
    {
        var author = Office.Supervisor("谭示安");
        return (Office.Finding("WT-2026-0001", author, Office.Agency("AG01", "示例机构")), author);
    }

    private async Task<(FindingId Finding, PersonId Author)> FiledByHandAsync()
    {
        var author = Office.Supervisor("谭示安");
        var agency = Office.Agency("AG01", "示例机构");
        await using var services = PortalServices.For(Acting.Supervisor(author), Office.Db);
        var id = await services.GetRequiredService<MyFindingService>().SubmitAsync(
            new FindingForm { Agency = agency.Value, Category = FindingCategory.Service, Text = "窗口排队时间过长。", SecrecyConfirmed = true }, Cancel);
        return (id, author);
    }

    private async Task<IReadOnlyList<AuditChange>> UnsealAsync(long row, string reason = "核对")
    {
        await using var services = PortalServices.For(Office.Staff(PortalRole.Administrator), Office.Db);
        return (await services.GetRequiredService<AuditRecordService>().UnsealAsync(row, reason, Cancel))!;
    }

    private async Task<IReadOnlyList<AuditRow>> RowsAsync(PortalRole role, AuditFilter filter)
    {
        await using var services = PortalServices.For(new Acting(role, PersonId.New()), Office.Db);
        return (await services.GetRequiredService<AuditRecordService>().ListAsync(filter, cancellationToken: Cancel)).Rows;
    }
}

/// <summary>Every writing use case leaves its rows in the name of whoever called it: nobody's work is put down to the portal.</summary>
public sealed class AuditedUseCaseTests
{
    [Fact]
    public async Task Each_use_case_writes_in_the_name_of_whoever_was_let_through()
    {
        List<string> strangers = [];
        foreach (var useCase in AccessMatrix.UseCases.Where(u => u.Roles.Length > 0))
        {
            using var db = new PortalDb();
            var scene = new Scene();
            await scene.SetAsync(db);
            var before = await LastAsync(db);
            foreach (var role in useCase.Roles)
            {
                await using var services = PortalServices.For(new Acting(role, scene.Actor), db);
                await Record.ExceptionAsync(() => useCase.Call(services.Create(useCase.Service), scene));
            }

            await using var read = db.CreateDbContext();
            strangers.AddRange(await read.AuditEntries.Where(e => e.Sequence > before && (e.Person != scene.Actor || e.Act == AuditActs.Portal)).Select(e => $"{useCase.Key}: {e.Act} on {e.ObjectType}").ToListAsync(Scene.Cancel));
        }

        Assert.Empty(strangers);
    }

    private static async Task<long> LastAsync(PortalDb db)
    {
        await using var read = db.CreateDbContext();
        return await read.AuditHeads.Select(h => h.Sequence).SingleAsync(Scene.Cancel);
    }
}
