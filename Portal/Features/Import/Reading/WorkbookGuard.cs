using System.IO.Compression;
using System.Text;

namespace Portal.Features.Import.Reading;

/// <summary>Looks at a file from outside before anything is parsed: what it is, what it weighs inflated, and what it brings along.</summary>
internal static class WorkbookGuard
{
    private static readonly byte[] s_compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] s_zip = "PK\u0003\u0004"u8.ToArray();
    private static readonly byte[] s_encryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>Takes the file into memory, which the limit bounds, and examines it.</summary>
    /// <exception cref="WorkbookRefusedException">The file is not one that is read.</exception>
    public static async Task<MemoryStream> AdmitAsync(Stream file, ImportOptions limits, CancellationToken cancellationToken)
    {
        var copy = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (copy.Length + read > limits.MaxFileBytes)
            {
                throw new WorkbookRefusedException(ProblemCode.FileTooLarge, limits.MaxFileMegabytes);
            }

            copy.Write(buffer, 0, read);
        }

        Examine(copy, limits);
        copy.Position = 0;
        return copy;
    }

    private static void Examine(MemoryStream copy, ImportOptions limits)
    {
        var bytes = copy.GetBuffer().AsSpan(0, (int)copy.Length);
        if (bytes.IsEmpty)
        {
            throw new WorkbookRefusedException(ProblemCode.FileEmpty);
        }

        // The compound format holds both the workbooks of before 2007 and the new ones under a password.
        if (bytes.StartsWith(s_compound))
        {
            throw new WorkbookRefusedException(bytes.IndexOf(s_encryptedPackage) >= 0 ? ProblemCode.FileIsEncrypted : ProblemCode.FileIsOldExcel);
        }

        if (!bytes.StartsWith(s_zip))
        {
            throw new WorkbookRefusedException(LooksLikeText(bytes) ? ProblemCode.FileIsText : ProblemCode.FileIsNoWorkbook);
        }

        copy.Position = 0;
        try
        {
            using var zip = new ZipArchive(copy, ZipArchiveMode.Read, leaveOpen: true);
            WorkbookContents.Examine(zip, limits);
        }
        catch (InvalidDataException)
        {
            throw new WorkbookRefusedException(ProblemCode.FileIsDamaged);
        }
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, 4_096)];
        return start.StartsWith(Encoding.Unicode.Preamble) || start.StartsWith(Encoding.BigEndianUnicode.Preamble) || !start.ContainsAnyInRange((byte)0, (byte)8);
    }
}
