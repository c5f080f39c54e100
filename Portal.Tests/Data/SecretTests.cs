using System.Buffers.Text;
using System.Collections;
using Portal.Data.SignIns;
using Portal.Domain.Credentials;

namespace Portal.Tests.Data;

/// <summary>What is printed on cards and sent in links cannot be guessed from others of its kind (security.md 24).</summary>
public sealed class SecretTests
{
    private const int Issued = 10_000;

    [Theory]
    [InlineData(true, 16)]
    [InlineData(false, 32)]
    public void Ten_thousand_have_nothing_in_common(bool isShort, int bytes)
    {
        var all = Enumerable.Range(0, Issued).Select(_ => isShort ? Secret.NewShort() : Secret.New()).Select(s => Base64Url.DecodeFromChars(s)).ToList();

        Assert.All(all, secret => Assert.Equal(bytes, secret.Length));
        // Forty bits that two share would be one chance in twenty thousand.
        Assert.Equal(Issued, all.Select(s => Convert.ToHexString(s.AsSpan(0, 5))).Distinct().Count());
        // Every bit is set in about half of them: ten standard deviations is what chance does not do.
        var set = new int[bytes * 8];
        foreach (var bits in all.Select(s => new BitArray(s)))
        {
            for (var bit = 0; bit < bits.Length; bit++)
            {
                set[bit] += bits[bit] ? 1 : 0;
            }
        }

        Assert.All(set, count => Assert.InRange(count, (Issued / 2) - 500, (Issued / 2) + 500));
    }

    [Fact]
    public void A_card_has_room_for_128_bits_and_no_more() => Assert.Equal(SupervisorCard.CheckTokenLength, Secret.NewShort().Length);
}
