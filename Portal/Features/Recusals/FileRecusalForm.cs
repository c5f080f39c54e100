namespace Portal.Features.Recusals;

/// <summary>What a clerk types to put somebody's recusal on record. Kept as a draft while it is typed.</summary>
public sealed class FileRecusalForm
{
    public Guid? Person { get; set; }

    /// <summary>An agency asks for it; otherwise the section does so of its own accord.</summary>
    public bool AskedByAgency { get; set; }

    public RecusalForm What { get; set; } = new();
}
