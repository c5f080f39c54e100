using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Confidentiality;

/// <summary>Encrypts single columns, so that whoever holds the database or a copy of it reads no personal value without the office's keys.</summary>
/// <remarks>
/// Stored is <c>$A2$…</c>: the algorithm (A is AES-256-GCM; a second letter can stand for SM4-GCM beside it), the version of the key, and in base64 the nonce, the ciphertext and the tag.
/// Authenticated with it is that mark and the column, so that a value moved into another column or under another mark is refused. Nothing is readable that is not authentic.
/// </remarks>
public sealed class FieldCipher(DataKeys keys)
{
    private const char Aes = 'A';
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int LongestMark = 8;
    private const int BytesOfACharacter = 3;

    /// <summary>What everything protected begins with.</summary>
    public static string AnyMark => $"${Aes}";

    /// <summary>What everything begins with that is written now.</summary>
    public string CurrentMark => MarkOf(keys.Current);

    /// <summary>The room that a text of so many characters needs, whatever they are.</summary>
    public static int StoredLength(int characters) => LongestMark + ((NonceLength + TagLength + (characters * BytesOfACharacter) + 2) / 3 * 4);

    public static bool IsProtected(string stored) => VersionOf(stored) is not null;

    /// <param name="clear">What nobody else is to read.</param>
    /// <param name="column">Table and column.</param>
    public string Protect(string clear, string column)
    {
        var version = keys.Current;
        var mark = MarkOf(version);
        var text = Encoding.UTF8.GetBytes(clear);
        var sealedText = new byte[NonceLength + text.Length + TagLength];
        var nonce = sealedText.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys.For(KeyPurpose.Fields, version), TagLength);
        aes.Encrypt(nonce, text, sealedText.AsSpan(NonceLength, text.Length), sealedText.AsSpan(NonceLength + text.Length), Associated(mark, column));
        return mark + Convert.ToBase64String(sealedText);
    }

    /// <exception cref="CryptographicException">Not written by this office's keys for this column, or changed since.</exception>
    public string Reveal(string stored, string column)
    {
        if (VersionOf(stored) is not { } version || !keys.Has(version))
        {
            throw new CryptographicException($"{column} holds a value that none of the office's keys has written.");
        }

        var mark = MarkOf(version);
        var sealedText = Decoded(stored.AsSpan(mark.Length));
        if (sealedText.Length < NonceLength + TagLength)
        {
            throw new CryptographicException($"{column} holds a damaged value.");
        }

        var text = new byte[sealedText.Length - NonceLength - TagLength];
        using var aes = new AesGcm(keys.For(KeyPurpose.Fields, version), TagLength);
        aes.Decrypt(sealedText.AsSpan(0, NonceLength), sealedText.AsSpan(NonceLength, text.Length), sealedText.AsSpan(NonceLength + text.Length), text, Associated(mark, column));
        return Encoding.UTF8.GetString(text);
    }

    /// <summary>The same for the same value and nothing without the key: by it a value is found again and kept from being there twice.</summary>
    public string Fingerprint(string value, string column) =>
        Convert.ToBase64String(HMACSHA256.HashData(keys.For(KeyPurpose.Index), Encoding.UTF8.GetBytes($"{column}\0{value}")));

    private static string MarkOf(int version) => string.Create(CultureInfo.InvariantCulture, $"${Aes}{version}$");

    private static byte[] Associated(string mark, string column) => Encoding.UTF8.GetBytes(mark + column);

    private static int? VersionOf(string stored)
    {
        var end = stored.StartsWith(AnyMark, StringComparison.Ordinal) ? stored.AsSpan(0, Math.Min(stored.Length, LongestMark)).LastIndexOf('$') : 0;
        return end > 2 && int.TryParse(stored.AsSpan(2, end - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }

    private static byte[] Decoded(ReadOnlySpan<char> base64)
    {
        var bytes = new byte[base64.Length / 4 * 3];
        return Convert.TryFromBase64Chars(base64, bytes, out var written) ? bytes[..written] : [];
    }
}
