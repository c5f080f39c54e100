using Portal.Access;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Features.Dashboards.Leadership;
using Portal.Tests.Support;
using static Portal.Tests.Features.Dashboards.Leadership.YearOffice;

namespace Portal.Tests.Features.Dashboards.Leadership;

public sealed class LeadershipDashboardServiceTests : IDisposable
{
    private readonly YearOffice _office = new();
    private readonly Acting _leader = Acting.Leadership();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Only_leadership_sees_the_year()
    {
        foreach (var service in new[] { _office.For(Acting.Administrator()), _office.For(Acting.Supervisor(PersonId.New())) })
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => service.YearAsync(null, Stop));
            await Assert.ThrowsAsync<AccessDeniedException>(() => service.RankingAsync(null, Stop));
            await Assert.ThrowsAsync<AccessDeniedException>(() => service.WatchAsync(_ => Task.CompletedTask, Stop));
        }

        Assert.Equal(0, _office.Feed.WatcherCount);
    }

    [Fact]
    public async Task The_running_year_and_the_one_before_come_from_what_was_counted_for_everybody()
    {
        var snapshot = await _office.CountAsync();
        _office.Feed.Publish(snapshot);

        var year = await _office.For(_leader).YearAsync(null, Stop);

        Assert.Same(snapshot.Current, year.Figures);
        Assert.Same(snapshot.Previous, year.Before);
        Assert.Equal([2026, 2025, 2024, 2023], year.Years);
    }

    [Theory]
    [InlineData(1999, 2023)]
    [InlineData(2024, 2024)]
    [InlineData(2999, 2026)]
    public async Task A_year_that_there_is_not_becomes_the_nearest_one(int asked, int shown) =>
        Assert.Equal(shown, (await _office.For(_leader).YearAsync(asked, Stop)).Year);

    [Fact]
    public async Task An_older_year_is_counted_on_demand_and_kept_until_something_changes()
    {
        _office.Finding(Day(2024, 5, 1));
        _office.Feed.Publish(await _office.CountAsync());
        var service = _office.For(_leader);
        Assert.Equal(1, (await service.YearAsync(2024, Stop)).Figures.Received);

        _office.Finding(Day(2024, 5, 2));
        Assert.Equal(1, (await service.YearAsync(2024, Stop)).Figures.Received);

        _office.Clock.Advance(TimeSpan.FromSeconds(1));
        _office.Feed.Publish(await _office.CountAsync());
        Assert.Equal(2, (await service.YearAsync(2024, Stop)).Figures.Received);
        Assert.Equal(0, (await service.YearAsync(2024, Stop)).Before.Received);
    }

    [Fact]
    public async Task What_a_leader_is_recused_from_is_not_counted_for_them()
    {
        _office.Finding(Day(2026, 5, 1));
        _office.Finding(Day(2026, 5, 2), with: row => row with { Agency = _office.Second });
        _office.Finding(Day(2024, 5, 2), with: row => row with { Agency = _office.Second });
        _office.Propose(Day(2026, 6, 1), _office.Second);
        _office.Took(Day(2026, 7, 1), SourceCategory.GrassrootsWorker, ParticipationState.Attended, agency: _office.Second);
        _office.Recuse(_leader.Person, _office.Second);
        _office.Feed.Publish(await _office.CountAsync());

        var mine = await _office.For(_leader).YearAsync(null, Stop);
        var theirs = await _office.For(Acting.Leadership()).YearAsync(null, Stop);

        Assert.Equal(1, mine.Figures.Received);
        Assert.False(mine.Figures.ByAgency.ContainsKey(_office.Second));
        Assert.Equal(0, mine.Approvals.Count);
        Assert.Null(mine.Figures.ParticipationPercent);
        Assert.Equal(0, (await _office.For(_leader).YearAsync(2024, Stop)).Figures.Received);
        Assert.Equal(3, theirs.Figures.Received);
        Assert.Equal(1, theirs.Approvals.Count);
        Assert.Equal(100, theirs.Figures.ParticipationPercent);
    }

    [Fact]
    public async Task The_ranking_stands_beside_that_of_the_year_before()
    {
        _office.Took(Day(2026, 5, 8), SourceCategory.GrassrootsWorker, ParticipationState.Attended);

        var ranking = await _office.For(_leader).RankingAsync(null, Stop);

        Assert.Equal(2026, ranking.Figures.Year);
        Assert.Equal(2025, ranking.Before.Year);
        Assert.Equal(1, ranking.Figures.Scored);
        Assert.Equal(0, ranking.Figures.Ranked);
        Assert.Empty(ranking.Figures.First);
    }
}
