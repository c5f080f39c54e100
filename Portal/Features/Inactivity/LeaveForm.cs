namespace Portal.Features.Inactivity;

/// <summary>What is kept of a long leave while it is typed.</summary>
public sealed class LeaveForm
{
    public DateOnly? First { get; set; }

    public DateOnly? Last { get; set; }

    public string Reason { get; set; } = "";
}
