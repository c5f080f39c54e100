using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Confidentiality;

namespace Portal.Audit;

/// <summary>One line of the anchor file: the row that was the last, and its hash.</summary>
public readonly record struct Anchor(long Sequence, string Hash);

/// <summary>A file outside the database that grows by a line now and then. Whoever cuts the record's end, or puts an older copy of the database in its place, would have to cut this too.</summary>
public sealed class AnchorFile(string path, DataKeys keys)
{
    private const int Fields = 3;

    private readonly byte[] _key = keys.For(KeyPurpose.Audit);

    public string Path => path;

    /// <summary>The lines as far as they prove themselves.</summary>
    /// <param name="broken">The number of the first line that does not; <c>null</c> when all do.</param>
    public IReadOnlyList<Anchor> Read(out int? broken)
    {
        broken = null;
        if (!File.Exists(Path))
        {
            return [];
        }

        var anchors = new List<Anchor>();
        var previous = "";
        var number = 0;
        // The end of a line is written with it: what has none was cut off by a crash and was never an anchor.
        foreach (var line in WholeLines(File.ReadAllText(Path)))
        {
            number++;
            var fields = line.Split(' ');
            if (fields.Length != Fields
                || !long.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                || fields[2] != Proof(previous, sequence, fields[1]))
            {
                broken = number;
                break;
            }

            anchors.Add(new Anchor(sequence, fields[1]));
            previous = fields[2];
        }

        return anchors;
    }

    /// <summary>The file's text as a record of so many rows knows it. Each line stands on the one before, so that what is left proves itself as the whole did.</summary>
    public static string UpTo(string text, long lastRow) =>
        string.Concat(WholeLines(text).TakeWhile(line => !(long.TryParse(line.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > lastRow)).Select(line => line + '\n'));

    public void Append(long sequence, byte[] hash)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var text = File.Exists(Path) ? File.ReadAllText(Path) : "";
        var last = WholeLines(text).LastOrDefault()?.Split(' ').LastOrDefault() ?? "";
        var hex = Convert.ToHexStringLower(hash);
        var line = string.Create(CultureInfo.InvariantCulture, $"{sequence} {hex} {Proof(last, sequence, hex)}\n");
        using var file = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        file.SetLength(Encoding.UTF8.GetByteCount(text.AsSpan(0, text.LastIndexOf('\n') + 1)));
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.ASCII.GetBytes(line));
        file.Flush(flushToDisk: true);
    }

    private static string[] WholeLines(string text)
    {
        var end = text.LastIndexOf('\n');
        return end < 0 ? [] : text[..end].Split('\n');
    }

    private string Proof(string previous, long sequence, string hash) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"anchor {previous} {sequence} {hash}"))));
}
