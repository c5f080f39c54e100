namespace Portal.Features.Dismissals;

/// <summary>What a supervisor writes to resign. Kept as a draft while it is typed.</summary>
public sealed class ResignForm
{
    public string Statement { get; set; } = "";

    /// <summary>The first day without office; today when it is left open.</summary>
    public DateOnly? EffectiveOn { get; set; }

    /// <summary>Never kept: it is ticked in the moment of sending.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Confirmed { get; set; }
}
