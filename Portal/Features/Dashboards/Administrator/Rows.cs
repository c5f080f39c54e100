using System.Collections;

namespace Portal.Features.Dashboards.Administrator;

/// <summary>Rows of a snapshot that are equal when they say the same, so that two snapshots can be compared and a page stays still when nothing changed.</summary>
public sealed class Rows<T>(IEnumerable<T> rows) : IReadOnlyList<T>, IEquatable<Rows<T>>
{
    private readonly T[] _rows = [.. rows];

    public int Count => _rows.Length;

    public T this[int index] => _rows[index];

    public bool Equals(Rows<T>? other) => other is not null && _rows.AsSpan().SequenceEqual(other._rows);

    public override bool Equals(object? obj) => Equals(obj as Rows<T>);

    public override int GetHashCode() => _rows.Length;

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_rows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _rows.GetEnumerator();
}
