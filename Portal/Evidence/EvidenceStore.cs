using System.Buffers;
using System.Security.Cryptography;
using Portal.Evidence.Cipher;

namespace Portal.Evidence;

/// <summary>Where the encrypted files are.</summary>
public sealed record EvidenceFolder(string Path);

/// <summary>The folder of encrypted files. A file is there whole or not at all: written beside, synced, renamed, and only then spoken of in the database.</summary>
public sealed class EvidenceStore(EvidenceFolder folder, IDiskFiles disk)
{
    internal const string Stored = ".ev";
    private const string Unfinished = ".part";
    private const int Chunk = 64 * 1024;

    /// <summary>Encrypts what comes in under a temporary name. Whoever disposes of it unkept leaves nothing.</summary>
    /// <exception cref="EvidenceRefusedException">Empty, or more than the limit.</exception>
    internal async Task<PendingFile> ReceiveAsync(EvidenceId id, byte[] key, Stream content, long limit, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder.Path);
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(EvidenceFile.StorageNameLength / 2));
        var path = System.IO.Path.Combine(folder.Path, name + Unfinished);
        var file = disk.Create(path);
        try
        {
            long size;
            await using (file)
            {
                size = await EncryptAsync(id, key, content, file, limit, cancellationToken);
                disk.Sync(file);
            }

            return size > 0 ? new PendingFile(this, id, key, name, size) : throw Refusals.Empty();
        }
        catch
        {
            disk.Delete(path);
            throw;
        }
    }

    /// <exception cref="DamagedEvidenceException">Not what was stored, or gone.</exception>
    internal SegmentReader Open(EvidenceFile file, byte[] key)
    {
        var reader = OpenAt(file.StorageName + Stored, key, file.Id);
        if (reader.Length == file.Size)
        {
            return reader;
        }

        reader.Dispose();
        throw new DamagedEvidenceException();
    }

    public void Erase(string storageName) => disk.Delete(System.IO.Path.Combine(folder.Path, storageName + Stored));

    /// <summary>Whatever lies in the folder and is older than this: names without their ending, and whether each was finished.</summary>
    internal IEnumerable<(string StorageName, bool IsFinished)> OlderThan(DateTimeOffset instant)
    {
        if (!Directory.Exists(folder.Path))
        {
            yield break;
        }

        foreach (var file in new DirectoryInfo(folder.Path).EnumerateFiles())
        {
            if (file.Extension is Stored or Unfinished && file.LastWriteTimeUtc < instant.UtcDateTime)
            {
                yield return (System.IO.Path.GetFileNameWithoutExtension(file.Name), file.Extension == Stored);
            }
        }
    }

    internal void DropUnfinished(string storageName) => disk.Delete(System.IO.Path.Combine(folder.Path, storageName + Unfinished));

    internal SegmentReader OpenUnfinished(string storageName, byte[] key, EvidenceId id) => OpenAt(storageName + Unfinished, key, id);

    internal void Finish(string storageName)
    {
        disk.Rename(System.IO.Path.Combine(folder.Path, storageName + Unfinished), System.IO.Path.Combine(folder.Path, storageName + Stored));
        disk.SyncFolder(folder.Path);
    }

    private static async Task<long> EncryptAsync(EvidenceId id, byte[] key, Stream content, FileStream file, long limit, CancellationToken cancellationToken)
    {
        using var writer = new SegmentWriter(file, key, id.Value);
        var chunk = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            int read;
            while ((read = await ReceiveAsync(content, chunk, cancellationToken)) > 0)
            {
                if (writer.Length + read > limit)
                {
                    throw Refusals.TooLarge(limit);
                }

                await writer.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(chunk);
            ArrayPool<byte>.Shared.Return(chunk);
        }

        await writer.CompleteAsync(cancellationToken);
        return writer.Length;
    }

    // What fails here is the sender's line; what fails at the file is our disk.
    private static async Task<int> ReceiveAsync(Stream content, byte[] chunk, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsync(chunk, cancellationToken);
        }
        catch (IOException cut) when (cut is not BadHttpRequestException)
        {
            throw Refusals.Malformed();
        }
    }

    private SegmentReader OpenAt(string name, byte[] key, EvidenceId id)
    {
        FileStream source;
        try
        {
            source = new FileStream(System.IO.Path.Combine(folder.Path, name), new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 });
        }
        catch (FileNotFoundException)
        {
            throw new DamagedEvidenceException();
        }

        try
        {
            return SegmentReader.Open(source, key, id.Value);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }
}

/// <summary>A file that has arrived and is not yet anybody's.</summary>
internal sealed class PendingFile(EvidenceStore store, EvidenceId id, byte[] key, string storageName, long size) : IDisposable
{
    private bool _isKept;

    public string StorageName { get; } = storageName;

    public long Size { get; } = size;

    public SegmentReader Open() => store.OpenUnfinished(StorageName, key, id);

    /// <summary>Gives it its name; from here on a row may speak of it.</summary>
    public void Keep()
    {
        store.Finish(StorageName);
        _isKept = true;
    }

    public void Dispose()
    {
        if (!_isKept)
        {
            store.DropUnfinished(StorageName);
        }
    }
}
