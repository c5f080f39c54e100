using Portal.Domain.People;
using Portal.Domain.Undertakings;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Undertakings;

public sealed class UndertakingTests
{
    private static readonly PersonId s_clerk = PersonId.New();
    private static readonly PersonId s_signer = PersonId.New();
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private static readonly Undertaking s_first = Undertaking.Publish("一、保守秘密。", null, s_clerk, Day("2026-11-23"));

    [Fact]
    public void A_version_counts_on_and_says_something_new()
    {
        Assert.Equal(1, s_first.Number);
        Refused.By(UndertakingRules.TextMissing(), () => Undertaking.Publish(" ", s_first, s_clerk, Day("2026-11-24")));
        Refused.By(UndertakingRules.SameText(), () => Undertaking.Publish("一、保守秘密。", s_first, s_clerk, Day("2026-11-24")));

        var second = Undertaking.Publish("一、保守秘密。二、不外传。", s_first, s_clerk, Day("2026-11-24"));

        Assert.Equal(2, second.Number);
        Assert.NotEqual(s_first.TextHash, second.TextHash);
        Assert.Equal(Undertaking.HashLength, second.TextHash.Length);
    }

    [Fact]
    public void Article_8_3_it_is_signed_with_ones_own_name_once_and_in_the_version_that_was_read()
    {
        Refused.By(UndertakingRules.NotInOffice(), () => Sign(inOffice: false));
        Refused.By(UndertakingRules.AlreadySigned(1), () => Sign(already: true));
        Refused.By(UndertakingRules.NewerVersion(1), () => Sign(read: 0));
        Refused.By(UndertakingRules.NotAgreed(), () => Sign(agreed: false));
        Refused.By(UndertakingRules.NameDiffers(), () => Sign(typed: "谭示"));

        var signed = Sign(typed: " 谭示安 ");

        Assert.Equal((s_signer, 1, s_first.TextHash, "谭示安", s_now), (signed.Person, signed.Number, signed.TextHash, signed.SignedName, signed.SignedAt));
    }

    private static SignedUndertaking Sign(int read = 1, bool inOffice = true, bool already = false, string typed = "谭示安", bool agreed = true) =>
        SignedUndertaking.Sign(SignedUndertakingId.New(), s_signer, s_first, read, inOffice, already, "谭示安", typed, agreed, s_now);
}
