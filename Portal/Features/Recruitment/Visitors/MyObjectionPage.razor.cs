using Microsoft.AspNetCore.Components;

namespace Portal.Features.Recruitment.Visitors;

/// <summary>What the private link of an objection opens: where it stands, and the way to add files. What it says, and whom it is about, is not shown back (domain.md A6).</summary>
public sealed partial class MyObjectionPage : PublicPage
{
    private PublicObjectionView? _shown;

    [Inject]
    public required PublicNotices Notices { get; init; }

    [SupplyParameterFromQuery(Name = "code")]
    public string? Code { get; set; }

    protected override async Task<bool> LoadAsync() => (_shown = await Notices.FindObjectionAsync(Code)) is not null;
}
