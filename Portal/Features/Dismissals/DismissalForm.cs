using Portal.Domain.Appointments;

namespace Portal.Features.Dismissals;

/// <summary>What a clerk types to begin a dismissal. Only the ground's own fields are asked for.</summary>
public sealed class DismissalForm
{
    public DismissalGround? Ground { get; set; }

    public string Facts { get; set; } = "";

    public SanctionKind? Sanction { get; set; }

    public string DecidingBody { get; set; } = "";

    public string Document { get; set; } = "";

    public DateOnly? DocumentDate { get; set; }

    public bool Serious { get; set; }

    public bool NoGoodReason { get; set; }

    public DateOnly? DeclaredOn { get; set; }
}
