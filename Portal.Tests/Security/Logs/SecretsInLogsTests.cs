using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Confidentiality;
using Portal.Data;
using Portal.Domain.Appointments;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Drafts;
using Portal.Evidence;
using Portal.Features.Findings.Mine;
using Portal.Features.Import;
using Portal.Features.Recusals;
using Portal.Features.Search;
using Portal.Features.Supervisors;
using Portal.Tests.Features.Import;
using Portal.Tests.Security.Evidence;
using Portal.Tests.Security.SignIn;
using Portal.Tests.Support;
using Serilog.Core;

namespace Portal.Tests.Security.Logs;

/// <summary>At the lowest level, through sign-in and every act that handles something secret: none of it is in the log (security.md 55).</summary>
public sealed class SecretsInLogsTests
{
    private const string Number = "99020319850101777X";
    private const string Phone = "15477755501";
    private const string Story = "金丝雀：窗口收了红包";
    private const string Ground = "金丝雀：表兄在该机构任科长";
    private const string Reason = "金丝雀：核对举报人";
    private const string Draft = "金丝雀：还没有写完";
    private const string FileName = "金丝雀录音";
    private const string FileText = "CANARY-FILE-55";
    private const string Searched = "金丝雀搜索";
    private const string Imported = "99021119680412011X";

