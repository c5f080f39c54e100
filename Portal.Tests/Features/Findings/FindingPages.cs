using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Portal.Access;
using Portal.Data;
using Portal.Drafts;
using Portal.Features.Findings;
using Portal.Live;
using Portal.Tests.Support;
using Portal.Ui;

namespace Portal.Tests.Features.Findings;

/// <summary>Pages over the real services and a database, in Chinese.</summary>
public abstract class FindingPages : BunitContext
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private Acting? _signedIn;

    protected FindingPages()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(ApprovalSection.Of<FindingApprovals>(order: 1));
        Services.AddMudServices();
        Services.AddLocalization();
        Services.AddTransient<Words>();
        Services.AddSingleton<TimeProvider>(Office.Clock);
        Services.AddSingleton<IDbContextFactory<PortalDbContext>>(Office.Db);
        Services.AddSingleton(Office.Db.Work);
        Services.AddSingleton(Office.Db.Trail).AddSingleton(Office.Db.Views);
        Services.AddSingleton(Office.Facts);
        Services.AddSingleton(typeof(LiveFeed<>));
        Services.AddScoped<DraftService>().AddScoped<FindingService>().AddScoped<FindingHandlingService>().AddScoped<FindingApprovalService>();
        Services.AddEvidenceInTests().AddFindingEvidence();
        Services.AddTransient(_ => _signedIn!.Guard());
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    private protected FindingsOffice Office { get; } = new(PortalDb.Embedded());

    protected static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    protected IEnumerable<string> Told => Services.GetRequiredService<ISnackbar>().ShownSnackbars.Select(s => s.Message ?? "");

    protected void SignIn(Acting actor) => _signedIn = actor;

    /// <summary>Somebody else saved something.</summary>
    protected void Changed() => Services.GetRequiredService<LiveFeed<ChangeStamp>>().Publish(new ChangeStamp(Office.Clock.GetUtcNow()));

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        Office.Dispose();
        CultureInfo.CurrentUICulture = _before;
        CultureInfo.CurrentCulture = _before;
    }
}
