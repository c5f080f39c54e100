using Portal.Domain.Credentials;
using Portal.Domain.People;

namespace Portal.Tests.Domain.Credentials;

public sealed class SupervisorCardTests
{
    [Fact]
    public void Article_12_a_card_taken_over_keeps_its_holder_and_number_and_stands_as_the_register_says()
    {
        var holder = PersonId.New();

        var card = SupervisorCard.FromRegister(SupervisorCardId.New(), holder, "ZZSB-0007", CardState.Lost);

        Assert.Equal((holder, "ZZSB-0007", CardState.Lost), (card.Person, card.Number, card.State));
    }

    [Fact]
    public void A_later_register_moves_the_card_on_and_never_renumbers_it()
    {
        var card = SupervisorCard.FromRegister(SupervisorCardId.New(), PersonId.New(), "ZZSB-0007", CardState.Active);

        card.CorrectFromRegister(CardState.Returned);

        Assert.Equal(("ZZSB-0007", CardState.Returned), (card.Number, card.State));
    }
}
