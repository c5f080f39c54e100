using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Layout;

/// <summary>The same look without navigation, and without a circuit: sign-in, errors, pages for the public.</summary>
public sealed partial class PlainLayout
{
    [Inject]
    public required NavigationManager Address { get; init; }

    [Inject]
    public required PortalNotices Notices { get; init; }
}
