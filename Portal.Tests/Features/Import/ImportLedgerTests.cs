using System.Globalization;
using System.Resources;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MudBlazor.Services;
using Portal.Features.Import;
using Portal.Ui;

namespace Portal.Tests.Features.Import;

/// <summary>What the page shows of a ledger, when its one button can be pressed, and what it says afterwards.</summary>
public sealed class ImportLedgerTests : BunitContext, IAsyncLifetime
{
    private readonly ImportRoom _room = new();

    public ImportLedgerTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        Services.AddMudServices();
        Services.AddLocalization();
        Services.AddTransient<Words>().AddScoped<ProblemWords>();
        Services.AddSingleton(Options.Create(new ImportOptions()));
        Services.AddScoped(_ => _room.Service);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_sound_ledger_is_shown_and_confirmed()
    {
        var page = Render<ImportLedger>();
        Assert.Empty(page.FindAll("[data-testid=commit]"));

        Upload(page, await SampleAsync());

        page.WaitForElement("[data-testid=commit-button]", Patience);
        Assert.Equal(6, page.FindAll("[data-testid^=sheet-]").Count);
        Assert.Contains("310", page.Find("[data-testid=sheet-Attendance]").TextContent, StringComparison.Ordinal);
        Assert.False(page.Find("[data-testid=commit-button]").HasAttribute("disabled"));
        Assert.Equal("确认导入（新增 428，变更 0）", page.Find("[data-testid=commit-button]").TextContent.Trim());

        await page.Find("[data-testid=commit-button]").ClickAsync(new());

        page.WaitForElement("[data-testid=done]", Patience);
        Assert.Contains(page.FindAll("[data-testid=done] a"), a => a.GetAttribute("href") == "/findings");
    }

    [Fact]
    public async Task Errors_are_listed_with_their_place_and_disable_the_button()
    {
        var page = Render<ImportLedger>();

        Upload(page, (await TestBook.WriteAsync(("监督员名册", [TestBook.RosterHeader, TestBook.With(TestBook.Tan, (1, "女"))]))).ToArray());

        page.WaitForElement("[data-testid=commit-button]", Patience);
        Assert.True(page.Find("[data-testid=commit-button]").HasAttribute("disabled"));
        Assert.Contains("有 1 个错误，不能导入", page.Find("[data-testid=commit-words]").TextContent, StringComparison.Ordinal);
        var cells = page.Find("[data-testid=problem]").Children.Select(c => c.TextContent.Trim());
        Assert.Equal(["错误", "监督员名册", "2", "性别", "女", "与身份证号所示性别（男）不一致。"], cells);
    }

    [Fact]
    public async Task Problems_are_filtered_by_severity()
    {
        var page = Render<ImportLedger>();
        Upload(page, await SampleAsync());
        page.WaitForElement("[data-testid=filter-error]", Patience);

        await page.Find("[data-testid=filter-error]").ClickAsync(new());
        Assert.Empty(page.FindAll("[data-testid=problem]"));

        await page.Find("[data-testid=filter-hint]").ClickAsync(new());
        Assert.NotEmpty(page.FindAll("[data-testid=problem]"));
        Assert.Equal("true", page.Find("[data-testid=filter-hint]").GetAttribute("aria-pressed"));
    }

    [Fact]
    public void A_file_that_is_no_workbook_is_refused_in_words()
    {
        var page = Render<ImportLedger>();

        Upload(page, "姓名,性别"u8.ToArray());

        page.WaitForElement("[data-testid=problem]", Patience);
        Assert.Contains("CSV", page.Find("[data-testid=problem]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=sheets]"));
        Assert.True(page.Find("[data-testid=commit-button]").HasAttribute("disabled"));
    }

    [Fact]
    public void Every_problem_has_words_in_both_languages()
    {
        var words = new ResourceManager(typeof(ImportText));

        Assert.All(
            Enum.GetNames<ProblemCode>(),
            code => Assert.All(
                [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("en")],
                culture => Assert.NotNull(words.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.GetString($"Problem_{code}"))));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        _room.Dispose();
    }

    private static TimeSpan Patience => TimeSpan.FromSeconds(20);

    private static void Upload(IRenderedComponent<ImportLedger> page, byte[] file) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(file, "台账.xlsx"));

    private static async Task<byte[]> SampleAsync()
    {
        await using var sample = LedgerImport.OpenSample();
        using var copy = new MemoryStream();
        await sample.CopyToAsync(copy);
        return copy.ToArray();
    }
}
