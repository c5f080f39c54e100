using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.Letters;

/// <summary>The reader's own letters of introduction: a part of the page of their office.</summary>
public sealed partial class MyLetters : LivePage
{
    private IReadOnlyList<MyLetter>? _letters;

    [Inject]
    public required MyLetterService Letters { get; init; }

    protected override Task OnInitializedAsync() => AttemptAsync(ReloadAsync);

    protected override async Task ReloadAsync() => _letters = await Letters.MineAsync();
}
