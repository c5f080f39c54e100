using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Portal.Access;
using Portal.Data;
using Portal.Data.People;
using Portal.Domain.Credentials;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Features.Credentials;
using Portal.Features.Findings;
using Portal.Features.Findings.Mine;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>What an answer must not say, its time must not say either (security.md §3 tests 20 and 24: less than 5 ms between the medians of 500).</summary>
[Collection(CityBenchmarks.Name)]
public sealed class TimingBenchmarks : IDisposable
{
    private const int Asked = 500;
    private const int Warm = 100;
    private const double Must = 5;

    private readonly SmallOffice _office = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact(Explicit = true)]
    public async Task Foreign_hidden_and_unknown_take_as_long()
    {
        var clerk = _office.Staff(PortalRole.Administrator);
        var (author, other) = (_office.Supervisor("谭示安", card: "ZZ-0001"), _office.Supervisor("罗例清"));
        var agency = _office.Agency("AG01", "示例机构");
        var foreign = _office.Finding("WT-2026-0001", author, agency, FindingState.Registered);
        _office.Change(db => db.Add(RecusalDeclaration.Declare(RecusalId.New(), clerk.Person, RecusalMatter.Of(agency), RecusalGround.OwnInterest, "配偶在该机构任职", SmallOffice.Today, alreadyOnRecord: false)));
        _office.Change(db => db.GiveCheckToken(db.Cards.Single()));
        var token = _office.Read(db => db.Cards.Single().CheckToken!);
        var facts = new OfficeFacts(_office.Db);
        var mine = new MyFindingService(_office.Db, _office.Db.Work, facts, Acting.Supervisor(other).Guard(), _office.Clock);
        var all = new FindingService(_office.Db, facts, clerk.Guard(), _office.Db.Views, _office.Clock);
        var check = new CardCheck(_office.Db, facts, _office.Clock);

        await CompareAsync("another's finding and none", () => mine.GetAsync(foreign, Stop), () => mine.GetAsync(FindingId.New(), Stop));
        await CompareAsync("a finding one is recused from and none", () => all.GetAsync(foreign, Stop), () => all.GetAsync(FindingId.New(), Stop));
        await CompareAsync("a card's code and any other", () => check.AskAsync(token, Stop), () => check.AskAsync(Convert.ToBase64String(RandomNumberGenerator.GetBytes(16))[..SupervisorCard.CheckTokenLength], Stop));
    }

    // By turns: what disturbs the machine disturbs both.
    private static async Task CompareAsync(string what, Func<Task> first, Func<Task> second)
    {
        var (one, two) = (new List<double>(), new List<double>());
        for (var i = 0; i < Asked + Warm; i++)
        {
            one.Add(await TakeAsync(first));
            two.Add(await TakeAsync(second));
        }

        var (a, b) = (Median(one), Median(two));
        Measure.Print($"Timing: {what}, difference", Math.Abs(a - b), Must, string.Create(CultureInfo.InvariantCulture, $"{a:0.00} ms and {b:0.00} ms"));
    }

    private static double Median(List<double> times) => times.Skip(Warm).Order().ElementAt(Asked / 2);

    private static async Task<double> TakeAsync(Func<Task> ask)
    {
        var watch = Stopwatch.StartNew();
        await ask();
        return watch.Elapsed.TotalMilliseconds;
    }
}
