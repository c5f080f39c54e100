using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Data;
using Portal.Data.Documents;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Documents;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Recusals;
using Portal.Evidence;
using Portal.Tests.Domain.Recruitment;
using Portal.Tests.Security.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Web;

/// <summary>Every address with an id, asked by a supervisor about what is somebody else's: the answer is, byte for byte, that to an id nobody has (security.md 3).</summary>
public sealed partial class ForeignAndMissingTests(ForeignAndMissingTests.Office office) : IClassFixture<ForeignAndMissingTests.Office>
{
    private const string Canary = "金丝雀";

    public static TheoryData<string, string> Addresses => new()
    {
        { "finding", "/findings/{0}" },
        { "finding", "/my/findings/{0}" },
        { "finding", "/my/findings/{0}/receipt" },
        { "file", "/evidence/{0}" },
        { "file", "/evidence/{0}/copy" },
        { "visit", "/activities/{0}" },
        { "visit", "/activities/{0}/edit" },
        { "recusal", "/recusals/{0}" },
        { "person", "/supervisors/{0}" },
        { "person", "/evaluation/2026/{0}" },
        { "account", "/accounts/{0}" },
        { "person", "/supervisors/{0}/file" },
        { "person", "/supervisors/{0}/term" },
        { "person", "/supervisors/{0}/leave" },
        { "person", "/cards/{0}" },
        { "person", "/dismissals/new/{0}" },
        { "card", "/cards/print/{0}" },
        { "dismissal", "/dismissals/{0}" },
        { "letter", "/letters/{0}" },
        { "letter", "/my/letters/{0}" },
        { "batch", "/recruitment/{0}" },
        { "batch", "/recruitment/{0}/edit" },
        { "batch", "/recruitment/{0}/enter" },
        { "batch", "/recruitment/{0}/notice" },
        { "application", "/recruitment/applications/{0}" },
        { "notice", "/recruitment/notices/{0}" },
        { "notice", "/recruitment/notices/{0}/edit" },
        { "notice", "/recruitment/notices/{0}/print" },
        { "notice", "/recruitment/notices/{0}/objection" },
        { "objection", "/objections/{0}" },
        { "document", "/documents/{0}" },
        { "document", "/documents/{0}/print" },
        { "document", "/documents/{0}/docx" },
        { "document", "/my/documents/{0}/print" },
        { "document", "/my/documents/{0}/docx" },
    };

    // What everybody may see is nobody else's: the agencies, and what the office publishes.
    private static readonly string[] s_everybodys = ["/agencies/{0}", "/public/apply/{0}", "/public/notices/{0}", "/public/notices/{0}/objection"];

    [Fact]
    public void Every_address_with_an_id_is_asked()
    {
        var all = office.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { } methods || methods.Contains(HttpMethods.Get))
            .Select(e => e.RoutePattern.RawText!)
            .Where(route => route.Contains(":guid", StringComparison.Ordinal))
            .Select(route => GuidOf().Replace(route.Replace("{Year:int}", "2026", StringComparison.Ordinal), "{0}"))
            .Distinct(StringComparer.Ordinal)
            .Except(s_everybodys, StringComparer.Ordinal);

