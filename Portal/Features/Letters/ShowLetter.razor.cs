using Microsoft.AspNetCore.Components;
using Portal.Domain.Credentials;
using Portal.Ui;

namespace Portal.Features.Letters;

/// <summary>A letter held out on a phone: in one word whether it is in force, and what it says.</summary>
public sealed partial class ShowLetter : LivePage
{
    private MyLetter? _letter;

    [Inject]
    public required MyLetterService Letters { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        await AttemptAsync(ReloadAsync);
        if (_letter is null)
        {
            Addresses.NotFound();
        }
    }

    protected override async Task ReloadAsync() => _letter = await Letters.GetAsync(IntroductionLetterId.From(Key));
}
