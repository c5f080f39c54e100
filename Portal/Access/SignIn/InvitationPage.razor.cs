using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Access.SignIn;

/// <summary>What an invitation's link opens. Looking at it uses nothing up: mail programs look at links too.</summary>
public sealed partial class InvitationPage
{
    private OpenInvitation? _invitation;

    [Inject]
    public required InvitationLinks Links { get; init; }

    [Inject]
    public required IdentityProvider Provider { get; init; }

    [Inject]
    public required Words Words { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [SupplyParameterFromQuery(Name = "code")]
    public string? Code { get; set; }

    protected override async Task OnInitializedAsync() => _invitation = await Links.FindAsync(Code);
}
