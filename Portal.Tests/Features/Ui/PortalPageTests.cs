using Bunit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Tests.Support;
using Portal.Ui;

namespace Portal.Tests.Features.Ui;

public sealed class PortalPageTests : FeaturePages
{
    private const int Constraint = 19;
    private const int Unique = 2067;
    private const int ForeignKey = 787;

    [Fact]
    public async Task That_the_same_was_stored_meanwhile_is_said_in_words()
    {
        As(PortalRole.Administrator);
        var page = Render<Page>().Instance;

        Assert.False(await page.TryAsync(() => throw Failed(Unique)));
        Assert.Equal([page.Words.AlreadyExists()], Told);
    }

    [Fact]
    public async Task Another_failure_to_store_is_not_taken_for_it()
    {
        As(PortalRole.Administrator);
        var page = Render<Page>().Instance;

        await Assert.ThrowsAsync<DbUpdateException>(() => page.TryAsync(() => throw Failed(ForeignKey)));
    }

    private static DbUpdateException Failed(int how) => new("not stored", new SqliteException("constraint", Constraint, how));

    private sealed class Page : PortalPage
    {
        public Task<bool> TryAsync(Func<Task> useCase) => AttemptAsync(useCase);
    }
}
