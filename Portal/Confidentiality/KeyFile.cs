using System.Text.Json;
using Microsoft.Extensions.Options;
using Portal.Configuration;

namespace Portal.Confidentiality;

/// <summary>The file of the keys: read at start, written by the key commands alone. Only the portal's own user may read it.</summary>
public sealed class KeyFile(IOptions<KeysOptions> options, IOptions<PortalOptions> portal, IHostEnvironment environment)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions s_format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string Path => string.IsNullOrWhiteSpace(options.Value.File)
        ? System.IO.Path.Combine(environment.ContentRootPath, portal.Value.DataFolder, "keys", "data.json")
        : System.IO.Path.GetFullPath(options.Value.File, environment.ContentRootPath);

    public bool Exists => File.Exists(Path);

    /// <summary>The keys; in Development a first start makes them.</summary>
    /// <exception cref="IOException">There is no key file, and nobody may guess whether there was one.</exception>
    public DataKeys Read()
    {
        if (!Exists && environment.IsDevelopment())
        {
            Write(DataKeys.Create());
        }

        var written = Written;
        var stored = Load();
        return new DataKeys(stored.Versions, stored.Lasting) { Renewed = () => VersionsSince(ref written) };
    }

    /// <summary>Replaces the file as a whole: a crash leaves the old one or the new one.</summary>
    public void Write(DataKeys keys)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var temporary = $"{Path}.{Guid.CreateVersion7():N}";
        var (versions, lasting) = keys.ToStore();
        using (var file = new FileStream(temporary, OwnFile()))
        {
            JsonSerializer.Serialize(file, new Stored(versions, lasting), s_format);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, Path, overwrite: true);
    }

    private (DateTime At, long Length) Written
    {
        get
        {
            var file = new FileInfo(Path);
            return (file.LastWriteTimeUtc, file.Length);
        }
    }

    private Stored Load() => JsonSerializer.Deserialize<Stored>(File.ReadAllBytes(Path), s_format)!;

    // A file that is being moved or cannot be read now is looked at again the next time; what was read stays true.
    private IReadOnlyDictionary<int, byte[]>? VersionsSince(ref (DateTime At, long Length) known)
    {
        try
        {
            var written = Written;
            if (written == known)
            {
                return null;
            }

            var versions = Load().Versions;
            known = written;
            return versions;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static FileStreamOptions OwnFile()
    {
        var file = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            file.UnixCreateMode = OwnerOnly;
        }

        return file;
    }

    private sealed record Stored(IReadOnlyDictionary<int, byte[]> Versions, byte[] Lasting);
}
