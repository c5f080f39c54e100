using System.Collections;
using System.Reflection;
using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Features.Dashboards.Administrator;
using Portal.Features.Search;
using Portal.Live;
using Portal.Tests.Support;
using Portal.Ui;
using static Portal.Tests.Features.Dashboards.Administrator.SeededOffice;

namespace Portal.Tests.Features.Dashboards.Administrator;

/// <summary>What the administrator's whole page costs a circuit, frame included, with everything on the desk that it can show (performance.md: an instance costs 4 to 6 KiB).</summary>
public sealed class DeskInFrameTests : FeaturePages
{
    private const int Must = 160;

    public DeskInFrameTests() =>
        Services.AddSingleton<AntiforgeryStateProvider, NoToken>().AddSingleton(new PortalNotices(DemonstrationData: true));

    [Fact]
    public async Task The_full_desk_in_its_frame_costs_at_most_160_component_instances()
    {
        FillTheDesk();
        As(PortalRole.Administrator);
        Services.GetRequiredService<LiveFeed<RankingSnapshot>>().Publish(await Services.GetRequiredService<ISnapshotQuery<RankingSnapshot>>().TakeAsync(Cancel));

        var page = Render<LayoutView>(p => p
            .AddCascadingValue(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new("name", "示例科员"), new("role", Navigation.Administrator)], "test", "name", "role")))))
            .AddCascadingValue(new ViewPreferences())
            .Add(view => view.Layout, typeof(SearchLayout))
            .Add(view => view.ChildContent, builder =>
            {
                builder.OpenComponent<AdministratorDashboard>(0);
                builder.CloseComponent();
            }));

        Assert.NotEmpty(page.FindAll("[data-testid=tiles]"));
        Assert.NotEmpty(page.FindAll(".side-entry"));
        Xunit.TestContext.Current.SendDiagnosticMessage("component instances: {0}", Instances());
        Assert.InRange(Instances(), 30, Must);
    }

    private void FillTheDesk()
    {
        var office = new SeededOffice();
        var agency = office.Agency("攸县经办机构");
        for (var more = 0; more < 15; more++)
        {
            office.Submitted(agency, Day(11, 1));
            office.Ordered(agency, Day(10, 20), Day(11, 25));
            office.Declared(office.Supervisor($"人{more}", SourceCategory.PublicRepresentative), RecusalMatter.Of(agency), Day(11, 20));
        }

        office.SaveTo(Office.Db);
    }

    private int Instances()
    {
        var states = typeof(Renderer).GetField("_componentStateById", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(Renderer);
        return ((ICollection)states!).Count;
    }

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
