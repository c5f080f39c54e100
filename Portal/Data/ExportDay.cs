using Portal.Domain.People;

namespace Portal.Data;

/// <summary>What one person has taken out of the portal on one day, so that nobody carries it off little by little.</summary>
public sealed class ExportDay
{
    public required PersonId Person { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Downloads.</summary>
    public int Times { get; set; }

    /// <summary>Rows of all of them.</summary>
    public int Rows { get; set; }

    public int Version { get; private set; }
}
