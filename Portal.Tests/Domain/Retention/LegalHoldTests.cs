using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Retention;
using Portal.Domain.Rules;

namespace Portal.Tests.Domain.Retention;

public sealed class LegalHoldTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
    private static readonly PersonId s_clerk = PersonId.New();

    [Fact]
    public void A_hold_is_in_force_until_it_is_lifted_and_keeps_who_when_and_why()
    {
        var hold = LegalHold.On(FindingId.New(), " lawsuit ", alreadyHeld: false, s_clerk, s_now);
        Assert.True(hold.IsInForce);

        hold.Lift("settled", s_clerk, s_now.AddDays(1));

        Assert.False(hold.IsInForce);
        Assert.Equal(("lawsuit", "settled", s_clerk, s_now.AddDays(1)), (hold.Reason, hold.LiftReason, hold.LiftedBy!.Value, hold.LiftedAt!.Value));
        Assert.Equal(RetentionRules.AlreadyLifted().Code, hold.WhyNotLift("again")?.Code);
    }

    [Theory]
    [InlineData("", false, "Retention_ReasonMissing")]
    [InlineData("  ", false, "Retention_ReasonMissing")]
    [InlineData("lawsuit", true, "Retention_AlreadyHeld")]
    public void It_is_not_placed_without_a_reason_or_twice(string reason, bool alreadyHeld, string refusal)
    {
        var refused = Assert.Throws<RuleViolationException>(() => LegalHold.On(PersonId.New(), reason, alreadyHeld, s_clerk, s_now));

        Assert.Equal(refusal, refused.Violation.Code);
    }

    [Fact]
    public void A_reason_is_no_longer_than_there_is_room()
    {
        Assert.Throws<RuleViolationException>(() => LegalHold.On(PersonId.New(), new string('a', LegalHold.ReasonLength + 1), alreadyHeld: false, s_clerk, s_now));
    }

    [Theory]
    [InlineData("谭示例", "asked", false, false, null)]
    [InlineData(" 谭示例 ", "asked", false, false, null)]
    [InlineData("谭示", "asked", false, false, "Retention_NameNotConfirmed")]
    [InlineData("谭示例", "", false, false, "Retention_ReasonMissing")]
    [InlineData("谭示例", "asked", true, false, "Retention_UnderHold")]
    [InlineData("谭示例", "asked", false, true, "Retention_StillInOffice")]
    public void Nobody_is_erased_while_held_or_in_office_or_by_a_slip(string typed, string reason, bool isHeld, bool isInOffice, string? refusal)
    {
        Assert.Equal(refusal, LegalHold.WhyNotErase("谭示例", typed, reason, isHeld, isInOffice)?.Code);
    }
}
