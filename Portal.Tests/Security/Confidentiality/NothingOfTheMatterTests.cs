using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Documents;
using Portal.Domain.Activities;
using Portal.Domain.Documents;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Retention;
using Portal.Domain.Rules;
using Portal.Evidence;
using Portal.Tests.House;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Confidentiality;

/// <summary>Who steps aside, and who may not know of an undercover visit, finds nothing of it anywhere: every use case is asked, and every answer and refusal is looked through.</summary>
public sealed class NothingOfTheMatterTests : IDisposable
{
    private const string Canary = "金丝雀";

    private readonly PortalDb _db = new();
    private readonly Scene _scene = new();
    private EvidenceId _file;
    private LegalHoldId _hold;
    private IssuedDocumentId _document;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _db.Dispose();

    [Theory]
    [InlineData(PortalRole.Administrator, "agency")]
    [InlineData(PortalRole.Administrator, "activity")]
    [InlineData(PortalRole.Administrator, "finding")]
    [InlineData(PortalRole.Leadership, "agency")]
    [InlineData(PortalRole.Leadership, "finding")]
    [InlineData(PortalRole.Supervisor, "activity")]
    [InlineData(PortalRole.Supervisor, "finding")]
    public async Task Who_is_recused_finds_nothing_of_the_matter(PortalRole role, string matter)
    {
        await SetAsync();
        var own = await RecuseAsync(matter);
        var canaries = matter switch
        {
            "agency" => OfTheAgency,
            "activity" => [$"{Canary}活动", Key(_scene.Activity), Key(_scene.Participation), Key(_document)],
            _ => OfTheFinding,
        };

        var told = await ToldAsync(role, own, canaries);

        Assert.True(told.Count == 0, string.Join(Environment.NewLine, told));
    }

    [Fact]
    public async Task The_same_sweep_finds_the_matter_for_who_is_not_recused()
    {
        await SetAsync();

        var told = await ToldAsync(PortalRole.Administrator, Guid.Empty, OfTheAgency);

        Assert.All(OfTheAgency, canary => Assert.Contains(told, line => line.Contains($" says {canary}:", StringComparison.Ordinal)));
        Assert.True(told.Count > 20, string.Join(Environment.NewLine, told));
    }

    [Theory]
    [InlineData(PortalRole.Leadership)]
    [InlineData(PortalRole.Supervisor)]
    public async Task An_undercover_visit_that_is_still_to_come_is_as_if_there_were_none(PortalRole role)
    {
        await SetAsync();
        await using (var db = _db.CreateDbContext())
        {
            await db.Participations.ExecuteUpdateAsync(set => set.SetProperty(p => p.Person, _scene.Colleague), Stop);
            await db.Activities.ExecuteUpdateAsync(set => set.SetProperty(a => a.Mode, SupervisionMode.UnannouncedVisit), Stop);
        }

        Assert.Empty(await ToldAsync(role, Guid.Empty, [$"{Canary}活动", Key(_scene.Activity), Key(_scene.Participation), Key(_document)]));
        var with = await ReadAsync(role);
        await using (var db = _db.CreateDbContext())
        {
            await db.Participations.ExecuteDeleteAsync(Stop);
            await db.IssuedDocuments.Where(d => d.Id == _document).ExecuteDeleteAsync(Stop);
            await db.Set<Activity>().ExecuteDeleteAsync(Stop);
        }

        var without = await ReadAsync(role);
        string[] different = [.. without.Keys.Union(with.Keys).Where(u => without.GetValueOrDefault(u) != with.GetValueOrDefault(u))];
        Assert.Empty(different);
    }

