using Portal.Domain.Retention;

namespace Portal.Retention;

/// <summary>One night's run, at most one a day: what was done of each class so far. Each batch counts itself in its own transaction, so that a run which was broken off goes on where it was.</summary>
public sealed class RetentionRun
{
    private readonly List<RetentionRunLine> _lines = [];

    private RetentionRun()
    {
    }

    /// <summary>The office's day.</summary>
    public DateOnly Day { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary><c>null</c>: it goes on the next time.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    public IReadOnlyList<RetentionRunLine> Lines => _lines;

    public int Version { get; private set; }

    public static RetentionRun Begin(DateOnly day, DateTimeOffset now) => new() { Day = day, StartedAt = now };

    public void Add(RetentionClass @class, int done) => Line(@class).Done += done;

    public void Finish(IReadOnlyDictionary<RetentionClass, int> held, DateTimeOffset now)
    {
        foreach (var (@class, count) in held)
        {
            Line(@class).Held = count;
        }

        FinishedAt = now;
    }

    private RetentionRunLine Line(RetentionClass @class)
    {
        var line = _lines.Find(l => l.Class == @class);
        if (line is null)
        {
            _lines.Add(line = new RetentionRunLine { Class = @class });
        }

        return line;
    }
}

/// <summary>What a run did of one class.</summary>
public sealed class RetentionRunLine
{
    public required RetentionClass Class { get; init; }

    public int Done { get; set; }

    /// <summary>What was due and is under a legal hold.</summary>
    public int Held { get; set; }
}
