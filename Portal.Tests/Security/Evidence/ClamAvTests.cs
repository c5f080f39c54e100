using Portal.Evidence;
using Portal.Evidence.Scanning;

namespace Portal.Tests.Security.Evidence;

/// <summary>With a scanner nobody opens what it has not seen.</summary>
public sealed class ClamAvTests : IAsyncDisposable
{
    private readonly EvidenceOffice _office = new();
    private readonly FakeClamd _clamd = new();

    public ClamAvTests() => _office.Options = new EvidenceOptions { ClamAv = _clamd.Address, ClamAvSeconds = 5 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _clamd.DisposeAsync();
        _office.Dispose();
    }

    [Fact]
    public async Task What_the_scanner_has_seen_whole_can_be_opened()
    {
        var film = Samples.Mp4(data: 3_000_000);

        var id = await _office.AddAsync(film, "a.mp4");

        Assert.Equal(EvidenceState.Accepted, _office.Rows().Single().State);
        Assert.Equal(film.Length, _clamd.Received);
        Assert.Equal(film, await _office.ReadAsync(id, _office.Clerk));
    }

    [Fact]
    public async Task What_is_infected_is_erased_and_said()
    {
        _clamd.Answer = "stream: Eicar-Test-Signature FOUND";

        var refused = await Assert.ThrowsAsync<EvidenceRefusedException>(() => _office.AddAsync(Samples.Pdf(), "a.pdf"));

        Assert.Equal(nameof(EvidenceText.Refused_Infected), refused.Code);
        Assert.Equal((EvidenceState.Refused, null), (_office.Rows().Single().State, _office.Rows().Single().WrappedKey));
        Assert.Empty(Directory.EnumerateFiles(_office.Folder));
        Assert.Equal(EvidenceState.Refused, (await _office.As(_office.Clerk).ListAsync(_office.OfFinding, Stop))!.Rows.Single().State);
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR")]
    [InlineData("")]
    public async Task What_the_scanner_could_not_judge_waits_and_is_asked_again(string answer)
    {
        _clamd.Answer = answer;
        var id = await _office.AddAsync(Samples.Pdf(), "a.pdf");
        Assert.Equal(EvidenceState.Quarantined, _office.Rows().Single().State);
        Assert.Null(await _office.As(_office.Clerk).OpenAsync(id, false, Stop));
        Assert.False((await _office.As(_office.Clerk).ListAsync(_office.OfFinding, Stop))!.Rows.Single().CanOpen);

        _clamd.Answer = "stream: OK";
        await _office.Get<Quarantine>(_office.Clerk).ScanWaitingAsync(Stop);

        Assert.Equal(Samples.Pdf(), await _office.ReadAsync(id, _office.Clerk));
    }

    [Fact]
    public async Task A_scanner_that_is_away_costs_nobody_their_file()
    {
        await _clamd.DisposeAsync();

        await _office.AddAsync(Samples.Pdf(), "a.pdf");

        Assert.Equal(EvidenceState.Quarantined, _office.Rows().Single().State);
    }

    /// <summary>Speaks as much of clamd's language as is needed.</summary>
}
