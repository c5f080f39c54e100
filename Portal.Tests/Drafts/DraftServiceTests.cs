using Microsoft.Extensions.Time.Testing;
using Portal.Access;
using Portal.Domain.People;
using Portal.Drafts;
using Portal.Tests.Support;

namespace Portal.Tests.Drafts;

public sealed class DraftServiceTests : IDisposable
{
    private readonly SmallOffice _office = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task The_last_words_are_kept_until_they_are_sent()
    {
        var drafts = Of(_office.Supervisor("谭示安"));

        await drafts.SaveAsync("form", new Typed("一"), Cancel);
        await drafts.SaveAsync("form", new Typed("一二"), Cancel);

        Assert.Equal(new Typed("一二"), await drafts.LoadAsync<Typed>("form", Cancel));
        await drafts.DiscardAsync("form", Cancel);
        Assert.Null(await drafts.LoadAsync<Typed>("form", Cancel));
    }

    [Fact]
    public async Task Nobody_reads_what_somebody_else_is_typing()
    {
        await Of(_office.Supervisor("谭示安")).SaveAsync("form", new Typed("秘密"), Cancel);

        Assert.Null(await Of(_office.Supervisor("罗例清")).LoadAsync<Typed>("form", Cancel));
    }

    [Fact]
    public async Task A_draft_of_a_form_that_has_changed_is_forgotten_and_nobody_sees_an_error()
    {
        var drafts = Of(_office.Supervisor("谭示安"));
        await drafts.SaveAsync("form", new Typed("一"), Cancel);

        Assert.Null(await drafts.LoadAsync<int[]>("form", Cancel));
    }

    [Fact]
    public async Task A_keeper_saves_once_a_second_however_much_is_typed_and_what_waits_when_the_page_closes()
    {
        var clock = new FakeTimeProvider();
        var saved = 0;
        var keeper = new DraftKeeper(
            () =>
            {
                saved++;
                return Task.CompletedTask;
            },
            clock);

        keeper.Touch();
        keeper.Touch();
        Assert.Equal(0, saved);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, saved);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, saved);

        keeper.Touch();
        await keeper.DisposeAsync();
        Assert.Equal(2, saved);

        var sent = new DraftKeeper(() => throw new InvalidOperationException("nothing waits after the form was sent"), clock);
        sent.Touch();
        await sent.ForgetAsync();
        await sent.DisposeAsync();
    }

    private DraftService Of(PersonId person) => new(_office.Db, new Acting(PortalRole.Supervisor, person).Guard(), _office.Clock);

    private sealed record Typed(string Words);
}