    [Fact]
    public async Task Who_reported_stands_in_no_answer_to_leadership()
    {
        await SetAsync();
        var author = PersonId.New();
        await using (var db = _db.CreateDbContext())
        {
            db.People.Add(Person.Staff(author, $"{Canary}作者"));
            await db.SaveChangesAsync(Stop);
            await db.Findings.ExecuteUpdateAsync(set => set.SetProperty(f => f.Author, author), Stop);
        }

        string[] canaries = [Key(author), $"{Canary}作者"];
        // That there is such a person is no secret, as the rows of the record about them are none.
        Assert.Empty(await ToldAsync(PortalRole.Leadership, author.Value, canaries));
        Assert.Contains(await ToldAsync(PortalRole.Administrator, author.Value, canaries), line => line.StartsWith("FindingService.GetAsync", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_undercover_visit_is_known_to_who_takes_part_and_to_who_handles_it()
    {
        await SetAsync();
        await using (var db = _db.CreateDbContext())
        {
            await db.Activities.ExecuteUpdateAsync(set => set.SetProperty(a => a.Mode, SupervisionMode.UnannouncedVisit), Stop);
        }

        Assert.Contains((await ReadAsync(PortalRole.Supervisor)).Values, answer => answer.Contains($"{Canary}活动", StringComparison.Ordinal));
        Assert.Contains((await ReadAsync(PortalRole.Administrator)).Values, answer => answer.Contains($"{Canary}活动", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(PortalRole.Supervisor)]
    [InlineData(PortalRole.Administrator)]
    public async Task What_is_somebody_elses_or_hidden_answers_like_what_is_not_there(PortalRole role)
    {
        await SetAsync();
        var reader = PersonId.New();
        await using (var db = _db.CreateDbContext())
        {
            db.People.Add(Person.Staff(reader, "reader"));
            await db.SaveChangesAsync(Stop);
            db.Recusals.Add(RecusalDeclaration.FromRegister(RecusalId.New(), reader, RecusalMatter.Of(_scene.Agency), RecusalGround.OwnInterest, "kin", Scene.Today, RecusalState.Recused, null));
            db.Recusals.Add(RecusalDeclaration.FromRegister(RecusalId.New(), reader, RecusalMatter.Of(_scene.OtherAgency), RecusalGround.OwnInterest, "kin", Scene.Today, RecusalState.Recused, null));
            await db.SaveChangesAsync(Stop);
        }

        var nowhere = new Scene();
        var told = new List<string>();
        foreach (var useCase in Answers.Of(role).Where(u => !s_ofPeople.Contains(u.Key) && !s_ofTheRecord.Contains(u.Key) && !s_ofOffices.Contains(u.Service.Namespace)))
        {
            var hidden = await Answers.OfAsync(useCase, role, _scene, _db, reader);
            var missing = await Answers.OfAsync(useCase, role, nowhere, _db, reader);
            if (hidden != missing)
            {
                told.Add($"{useCase.Key}: {hidden[..Math.Min(200, hidden.Length)]} — {missing[..Math.Min(200, missing.Length)]}");
            }
        }

        Assert.True(told.Count == 0, string.Join(Environment.NewLine, told));
    }

    // The record's own running numbers go on behind what it hides; what it says of hidden matters the sweep above looks for.
    private static readonly string[] s_ofTheRecord = ["AuditRecordService.ListAsync", "AuditRecordService.ExportAsync", "AuditRecordService.VerifyAsync"];

    // Accounts, candidates, terms, dismissals and cards are of people too, and about no agency's matter that somebody could step aside from; so are templates and settings. The letters among the documents have a test of their own.
    private static readonly string?[] s_ofOffices =
        [
            "Portal.Features.Accounts", "Portal.Features.Recruitment", "Portal.Features.Terms", "Portal.Features.Inactivity", "Portal.Features.Dashboards.Corps", "Portal.Features.Dismissals",
            "Portal.Features.Credentials", "Portal.Features.Documents", "Portal.Features.Undertakings", "Portal.Features.Settings",
        ];

    // People are nobody's matter: a colleague stands in the register, and among the accounts, for whoever may read them. What a form refuses names the reader's own recusal.
    private static readonly string[] s_ofPeople =
    [
        "SupervisorService.GetAsync", "SupervisorService.RevealAsync", "DutyFileService.GetAsync", "DutyFileService.ScoresAsync", "EvaluationService.WhyAsync", "RecusalService.DeclareAsync", "MyFindingService.SubmitAsync",
        "LetterService.BearersAsync",
        "RetentionService.HoldPersonAsync", "RetentionService.EraseAsync",
    ];

    private string[] OfTheFinding => [$"{Canary}线索", "WT-2026-0001", Key(_scene.Finding), Key(_file), Key(_hold)];

    private string[] OfTheAgency => [$"{Canary}机构", $"{Canary}活动", Key(_scene.Agency), Key(_scene.Activity), Key(_scene.Participation), Key(_scene.Letter), Key(_document), .. OfTheFinding];

    // As a key stands in an address, in an answer and in the record.
    private static string Key<TId>(TId id)
        where TId : struct, ITypedId<TId> => id.Value.ToString("D");

    private async Task SetAsync()
    {
        await _scene.SetAsync(_db);
        await using var db = _db.CreateDbContext();
        await db.Agencies.Where(a => a.Id == _scene.Agency).ExecuteUpdateAsync(set => set.SetProperty(a => a.Name, $"{Canary}机构"), Stop);
        await db.Activities.ExecuteUpdateAsync(set => set.SetProperty(a => a.Title, $"{Canary}活动"), Stop);
        await db.IntroductionLetters.ExecuteUpdateAsync(set => set.SetProperty(l => l.Matter, $"{Canary}机构"), Stop);
        await db.Findings.ExecuteUpdateAsync(set => set.SetProperty(f => f.Text, $"{Canary}线索").SetProperty(f => f.Author, _scene.Colleague), Stop);
        var file = StoredFile.Of(_scene.Finding, _scene.Colleague, _db.Clock.GetUtcNow());
        _file = file.Id;
        await _db.Work.WriteAsync(
            work =>
            {
                work.AddRange(file, LegalHold.On(_scene.Finding, "lawsuit", alreadyHeld: false, _scene.Colleague, _db.Clock.GetUtcNow()), Document());
                return Task.CompletedTask;
            },
            Stop);
        _hold = await db.LegalHolds.Select(h => h.Id).SingleAsync(Stop);
        _document = await db.IssuedDocuments.Where(d => d.Agency == _scene.Agency).Select(d => d.Id).SingleAsync(Stop);
    }

    private IssuedDocument Document() => IssuedDocument.Issue(
        OfficialWords.FirstTemplate(DocumentKind.IntroductionLetter),
        new DocumentOrder(DocumentKind.IntroductionLetter, $"{Canary}机构") { Agency = _scene.Agency, Activity = _scene.Activity, About = _scene.Letter.Value },
        Enum.GetValues<DocumentField>().ToDictionary(field => field, _ => "x"),
        DocumentNumber.Parse("JS-2026-9001"),
        _scene.Colleague,
        Scene.Today);

    private async Task<Guid> RecuseAsync(string matter)
    {
        var own = RecusalId.New();
        await using var db = _db.CreateDbContext();
        var about = matter switch
        {
            "agency" => RecusalMatter.Of(_scene.Agency),
            "activity" => RecusalMatter.Of(_scene.Activity),
            _ => RecusalMatter.Of(_scene.Finding),
        };
        db.Recusals.AddRange(
            RecusalDeclaration.FromRegister(own, _scene.Actor, about, RecusalGround.OwnInterest, "kin", Scene.Today, RecusalState.Recused, null),
            RecusalDeclaration.FromRegister(RecusalId.New(), _scene.Colleague, about, RecusalGround.OwnInterest, "kin", Scene.Today, RecusalState.Declared, null));
        await db.SaveChangesAsync(Stop);
        return own.Value;
    }

    private async Task<List<string>> ToldAsync(PortalRole role, Guid own, IReadOnlyList<string> canaries)
    {
        var told = new List<string>();
        foreach (var useCase in Answers.Of(role))
        {
            var answer = Answers.Without(await Answers.OfAsync(useCase, role, _scene, _db), own);
            told.AddRange(canaries.Where(c => answer.Contains(c, StringComparison.Ordinal)).Select(c => $"{useCase.Key} says {c}: {Around(answer, c)}"));
        }

        return told;
    }

    private static string Around(string answer, string canary)
    {
        var at = answer.IndexOf(canary, StringComparison.Ordinal);
        return answer[Math.Max(0, at - 400)..Math.Min(answer.Length, at + 200)];
    }

    private async Task<Dictionary<string, string>> ReadAsync(PortalRole role)
    {
        var read = new Dictionary<string, string>();
        foreach (var useCase in Answers.Of(role).Where(u => Answers.IsRead(u) && !s_ofTheRecord.Contains(u.Key)))
        {
            read[useCase.Key] = await Answers.OfAsync(useCase, role, _scene, _db);
        }

        return read;
    }
}
