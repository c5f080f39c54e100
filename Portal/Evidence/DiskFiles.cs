using System.Runtime.InteropServices;
using System.Text;

namespace Portal.Evidence;

/// <summary>The few acts on a disk whose order decides what a power cut leaves behind; tests watch them.</summary>
public interface IDiskFiles
{
    FileStream Create(string path);

    /// <summary>Waits until the file's bytes are on the disk.</summary>
    void Sync(FileStream file);

    /// <summary>Never over an existing file.</summary>
    void Rename(string path, string newPath);

    /// <summary>Waits until the folder's list of names is on the disk: a file that is there without its name is not there.</summary>
    void SyncFolder(string folder);

    void Delete(string path);

    /// <summary>Bytes that may still be written where this folder is, or is to be.</summary>
    long FreeAt(string folder);
}

internal sealed class DiskFiles : IDiskFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public FileStream Create(string path)
    {
        // No buffer: whole segments are written, and the sooner they are gone the better.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    public void Sync(FileStream file) => file.Flush(flushToDisk: true);

    public void Rename(string path, string newPath) => File.Move(path, newPath, overwrite: false);

    public void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // NTFS journals names by itself, and has no call for it.
        }

        var handle = NativeMethods.Open(Encoding.UTF8.GetBytes(folder + "\0"), NativeMethods.ReadOnly);
        if (handle < 0)
        {
            throw new IOException($"{folder} cannot be opened ({Marshal.GetLastPInvokeError()}).");
        }

        try
        {
            if (NativeMethods.Fsync(handle) != 0)
            {
                throw new IOException($"{folder} cannot be synced ({Marshal.GetLastPInvokeError()}).");
            }
        }
        finally
        {
            _ = NativeMethods.Close(handle);
        }
    }

    public void Delete(string path) => File.Delete(path);

    public long FreeAt(string folder)
    {
        var there = Path.GetFullPath(folder);
        while (!Directory.Exists(there))
        {
            there = Path.GetDirectoryName(there) ?? throw new DirectoryNotFoundException(folder);
        }

        return new DriveInfo(there).AvailableFreeSpace;
    }

    private static class NativeMethods
    {
        public const int ReadOnly = 0;

        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open(byte[] path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Fsync(int handle);

        [DllImport("libc", EntryPoint = "close", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int handle);
    }
}
