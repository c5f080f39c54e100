using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MudBlazor;
using MudBlazor.Services;
using Portal.Access;
using Portal.Data;
using Portal.Domain.People;
using Portal.Features.Findings;
using Portal.Live;
using Portal.Tests.Support;
using Portal.Ui;

namespace Portal.Tests.Features.Dashboards.Supervisor;

/// <summary>A supervisor's pages over their real services, in Chinese, as in the circuit.</summary>
public abstract class MyPagesContext : BunitContext
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    protected MyPagesContext()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddLocalization();
        Services.AddTransient<Words>();
        Services.AddSingleton<TimeProvider>(Rows.Clock);
        Services.AddSingleton(Changes);
        Services.AddSingleton(Rows.Scores);
        Services.AddSingleton<IDbContextFactory<PortalDbContext>>(Rows.Db);
        Services.AddSingleton(Rows.Db.Work);
        Services.AddEvidenceInTests().AddFindingEvidence();
    }

    internal TwoSupervisors Rows { get; } = new(PortalDb.Embedded());

    protected LiveFeed<ChangeStamp> Changes { get; } = new(NullLogger<LiveFeed<ChangeStamp>>.Instance);

    protected string Told => string.Join("\n", Services.GetRequiredService<ISnackbar>().ShownSnackbars.Select(s => s.Message));

    protected string Address => Services.GetRequiredService<NavigationManager>().ToBaseRelativePath(Services.GetRequiredService<NavigationManager>().Uri);

    protected override async ValueTask DisposeAsyncCore()
    {
        await DisposeComponentsAsync();
        Rows.Dispose();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = _before;
        await base.DisposeAsyncCore();
    }

    protected void Act(PersonId who) => Act(TwoSupervisors.Guard(who), who);

    protected void Act(AccessGuard guard, PersonId who)
    {
        Services.AddSingleton(guard);
        Services.AddSingleton(Rows.Findings(guard));
        Services.AddSingleton(Rows.Activities(who));
        Services.AddSingleton(Rows.Home(who));
        Services.AddSingleton(Rows.Score(who));
        Services.AddSingleton(Rows.Drafts(who));
        SetRendererInfo(new RendererInfo("Server", true));
    }

    protected void Change() => Changes.Publish(new ChangeStamp(Rows.Clock.GetUtcNow()));
}

/// <summary>A person whose request is held up until it is let go, so that a test can look at a page while it sends.</summary>
internal sealed class HeldUp(PersonId person) : ICurrentActor
{
    private static readonly IAuthorizationService s_authorization = new ServiceCollection()
        .AddLogging()
        .AddAuthorizationCore()
        .AddSingleton<IAuthorizationHandler, RoleGrant>()
        .BuildServiceProvider()
        .GetRequiredService<IAuthorizationService>();

    private readonly Acting _acting = Acting.Supervisor(person);

    public TaskCompletionSource? Hold { get; set; }

    public async Task<Actor> GetAsync(CancellationToken cancellationToken = default)
    {
        if (Hold is { } hold)
        {
            await hold.Task;
        }

        return await _acting.GetAsync(cancellationToken);
    }

    public AccessGuard Guard() => new(this, s_authorization, new UnrecordedDenials(), NullLogger<AccessGuard>.Instance);
}
