using System.Globalization;
using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Portal.Ui;

namespace Portal.Tests.Features.Ui;

/// <summary>What every component of the frame needs, read in Chinese unless a test says otherwise.</summary>
public abstract class FrameContext : BunitContext
{
    protected FrameContext()
    {
        Read("zh-CN");
        Services.AddLogging();
        Services.AddLocalization();
        Services.AddMudServices();
        Services.AddSingleton<Words>();
        Services.AddSingleton(new PortalNotices(DemonstrationData: true));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected static void Read(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
    }

    protected static Task<AuthenticationState> SignedIn(string role) =>
        Task.FromResult(new AuthenticationState(Person(role)));

    protected static ClaimsPrincipal Person(string role) =>
        new(new ClaimsIdentity([new("name", "丁拟荞"), new("role", role)], "test", "name", "role"));
}
