using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Portal.Configuration;
using Portal.Ui;

namespace Portal.Access.SignIn;

/// <summary>Where a sensitive act sends whoever has not proved lately who they are, and from where they come back to it.</summary>
public sealed partial class SignInAgain
{
    [Inject]
    public required IdentityProvider Provider { get; init; }

    [Inject]
    public required IOptions<SignInOptions> Options { get; init; }

    [SupplyParameterFromQuery(Name = "back")]
    public string? Back { get; set; }

    private string Target => LocalAddress.OrHome(Back);

    /// <summary>The way to this page from one of ours.</summary>
    public static string AddressFrom(string absoluteUri) => AddressOf(LocalAddress.Of(absoluteUri));

    /// <summary>The way to this page, and back to a local address.</summary>
    public static string AddressOf(string local) => $"/signin/again?back={Uri.EscapeDataString(local)}";
}
