using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Data.SignIns;

/// <summary>A random secret of 256 bits that is handed out once; only its hash is kept. It needs no salt, having nothing to guess.</summary>
public static class Secret
{
    private const int Bytes = 32;

    /// <summary>128 random bits, where a code has to be short enough to be printed or read out.</summary>
    public static string NewShort() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes / 2));

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
