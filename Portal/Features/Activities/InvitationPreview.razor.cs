using Microsoft.AspNetCore.Components;

namespace Portal.Features.Activities;

/// <summary>Who is invited, and who is not and why.</summary>
public sealed partial class InvitationPreview
{
    [Parameter]
    [EditorRequired]
    public required Invitations Invitations { get; set; }
}
