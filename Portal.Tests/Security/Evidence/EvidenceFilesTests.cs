using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Portal.Evidence;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Evidence;

public sealed class EvidenceFilesTests : FeaturePages
{
    private readonly Guid _draft = Guid.CreateVersion7();

    [Fact]
    public async Task Shows_what_was_added_and_takes_it_back()
    {
        Begin();
        await AddAsync("线索.pdf");

        var files = Show(EvidenceMatter.FindingDraft, _draft);

        var file = files.Find("[data-testid=file]");
        Assert.Contains("线索.pdf", file.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 KB", file.TextContent, StringComparison.Ordinal);
        Assert.Contains("旷样田，2026-11-", file.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/evidence/", file.QuerySelector("[data-testid=open]")!.GetAttribute("href"), StringComparison.Ordinal);
        files.Find("[data-testid=remove]").Click();
        files.WaitForAssertion(() => Assert.Empty(files.FindAll("[data-testid=file]")));
    }

    [Fact]
    public async Task What_has_arrived_appears_and_is_told_to_the_form()
    {
        Begin();
        var told = 0;
        var files = Render<EvidenceFiles>(p => p.Add(x => x.Matter, EvidenceMatter.FindingDraft).Add(x => x.Key, _draft).Add(x => x.OnChange, () => told++));
        Assert.Empty(files.FindAll("[data-testid=file]"));
        await AddAsync("a.pdf");

        await files.InvokeAsync(files.Instance.AddedAsync);

        Assert.Single(files.FindAll("[data-testid=file]"));
        Assert.Equal(1, told);
    }

    [Fact]
    public void Can_be_reached_by_keyboard_and_says_what_is_taken()
    {
        Begin();

        var files = Show(EvidenceMatter.FindingDraft, _draft);

        var input = files.Find("[data-testid=evidence-input]");
        Assert.True(input.HasAttribute("multiple"));
        Assert.Contains(".jpg", input.GetAttribute("accept"), StringComparison.Ordinal);
        Assert.Contains("20 MB", files.Find($"#{input.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
        Assert.Equal("environment", files.Find("input[capture]").GetAttribute("capture"));
        Assert.Equal("Material", files.Find("[data-testid=uploads]").GetAttribute("data-kind"));
    }

    [Fact]
    public async Task A_script_that_fails_costs_neither_the_page_nor_its_list()
    {
        JSInterop.SetupModule(_ => true).SetupVoid("watch", _ => true).SetException(new JSException("no such module"));
        Begin();
        await AddAsync("线索.pdf");

        var files = Show(EvidenceMatter.FindingDraft, _draft);

        files.WaitForAssertion(() => Assert.Contains("刷新页面", files.Find("[data-testid=evidence-refused]").TextContent, StringComparison.Ordinal));
        Assert.Contains("线索.pdf", files.Find("[data-testid=file]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_nothing_of_what_is_not_ones_own()
    {
        Begin();

        Assert.Empty(Show(EvidenceMatter.Finding, Guid.CreateVersion7()).Markup.Trim());
    }

    private void Begin()
    {
        var acting = Acting.Supervisor(Office.Supervisor("旷样田"));
        Services.AddScoped(_ => acting.Guard());
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", isInteractive: true));
    }

    private Task<EvidenceState> AddAsync(string name) => Services.GetRequiredService<EvidenceService>().AddAsync(
        new EvidenceOwner(EvidenceMatter.FindingDraft, _draft), EvidenceKind.Material, 0, _ => Task.FromResult<EvidenceUpload?>(new EvidenceUpload(name, new MemoryStream(Samples.Pdf()))), Cancel);

    private IRenderedComponent<EvidenceFiles> Show(EvidenceMatter matter, Guid key) => Render<EvidenceFiles>(p => p.Add(x => x.Matter, matter).Add(x => x.Key, key));
}
