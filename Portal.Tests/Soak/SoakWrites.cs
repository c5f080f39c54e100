using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.SignIns;
using Portal.Domain.Findings;
using Portal.Evidence;
using Portal.Features.Findings;
using Portal.Features.Findings.Mine;
using Portal.Tests.Security.Evidence;
using Portal.Tests.Support;

[assembly: HostingStartup(typeof(Portal.Tests.Soak.SoakWrites))]

namespace Portal.Tests.Soak;

/// <summary>Lets a client write over HTTP into the real portal, which itself writes over circuits only. Part of the portal's process only where ASPNETCORE_HOSTINGSTARTUPASSEMBLIES names this assembly.</summary>
public sealed class SoakWrites : IHostingStartup, IStartupFilter
{
    public const string Path = "/soak";

    private static readonly ConcurrentDictionary<AccountId, ClaimsPrincipal> s_signedIn = [];

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map(Path, soak => soak.Run(AnswerAsync));
        next(app);
    };

    // Before the pages in words: what cannot be done now is a plain answer.
    private static async Task AnswerAsync(HttpContext http)
    {
        try
        {
            await WriteAsync(http);
        }
        catch (Exception trouble) when (StorageTroubles.Of(trouble) is not null)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    // A supervisor files and brings a file, the section registers: services and transactions of their own, each through the guard.
    private static async Task WriteAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var client = int.Parse(http.Request.Query["client"].ToString(), CultureInfo.InvariantCulture);
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(http.RequestAborted);
        await ActAsAsync(http, db, PortalRole.Supervisor, client);
        var agency = await db.Agencies.Where(a => !a.IsExternal).OrderBy(a => a.Code).Skip(client).Select(a => a.Id).FirstAsync(http.RequestAborted);
        var form = new FindingForm { Agency = agency.Value, Category = FindingCategory.Service, Text = $"client {client}", SecrecyConfirmed = true };
        var id = await services.GetRequiredService<MyFindingService>().SubmitAsync(form, http.RequestAborted);
        var answer = id.Value.ToString("D");
        if (http.Request.Query.ContainsKey("evidence"))
        {
            answer += $" {await BringAsync(http, db, id)}";
        }

        if (http.Request.Query.ContainsKey("register"))
        {
            await ActAsAsync(http, db, PortalRole.Administrator, 0);
            await services.GetRequiredService<FindingHandlingService>().RegisterAsync(id, version: 0, http.RequestAborted);
        }

        await http.Response.WriteAsync(answer);
    }

    private static async Task<Guid> BringAsync(HttpContext http, PortalDbContext db, FindingId finding)
    {
        var evidence = http.RequestServices.GetRequiredService<EvidenceService>();
        await evidence.AddAsync(
            new EvidenceOwner(EvidenceMatter.Finding, finding.Value), EvidenceKind.Material, 0, _ => Task.FromResult<EvidenceUpload?>(new EvidenceUpload("现场.jpg", new MemoryStream(Samples.Jpeg()))), http.RequestAborted);
        var file = await db.Evidence.Where(f => f.Owner == finding.Value).Select(f => f.Id).SingleAsync(http.RequestAborted);
        return !http.Request.Query.ContainsKey("back") || await evidence.RemoveAsync(file, "发错了", http.RequestAborted) ? file.Value : throw new InvalidOperationException("It could not be taken back.");
    }

    private static async Task ActAsAsync(HttpContext http, PortalDbContext db, PortalRole role, int which)
    {
        var today = http.RequestServices.GetRequiredService<TimeProvider>().Today();
        var accounts = db.Accounts.Where(a => a.Role == role && !a.IsDisabled);
        if (role == PortalRole.Supervisor)
        {
            var inOffice = db.Appointments.InOffice(today);
            accounts = accounts.Where(a => inOffice.Any(t => t.Person == a.Person));
        }

        var account = await accounts.OrderBy(a => a.Id).Select(a => a.Id).Skip(which).FirstAsync(http.RequestAborted);
        if (!s_signedIn.TryGetValue(account, out var principal))
        {
            var session = SignInSession.Begin(
                account, role, new SignInProof(SignInWay.Persona, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()), Secret.HashOf(Secret.New()), "?",
                http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
            await http.RequestServices.GetRequiredService<UnitOfWork>().WriteAsync(
                write =>
                {
                    write.Sessions.Add(session);
                    return Task.CompletedTask;
                },
                http.RequestAborted);
            principal = s_signedIn.GetOrAdd(account, SignedIn.As(session.Id, account));
        }

        http.User = principal;
    }
}
