using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Data;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.EndToEnd;

/// <summary>The database goes away under an open form and comes back: the page says so, stays as it is, and sends what was typed.</summary>
[Collection(BrowserGroup.Name)]
[Trait("Category", "Browser")]
public sealed class StorageJourneyTests(PortalInBrowser portal) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await portal.CloseAllAsync();

    [Fact]
    public async Task A_form_outlives_a_database_that_is_gone_for_a_while()
    {
        var page = await portal.SignInAsync("旷样田", phone: true);
        await PortalInBrowser.TellAsync(page, "叫号机坏了三天没人修。");
        await page.GetByTestId("next").ClickAsync();
        await page.GetByTestId("secrecy").CheckAsync();
        await page.EvaluateAsync("window.stays = 'the same page'");
        var database = Database();
        File.Move(database, database + ".away");
        try
        {
            await page.GetByTestId("submit").ClickAsync();
            await Expect(page.Locator(".mud-snackbar").First).ToContainTextAsync("暂时连不上数据库");
            await Expect(page.GetByTestId("submit")).ToBeEnabledAsync();
        }
        finally
        {
            File.Move(database + ".away", database);
        }

        // The draft may be told of as well, a moment later: each message is closed as it comes, since it lies over the button on a phone.
        await page.AddLocatorHandlerAsync(page.Locator(".mud-snackbar button").First, close => close.ClickAsync());
        await page.GetByTestId("submit").ClickAsync();

        await Expect(page.GetByTestId("number")).ToBeVisibleAsync();
        Assert.Equal("the same page", await page.EvaluateAsync<string>("window.stays"));
    }

    private string Database()
    {
        using var db = portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
        return db.Database.GetDbConnection().DataSource;
    }
}