        Assert.Equal(all.Order(StringComparer.Ordinal), Addresses.Select(a => a.Data.Item2).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Foreign_is_like_missing(string what, string address)
    {
        var foreign = await AnswerAsync(address, office.Foreign[what]);
        var missing = await AnswerAsync(address, Guid.CreateVersion7());

        Assert.Equal(missing, foreign);
        Assert.DoesNotContain(Canary, foreign.Body, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.InternalServerError, foreign.Status);
    }

    [Theory]
    [InlineData("finding", "/evidence/Finding/{0}")]
    [InlineData("recusal", "/evidence/Recusal/{0}")]
    public async Task So_it_is_for_who_sends_a_file(string what, string address)
    {
        var foreign = await AnswerAsync(address, office.Foreign[what], sends: true);
        var missing = await AnswerAsync(address, Guid.CreateVersion7(), sends: true);

        Assert.Equal(missing, foreign);
    }

    [Fact]
    public async Task The_one_whose_it_is_gets_another_answer()
    {
        using var author = new Visitor();
        office.Portal.Provider.Subject = "the author";
        Assert.Null((await office.Portal.EnterAsync(author)).Problem);

        using var own = await author.SendAsync(HttpMethod.Get, office.Portal.At($"/my/findings/{office.Foreign["finding"]}"));

        Assert.Contains(Canary, await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Headers, string Body)> AnswerAsync(string address, Guid id, bool sends = false)
    {
        using var content = sends ? new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "a.jpg" } } : null;
        using var answer = await office.Supervisor.SendAsync(sends ? HttpMethod.Post : HttpMethod.Get, office.Portal.At(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, id)), content);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Set-Cookie" or "Content-Length" or "Transfer-Encoding")).Select(h => $"{h.Key}: {string.Join(',', h.Value)}");
        return (answer.StatusCode, Without(string.Join('\n', headers.Order(StringComparer.Ordinal)), id), Without(body, id));
    }

    /// <summary>Leaves out what differs between any two answers: the id that was asked for, the forms' tokens, the circuit's sealed beginnings, the id for the log.</summary>
    private static string Without(string answer, Guid id) =>
        Drawn().Replace(answer.Replace(id.ToString(), "ID", StringComparison.OrdinalIgnoreCase), "");

    [GeneratedRegex(@"\{\w+:guid\}")]
    private static partial Regex GuidOf();

    [GeneratedRegex("""<!--Blazor.*?-->|name="__RequestVerificationToken"[^>]*>|<code>[^<]*</code>""", RegexOptions.Singleline)]
    private static partial Regex Drawn();

    /// <summary>A portal with a supervisor in it to whom nothing belongs, and one of each thing that is another's.</summary>
    public sealed class Office : IAsyncLifetime
    {
        public PortalWithProvider Portal { get; private set; } = null!;

        public Visitor Supervisor { get; private set; } = null!;

        public IReadOnlyDictionary<string, Guid> Foreign { get; private set; } = new Dictionary<string, Guid>();

        public async ValueTask InitializeAsync()
        {
            Portal = await PortalWithProvider.StartAsync(OfficeClock.At(OfficeClock.Anchor));
            await Portal.AccountAsync(PortalRole.Supervisor, Portal.Provider.Subject);
            Supervisor = await Portal.SignedInAsync();
            await FurnishAsync();
        }

        public async ValueTask DisposeAsync()
        {
            Supervisor.Dispose();
            await Portal.DisposeAsync();
        }

        private async Task FurnishAsync()
        {
            var account = await Portal.AccountAsync(PortalRole.Supervisor, "the author");
            var author = Portal.Read(db => db.Accounts.Single(a => a.Id == account).Person);
            var agency = Agency.Register(AgencyId.New(), "AG03", $"{Canary}机构", AgencyKind.EmployeePension, null, null, isExternal: false);
            var finding = Finding.FromRegister(FindingId.New(), new RegisteredFinding
            {
                Number = "WT-2026-0003",
                SubmittedOn = OfficeClock.Anchor,
                SubmittedAt = Portal.Clock.GetUtcNow(),
                Author = author,
                Agency = agency.Id,
                Category = FindingCategory.Service,
                Text = $"{Canary}线索",
                State = FindingState.Submitted,
            });
            var visit = Activity.FromRegister(ActivityId.New(), "HD-2026-0003", $"{Canary}暗访", ActivityKind.Supervision, SupervisionMode.UnannouncedVisit, OfficeClock.Anchor.AddDays(3), 3, true, false, [agency.Id], ActivityState.Published, null);
            var recusal = RecusalDeclaration.FromRegister(RecusalId.New(), author, RecusalMatter.Of(visit.Id), RecusalGround.OwnInterest, $"{Canary}缘由", OfficeClock.Anchor, RecusalState.Declared, null);
            var file = StoredFile.Of(finding.Id, author, Portal.Clock.GetUtcNow(), new byte[EvidenceFile.WrappedKeyLength]);
            var document = IssuedDocument.Issue(
                OfficialWords.FirstTemplate(DocumentKind.EndOfTermNotice), new DocumentOrder(DocumentKind.EndOfTermNotice, $"{Canary}监督员") { Person = author },
                new Dictionary<DocumentField, string> { [DocumentField.Name] = $"{Canary}监督员" }, DocumentNumber.Internal(DocumentForm.EndOfTermNotices, 2026, 9), null, OfficeClock.Anchor);
            var batch = RecruitmentBatch.Plan(
                RecruitmentBatchId.New(), "XP-2026-0003", $"{Canary}选聘", "公告", AnApplication.Opens, AnApplication.Closes, applications: true, recommendations: true, TermAlignment.Individual, null);
            batch.Publish(AnApplication.Opens);
            var application = AnApplication.Passed(batch: batch);
            var notice = AnApplication.Published(AnApplication.Monday, application);
            var objection = AnApplication.Against(notice, application, AnApplication.Monday);
            var term = Portal.Read(db => db.Appointments.Single(t => t.Person == author));
            var card = SupervisorCard.Issue(SupervisorCardId.New(), author, term.Id, "ZZ-2026-0009", inOffice: true, hasActive: false, OfficeClock.Anchor);
            var dismissal = DismissalCase.Draft(
                DismissalCaseId.New(), "JP-2026-0009", term, DismissalGround.WorkOrHealth, new DismissalEvidence($"{Canary}不能继续履行监督职责。"), anotherOpen: false, author, OfficeClock.Anchor);
            BearerFacts[] bearers = [new(author, InOffice: true, Recused: false, card.Number)];
            var letter = IntroductionLetter.Prepare(
                IntroductionLetterId.New(), bearers, agency.Id, null, null, $"{Canary}事项", OfficeClock.Anchor, OfficeClock.Anchor, sensitive: false, maxDays: 15, author, OfficeClock.Anchor);
            letter.Issue("JS-2026-0009", bearers, OfficeClock.Anchor);
            await Portal.WriteAsync(db =>
            {
                db.AddRange(agency, finding, visit, recusal, file, document, batch, application, notice, objection, card, dismissal, letter);
                return Task.CompletedTask;
            });
            Foreign = new Dictionary<string, Guid>
            {
                ["finding"] = finding.Id.Value,
                ["file"] = file.Id.Value,
                ["visit"] = visit.Id.Value,
                ["recusal"] = recusal.Id.Value,
                ["person"] = author.Value,
                ["account"] = account.Value,
                ["document"] = document.Id.Value,
                ["batch"] = batch.Id.Value,
                ["application"] = application.Id.Value,
                ["notice"] = notice.Id.Value,
                ["objection"] = objection.Id.Value,
                ["card"] = card.Id.Value,
                ["dismissal"] = dismissal.Id.Value,
                ["letter"] = letter.Id.Value,
            };
        }
    }
}
