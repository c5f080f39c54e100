namespace Portal.Domain.Findings;

/// <summary>Who reported, and who may know (Article 14).</summary>
public sealed partial class Finding
{
    /// <summary>Takes out who reported, from a copy that was read for somebody who may not know and that nobody stores.</summary>
    public void WithholdAuthors()
    {
        foreach (var step in _events.Where(e => e.By is { } by && IsBy(by)))
        {
            step.WithholdAuthor();
        }

        Author = default;
        _coAuthors.Clear();
    }
}