    private readonly HeardLog _log = new();
    private readonly InRequest _inRequest = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task None_is_there_after_a_day_of_work()
    {
        await using var portal = await PortalWithProvider.StartAsync(
            settings: new Dictionary<string, string> { ["Portal:Logs:MinimumLevel"] = "Verbose" },
            also: services => services.AddSingleton<ILogEventSink>(_log).AddSingleton<IStartupFilter>(_inRequest));
        var supervisor = await portal.AccountAsync(PortalRole.Supervisor, portal.Provider.Subject);
        using var author = new Visitor();
        var secrets = await EnterAsync(portal, author);
        portal.Provider.Subject = "the clerk";
        var clerk = await portal.AccountAsync(PortalRole.Administrator, portal.Provider.Subject);
        using var staff = await portal.SignedInAsync();
        secrets.AddRange(staff.Cookies[portal.Address.Authority].Values);
        var (agency, person) = await FurnishAsync(portal);

        await AsAsync(portal, supervisor, author, async services =>
        {
            await services.GetRequiredService<DraftService>().SaveAsync(DraftNames.Finding, new FindingForm { Text = Draft }, Stop);
            var id = await services.GetRequiredService<MyFindingService>().SubmitAsync(new FindingForm { Agency = agency.Value, Category = FindingCategory.Service, Text = Story, SecrecyConfirmed = true }, Stop);
            await services.GetRequiredService<EvidenceService>().AddAsync(
                new EvidenceOwner(EvidenceMatter.Finding, id.Value), EvidenceKind.Material, 0, _ => Task.FromResult<EvidenceUpload?>(new EvidenceUpload($"{FileName}.pdf", new MemoryStream(Samples.Pdf(FileText)))), Stop);
            await services.GetRequiredService<RecusalService>().DeclareAsync(new RecusalForm { Kind = RecusalMatterKind.Agency, Matter = agency.Value, Ground = RecusalGround.OwnInterest, Explanation = Ground }, Stop);
        });
        await AsAsync(portal, clerk, staff, async services =>
        {
            Assert.Equal(Number, (await services.GetRequiredService<SupervisorService>().RevealAsync(person, Reason, Stop))!.Number);
            await services.GetRequiredService<SearchService>().FindAsync(Searched, Stop);
            var import = services.GetRequiredService<ImportService>();
            await using var book = await TestBook.SmallAsync();
            await import.CommitAsync(await import.CheckAsync(book, $"{FileName}.xlsx", Stop), cancellationToken: Stop);
        });
        foreach (var address in new[] { $"/findings?q={Searched}", $"/findings/export?q={Searched}", "/supervisors/export", $"/supervisors/{person}", $"/evidence/{Guid.CreateVersion7()}", $"/signin/callback?code={Searched}", $"/invitation?code={Searched}", $"/public/application?code={Searched}", $"/public/objection?code={Searched}" })
        {
            using var answer = await staff.SendAsync(HttpMethod.Get, portal.At(address));
        }

        using (var sent = new MultipartFormDataContent { { new ByteArrayContent(Samples.Pdf(FileText)), "file", $"{FileName}.pdf" } })
        using (await author.SendAsync(HttpMethod.Post, portal.At($"/public/files/Objection?code={Searched}"), sent))
        {
        }

        using (var report = new StringContent($$$"""{"csp-report":{"document-uri":"https://x/findings?q={{{Searched}}}","effective-directive":"script-src","blocked-uri":"inline"}}"""))
        using (await staff.SendAsync(HttpMethod.Post, portal.At("/csp-report"), report))
        {
        }

        var logout = portal.Provider.LogoutToken();
        using (var form = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", logout)]))
        using (await author.SendAsync(HttpMethod.Post, portal.At("/signout/backchannel"), form))
        {
        }

        secrets.AddRange([logout, TestProvider.ClientSecret, Number, Phone, Story, Ground, Reason, Draft, FileName, FileText, Searched, Uri.EscapeDataString(Searched), Imported, .. Keys(portal)]);
        AssertUnheard(secrets, portal.Log);
    }

    [Fact]
    public async Task Nor_is_the_password_of_a_database_that_cannot_be_reached()
    {
        var portal = RunningPortal.With(host => host
            .UseSetting("Portal:Logs:MinimumLevel", "Verbose")
            .UseSetting("Portal:Database:Provider", "SqlServer")
            .UseSetting("Portal:Database:ConnectionString", "Server=tcp:127.0.0.1,1;User Id=portal;Password=CANARY-PASSWORD;Connect Timeout=1;ConnectRetryCount=0;Encrypt=false")
            .ConfigureServices(services => services.AddSingleton<ILogEventSink>(_log)));

        var failure = await Record.ExceptionAsync(() => portal.Stranger().GetAsync("/signin", Stop));

        Assert.NotNull(failure);
        Assert.DoesNotContain("CANARY-PASSWORD", failure.ToString(), StringComparison.Ordinal);
        Assert.All(_log.Events, line => Assert.DoesNotContain("CANARY-PASSWORD", line, StringComparison.Ordinal));
        await portal.DisposeAsync();
    }

    /// <summary>In, step by step, to see what only passes by.</summary>
    private static async Task<List<string>> EnterAsync(PortalWithProvider portal, Visitor visitor)
    {
        using var asked = await visitor.SendAsync(HttpMethod.Get, portal.At("/signin/provider"));
        var request = QueryHelpers.ParseQuery(asked.Headers.Location!.Query);
        List<string> secrets = [request["state"].ToString(), request["nonce"].ToString(), .. visitor.Cookies[portal.Address.Authority].Values];
        using var answered = await visitor.SendAsync(HttpMethod.Get, asked.Headers.Location);
        var back = new Uri(asked.Headers.Location, answered.Headers.Location!);
        secrets.Add(QueryHelpers.ParseQuery(back.Query)["code"].ToString());
        var page = await visitor.OpenAsync(back);
        Assert.Null(page.Problem);
        secrets.AddRange(visitor.Cookies[portal.Address.Authority].Values);
        Assert.All(secrets, secret => Assert.NotEqual("", secret));
        // Short ones, such as a mark that is only "N", are no secrets.
        return secrets.FindAll(secret => secret.Length > 8);
    }

    private static async Task<(AgencyId Agency, PersonId Person)> FurnishAsync(PortalWithProvider portal)
    {
        var agency = Agency.Register(AgencyId.New(), "AG55", "示例经办机构", AgencyKind.EmployeePension, null, null, isExternal: false);
        var person = Person.Citizen(PersonId.New(), "示例甲", IdentityNumber.FromStore(Number), PhoneNumber.FromStore(Phone), District.Tianyuan, null);
        await portal.WriteAsync(db =>
        {
            db.Agencies.Add(agency);
            db.People.Add(person);
            db.Appointments.Add(Appointment.FromRegister(
                AppointmentId.New(), person.Id, 1, SourceCategory.GrassrootsWorker, RecruitmentChannel.OpenRecruitment, portal.Clock.GetUtcNow().UtcDateTime.ToDay().AddYears(-1), portal.Clock.GetUtcNow().UtcDateTime.ToDay().AddYears(1), AppointmentState.Active, null, null, null, []));
            return Task.CompletedTask;
        });
        return (agency.Id, person.Id);
    }

    private static IEnumerable<string> Keys(PortalWithProvider portal)
    {
        var file = portal.Services.GetRequiredService<KeyFile>();
        using var stored = JsonDocument.Parse(File.ReadAllBytes(file.Path));
        return [stored.RootElement.GetProperty("lasting").GetString()!, .. stored.RootElement.GetProperty("versions").EnumerateObject().Select(v => v.Value.GetString()!)];
    }

    private async Task AsAsync(PortalWithProvider portal, AccountId account, Visitor visitor, Func<IServiceProvider, Task> act)
    {
        var session = portal.Read(db => db.Sessions.Single(s => s.Account == account && s.EndedAt == null).Id);
        _inRequest.Set(session, account, act);
        using var answer = await visitor.SendAsync(HttpMethod.Get, portal.At(InRequest.Path));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private void AssertUnheard(List<string> secrets, IEnumerable<string> signIns)
    {
        List<string> heard = [.. _log.Events, .. signIns];
        Assert.True(_log.Events.Count > 10, "Nothing was heard: this would find nothing either.");
        Assert.All(secrets, secret => Assert.DoesNotContain(heard, line => line.Contains(secret, StringComparison.Ordinal)));

        // And it would have been found.
        using var logger = new Serilog.LoggerConfiguration().WriteTo.Sink(_log).CreateLogger();
        logger.Information("{Word}", Story);
        Assert.Contains(_log.Events, line => line.Contains(Story, StringComparison.Ordinal));
    }
}

file static class Days
{
    public static DateOnly ToDay(this DateTime moment) => DateOnly.FromDateTime(moment);
}
