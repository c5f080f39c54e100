namespace Portal.Domain.People;

/// <summary>One of the four groups that the corps is divided into, with what it looks at first (Article 10: 监督的侧重点和内容细分).</summary>
public sealed class SupervisionGroup
{
    public const int FocusLength = 1000;

    private SupervisionGroup()
    {
    }

    public SourceCategory Category { get; private set; }

    public string Focus { get; private set; } = "";

    public int Version { get; private set; }

    public static SupervisionGroup Of(SourceCategory category, string focus) => new() { Category = category, Focus = focus };
}
