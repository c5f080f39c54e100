using Portal.Access;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Features.Credentials;
using Portal.Tests.Domain.Rules;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Terms;

/// <summary>Article 12: one valid card, lost and issued anew, and what the public is told of it.</summary>
public sealed class CardServiceTests : IDisposable
{
    private const string Authority = "株洲市人力资源和社会保障局";

    private readonly OfficeLife _life = new();
    private readonly PersonId _person;

    public CardServiceTests()
    {
        _person = _life.Supervisor("欧阳示例", _life.Today.AddYears(2), "ZZ-2025-0001");
    }

    private static CancellationToken Cancel => OfficeLife.Cancel;

    private Acting Self => Acting.Supervisor(_person);

    public void Dispose() => _life.Dispose();

    [Fact]
    public async Task A_lost_card_is_void_at_the_next_question_and_its_successor_has_another_number()
    {
        var token = (await _life.Cards().PrintAsync(Card.Id, Cancel))!.Token;
        Assert.Equal(
            new CardAnswer(CardStanding.Valid, "欧***", SourceCategory.PublicRepresentative, "ZZ-2025-0001", _life.Today.AddYears(2), Authority),
            await CheckAsync(token));

        await _life.Cards(Self).ReportMineLostAsync(Card.Id, _life.Today, Cancel);

        Assert.Equal(CardStanding.Lost, (await CheckAsync(token)).Standing);
        var lost = Assert.Single((await _life.Cards().DueAsync(Cancel)).Cards);
        await _life.Cards().ReissueAsync(lost.Id, lost.Version, Cancel);
        var due = await _life.Cards().DueAsync(Cancel);
        Assert.Empty(due.WithoutCard);
        Assert.Equal(["ZZ-2025-0001", "ZZ-2026-0001"], _life.Office.Read(db => db.Cards.OrderBy(c => c.Number).Select(c => c.Number).ToList()));
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _life.Cards().ReissueAsync(lost.Id, lost.Version, Cancel));
        Refused.Same(CardRules.OneValidCard(), refused.Violation);
        var second = (await _life.Cards().PrintAsync(_life.CardOf(_person).Id, Cancel))!.Token;
        Assert.NotEqual(token, second);
        Assert.Equal(CardStanding.Valid, (await CheckAsync(second)).Standing);
    }

    [Fact]
    public async Task Nobody_reports_somebody_elses_card_and_one_that_is_not_there_looks_the_same()
    {
        var other = Acting.Supervisor(_life.Supervisor("别人", _life.Today.AddYears(1), "ZZ-2025-0002"));

        var foreign = await Assert.ThrowsAsync<AccessDeniedException>(() => _life.Cards(other).ReportMineLostAsync(Card.Id, _life.Today, Cancel));
        var missing = await Assert.ThrowsAsync<AccessDeniedException>(() => _life.Cards(other).ReportMineLostAsync(SupervisorCardId.New(), _life.Today, Cancel));

        Assert.Equal(foreign.Denial, missing.Denial);
        Assert.Equal(CardState.Active, Card.State);
    }

    [Fact]
    public async Task Out_of_office_the_card_is_not_valid_whatever_is_stored()
    {
        var token = (await _life.Cards().PrintAsync(Card.Id, Cancel))!.Token;
        _life.Clock.Advance(TimeSpan.FromDays(732));

        Assert.Equal(CardState.Active, Card.State);
        Assert.Equal(CardStanding.Ended, (await CheckAsync(token)).Standing);
        Assert.Null(await _life.Cards().PrintAsync(Card.Id, Cancel));
    }

    [Fact]
    public async Task An_unknown_code_is_told_nothing()
    {
        Assert.Equal(new CardAnswer(CardStanding.Unknown, Authority: Authority), await CheckAsync("AAAAAAAAAAAAAAAAAAAAAA"));
        Assert.Equal(new CardAnswer(CardStanding.Unknown, Authority: Authority), await CheckAsync(new string('x', 4000)));
    }

    [Fact]
    public async Task The_code_is_kept_when_a_card_is_printed_again_and_replaced_with_the_card()
    {
        var token = (await _life.Cards().PrintAsync(Card.Id, Cancel))!.Token;
        Assert.Equal(token, (await _life.Cards().PrintAsync(Card.Id, Cancel))!.Token);

        await _life.Cards().ReplaceAsync(Card.Id, Card.Version, "磨损", Cancel);

        Assert.Equal(CardStanding.Ended, (await CheckAsync(token)).Standing);
        Assert.Equal("ZZ-2026-0001", _life.CardOf(_person).Number);
    }

    [Fact]
    public async Task Whoever_is_in_office_without_a_card_gets_one()
    {
        var without = _life.Office.Supervisor("无证例");
        Assert.Equal("无证例", Assert.Single((await _life.Cards().DueAsync(Cancel)).WithoutCard).Name);

        await _life.Cards().IssueAsync(without, Cancel);

        Assert.Empty((await _life.Cards().DueAsync(Cancel)).WithoutCard);
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _life.Cards().IssueAsync(without, Cancel));
        Refused.Same(CardRules.OneValidCard(), refused.Violation);
    }

    [Fact]
    public async Task One_sees_ones_own_card()
    {
        var mine = await _life.Cards(Self).MineAsync(Cancel);

        Assert.Equal("ZZ-2025-0001", Assert.Single(mine.Cards).Number);
    }

    private SupervisorCard Card => _life.CardOf(_person);

    private Task<CardAnswer> CheckAsync(string token) => _life.As<CardCheck>(_life.Clerk).AskAsync(token, Cancel);
}
