using System.Globalization;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Portal.Access;
using Portal.Audit;
using Portal.Confidentiality;
using Portal.Data;
using Portal.Domain.People;
using Portal.Features;
using Portal.Live;
using Portal.Retention;
using Portal.Ui;

namespace Portal.Tests.Support;

/// <summary>Pages of the features over a small office, read in Chinese unless a test says otherwise; the services are the real ones.</summary>
public abstract class FeaturePages : BunitContext
{
    protected FeaturePages()
    {
        Read("zh-CN");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging();
        Services.AddLocalization();
        Services.AddMudServices();
        Services.AddTransient<Words>();
        Services.AddSingleton<TimeProvider>(Office.Clock);
        Services.AddSingleton<IDbContextFactory<PortalDbContext>>(Office.Db);
        Services.AddSingleton<UnitOfWork>().AddSingleton<OfficeFacts>();
        Services.AddSingleton(typeof(LiveFeed<>));
        Services.AddEvidenceInTests();
        Services.AddSingleton(PortalDb.Keys).AddPortalAudit().AddPortalRetention().AddSingleton(new AnchorFile(Path.Combine(Path.GetTempPath(), $"anchor-{Guid.CreateVersion7():N}.log"), PortalDb.Keys));
        Services.AddSingleton<ISensitiveReads>(Reads);
        Services.AddPortalFeatures();
    }

    protected KeptReads Reads { get; } = new();

    protected SmallOffice Office { get; } = new(PortalDb.Embedded());

    protected NavigationManager Address => Services.GetRequiredService<NavigationManager>();

    protected static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    /// <summary>What the person was told at the edge of the page.</summary>
    protected IEnumerable<string?> Told => Services.GetRequiredService<ISnackbar>().ShownSnackbars.Select(s => s.Message);

    protected static void Read(string culture) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    protected Acting As(PortalRole role) => As(role, Office.Staff(role));

    /// <summary>Pages as a supervisor of the office.</summary>
    protected Acting As(PersonId supervisor) => As(PortalRole.Supervisor, Acting.Supervisor(supervisor));

    protected IRenderedComponent<TPage> At<TPage>(string address, Guid? key = null)
        where TPage : IComponent
    {
        Address.NavigateTo(address);
        return Render<TPage>(parameters =>
        {
            if (key is { } id)
            {
                parameters.TryAdd("Key", id);
            }
        });
    }

    private Acting As(PortalRole role, Acting acting)
    {
        Services.AddScoped(_ => acting.Guard());
        AddAuthorization().SetAuthorized("示例科员").SetRoles(role.ToString());
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return acting;
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        Office.Dispose();
    }
}
