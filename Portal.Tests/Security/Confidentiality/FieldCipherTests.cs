using System.Security.Cryptography;
using Portal.Confidentiality;

namespace Portal.Tests.Security.Confidentiality;

public sealed class FieldCipherTests
{
    private const string Column = "People.IdNumber";
    private const string Number = "99021119680412011X";

    private readonly DataKeys _keys = DataKeys.Create();

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData(Number)]
    [InlineData("配偶在该机构工作 👪 ＡＢＣ")]
    public void What_was_protected_can_be_read_again(string clear)
    {
        var cipher = new FieldCipher(_keys);

        Assert.Equal(clear, cipher.Reveal(cipher.Protect(clear, Column), Column));
    }

    [Fact]
    public void The_same_value_is_never_stored_the_same_twice()
    {
        var cipher = new FieldCipher(_keys);

        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(_ => cipher.Protect(Number, Column)[4..20]).Distinct().Count());
    }

    [Fact]
    public void Any_bit_that_was_changed_is_noticed()
    {
        var cipher = new FieldCipher(_keys);
        var stored = cipher.Protect(Number, Column);
        var mark = cipher.CurrentMark;
        var bytes = Convert.FromBase64String(stored[mark.Length..]);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var changed = bytes.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.ThrowsAny<CryptographicException>(() => cipher.Reveal(mark + Convert.ToBase64String(changed), Column));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("99021119680412011X")]
    [InlineData("$A1$")]
    [InlineData("$A1$AAAA")]
    [InlineData("$A1$不是")]
    [InlineData("$A7$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$B1$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$A$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_was_not_protected_here_is_refused_and_not_shown(string stored)
    {
        Assert.ThrowsAny<CryptographicException>(() => new FieldCipher(_keys).Reveal(stored, Column));
    }

    [Fact]
    public void A_value_moved_into_another_column_or_office_is_refused()
    {
        var stored = new FieldCipher(_keys).Protect(Number, Column);

        Assert.ThrowsAny<CryptographicException>(() => new FieldCipher(_keys).Reveal(stored, "People.Phone"));
        Assert.ThrowsAny<CryptographicException>(() => new FieldCipher(DataKeys.Create()).Reveal(stored, Column));
    }

    [Fact]
    public void A_newer_key_writes_and_the_older_ones_still_read()
    {
        var before = new FieldCipher(_keys).Protect(Number, Column);
        var renewed = new FieldCipher(_keys.Renew());

        Assert.StartsWith("$A1$", before, StringComparison.Ordinal);
        Assert.StartsWith("$A2$", renewed.Protect(Number, Column), StringComparison.Ordinal);
        Assert.Equal(Number, renewed.Reveal(before, Column));
    }

    [Fact]
    public void A_value_under_a_newer_key_cannot_pass_as_one_of_the_older()
    {
        var cipher = new FieldCipher(_keys.Renew());
        var stored = cipher.Protect(Number, Column);

        Assert.ThrowsAny<CryptographicException>(() => cipher.Reveal($"$A1${stored[4..]}", Column));
    }

    [Theory]
    [InlineData(18, '9')]
    [InlineData(500, '长')]
    [InlineData(16_000, '\uFFFD')]
    public void The_room_is_enough_for_any_text_of_the_length(int characters, char of)
    {
        Assert.True(new FieldCipher(_keys).Protect(new string(of, characters), Column).Length <= FieldCipher.StoredLength(characters));
    }

    [Fact]
    public void A_fingerprint_is_the_same_for_the_same_number_and_key_and_for_nothing_else()
    {
        var cipher = new FieldCipher(_keys);

        Assert.Equal(cipher.Fingerprint(Number, Column), new FieldCipher(_keys.Renew()).Fingerprint(Number, Column));
        Assert.NotEqual(cipher.Fingerprint(Number, Column), cipher.Fingerprint("990211196804120110", Column));
        Assert.NotEqual(cipher.Fingerprint(Number, Column), cipher.Fingerprint(Number, "Other"));
        Assert.NotEqual(cipher.Fingerprint(Number, Column), new FieldCipher(DataKeys.Create()).Fingerprint(Number, Column));
        Assert.NotEqual(Convert.ToBase64String(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Number))), cipher.Fingerprint(Number, Column));
    }
}
