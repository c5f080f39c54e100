using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Documents;
using Portal.Domain.Activities;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Features.Documents;
using Portal.Tests.Domain.Rules;
using Portal.Tests.Features.Terms;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Documents;

/// <summary>The register: who finds what in it, and that void documents and missing numbers stay in sight.</summary>
public sealed class DocumentServiceTests : IDisposable
{
    private readonly OfficeLife _life = new();

    private static CancellationToken Cancel => OfficeLife.Cancel;

    private DocumentService Clerk => _life.As<DocumentService>(_life.Clerk);

    public void Dispose() => _life.Dispose();

    [Fact]
    public async Task The_register_is_found_through_by_kind_year_state_and_text()
    {
        await IssueAsync("谭示安");
        var wrong = await IssueAsync("罗例清");
        await IssueAsync("谭示安", DocumentKind.DismissalNotice);
        await Clerk.DeclareVoidAsync(wrong.Id, wrong.Version, "姓名有误", Cancel);

        Assert.Equal(3, (await Clerk.ListAsync(new DocumentFilter(), new Paging(), Cancel)).Total);
        Assert.Equal(1, (await Clerk.ListAsync(new DocumentFilter(Kind: DocumentKind.DismissalNotice), new Paging(), Cancel)).Total);
        Assert.Equal(0, (await Clerk.ListAsync(new DocumentFilter(Year: 2025), new Paging(), Cancel)).Total);
        Assert.Equal(2, (await Clerk.ListAsync(new DocumentFilter(Text: "谭示"), new Paging(), Cancel)).Total);
        var row = Assert.Single((await Clerk.ListAsync(new DocumentFilter(IsVoid: true), new Paging(), Cancel)).Rows);
        Assert.Equal(("JM-2026-0002", true), (row.Number, row.IsVoid));
        Assert.Equal("罗例清", Assert.Single((await Clerk.ListAsync(new DocumentFilter(Text: "JM-2026-0002"), new Paging(), Cancel)).Rows).Subject);
    }

    [Fact]
    public async Task A_number_that_was_given_and_that_no_document_bears_is_named()
    {
        await _life.Office.Db.Work.WriteAsync(db => db.NumberTakenAsync(DocumentForm.AppointmentLetters, 2026, 3, Cancel), Cancel);
        await IssueAsync("谭示安");

        var facts = await Clerk.FactsAsync(2026, Cancel);

        Assert.Equal([2026], facts.Years);
        Assert.Equal(new NumberGap("PS", 2026, 1, 3), Assert.Single(facts.Gaps));
        Assert.Empty((await Clerk.FactsAsync(2025, Cancel)).Gaps);
    }

    [Fact]
    public async Task Void_it_is_issued_anew_once_with_the_same_facts_in_todays_words()
    {
        var wrong = await IssueAsync("谭示安");
        var standing = await Assert.ThrowsAsync<RuleViolationException>(() => Clerk.ReissueAsync(wrong.Id, wrong.Version, Cancel));
        Refused.Same(DocumentRules.NotVoid(), standing.Violation);
        await Clerk.DeclareVoidAsync(wrong.Id, wrong.Version, "污损", Cancel);
        var templates = _life.As<DocumentTemplateService>(_life.Clerk);
        await templates.ReviseAsync(DocumentKind.EndOfTermNotice, 1, "告知书", "{Name}：聘期于{TermEnd}届满。", null, Cancel);

        var anew = await Clerk.ReissueAsync(wrong.Id, wrong.Version + 1, Cancel);

        var file = await Clerk.GetAsync(anew, Cancel);
        Assert.Equal(("JM-2026-0002", 2, "谭示安：聘期于2026年11月22日届满。"), (file!.Document.Number, file.Document.Edition, file.Document.Text));
        var old = await Clerk.GetAsync(wrong.Id, Cancel);
        Assert.Equal(("JM-2026-0001", 1, "科员"), (old!.Document.Number, old.Document.Edition, old.VoidedBy));
        Refused.Same(DocumentRules.IssuedAnew(), old.WhyNotReissue);
    }

    [Fact]
    public async Task What_stands_for_a_certificate_in_force_is_not_declared_void_by_hand()
    {
        var person = _life.Supervisor("谭示安", _life.Today.AddDays(7), "ZZ-2026-0001");
        await _life.Terms().ProposeRenewalsAsync([new(_life.TermOf(person).Id, Renew: true, SourceCategory.PublicRepresentative, "履职良好", RecordClear: true)], Cancel);
        var renewal = Assert.Single(await _life.TermApprovals().ListAsync(Cancel));
        await _life.TermApprovals().ApproveAsync(renewal.Id, renewal.Version, Cancel);
        var document = _life.Office.Read(db => db.IssuedDocuments.Single(d => d.Kind == DocumentKind.AppointmentLetter));

        Refused.Same(DocumentRules.StandsForWhatHolds(), (await Clerk.GetAsync(document.Id, Cancel))!.WhyNotVoid);
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Clerk.DeclareVoidAsync(document.Id, document.Version, "污损", Cancel));

        Refused.Same(DocumentRules.StandsForWhatHolds(), refused.Violation);
        _life.Office.Change(db => db.AppointmentLetters.Single().AskBack());
        await Clerk.DeclareVoidAsync(document.Id, document.Version, "污损", Cancel);
    }

    [Fact]
    public async Task Of_two_who_act_on_what_they_saw_only_one_does()
    {
        var document = await IssueAsync("谭示安");
        await Clerk.DeclareVoidAsync(document.Id, document.Version, "污损", Cancel);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Clerk.DeclareVoidAsync(document.Id, document.Version, "再次", Cancel));
    }

    [Fact]
    public async Task A_supervisor_finds_their_own_documents_and_nobody_elses()
    {
        var own = _life.Supervisor("谭示安", _life.Today.AddYears(1), "ZZ-2026-0001");
        var other = _life.Supervisor("罗例清", _life.Today.AddYears(1), "ZZ-2026-0002");
        var mine = await IssueAsync("谭示安", person: own);
        var theirs = await IssueAsync("罗例清", person: other);
        var reader = _life.As<DocumentService>(Acting.Supervisor(own));

        Assert.Equal(mine.Id, Assert.Single(await reader.MineAsync(Cancel)).Id);
        Assert.NotNull(await reader.GetMineAsync(mine.Id, Cancel));
        Assert.Null(await reader.GetMineAsync(theirs.Id, Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => reader.GetAsync(mine.Id, Cancel));
    }

    [Fact]
    public async Task Reading_one_is_on_record()
    {
        var document = await IssueAsync("谭示安");

        await Clerk.GetAsync(document.Id, Cancel);

        Assert.Single(_life.Office.Read(db => db.AuditEntries.Where(e => e.Act == nameof(Permissions.SeeDocuments) && e.ObjectId == document.Id.Value.ToString("D")).ToList()));
    }

    [Fact]
    public async Task What_names_an_agency_is_not_there_for_who_steps_aside_and_its_number_is_no_gap()
    {
        var agency = _life.Office.Agency("AG01", "天元区经办机构");
        await IssueAsync("天元区经办机构", agency: agency);
        await IssueAsync("谭示安");
        _life.Office.Recuse(_life.Clerk.Person, RecusalMatter.Of(agency));

        Assert.Equal("谭示安", Assert.Single((await Clerk.ListAsync(new DocumentFilter(), new Paging(), Cancel)).Rows).Subject);
        Assert.Empty((await Clerk.FactsAsync(2026, Cancel)).Gaps);
    }

    [Fact]
    public async Task An_undercover_visit_to_come_is_not_betrayed_by_its_letter()
    {
        var agency = _life.Office.Agency("AG01", "天元区经办机构");
        var visit = _life.Office.Activity("2026-09", "暗访", _life.Today.AddDays(3), mode: SupervisionMode.UnannouncedVisit, agencies: agency);
        var letter = await IssueAsync("天元区经办机构", agency: agency, activity: visit);
        var leader = _life.As<DocumentService>(_life.Leader);

        Assert.Empty((await leader.ListAsync(new DocumentFilter(), new Paging(), Cancel)).Rows);
        Assert.Null(await leader.GetAsync(letter.Id, Cancel));
        Assert.NotNull(await Clerk.GetAsync(letter.Id, Cancel));
    }

    [Fact]
    public async Task Who_signs_and_the_code_word_are_the_offices_and_hold_from_then_on()
    {
        var before = await IssueAsync("谭示安", DocumentKind.DismissalNotice);
        var office = _life.As<OfficeIdentityService>(_life.Clerk);
        var identity = await office.GetAsync(Cancel);
        Assert.Equal(("株洲市人力资源和社会保障局", "社保基金监督和审计科", "", ""), (identity.Authority, identity.Section, identity.Telephone, identity.CodeWord));

        identity.Authority = "某市人社局";
        identity.CodeWord = "某人社监";
        await office.ChangeAsync(identity, Cancel);
        identity.CodeWord = "某2026";
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => office.ChangeAsync(identity, Cancel));

        Refused.Same(DocumentRules.CodeWithFigures(), refused.Violation);
        var after = await IssueAsync("罗例清", DocumentKind.DismissalNotice);
        Assert.Equal(("〔2026〕1号", "株洲市人力资源和社会保障局"), (before.Number, before.Authority));
        Assert.Equal(("某人社监〔2026〕2号", "某市人社局"), (after.Number, after.Authority));
    }

    private Task<IssuedDocument> IssueAsync(
        string subject, DocumentKind kind = DocumentKind.EndOfTermNotice, PersonId? person = null, AgencyId? agency = null, ActivityId? activity = null) => _life.Office.Db.Work.WriteAsync(
        db => db.IssueAsync(
            new DocumentOrder(kind, subject) { Person = person, Agency = agency, Activity = activity, About = Guid.CreateVersion7() },
            new Dictionary<DocumentField, string>
            {
                [DocumentField.Name] = subject,
                [DocumentField.TermEnd] = "2026年11月22日",
                [DocumentField.Ground] = "五",
                [DocumentField.EffectiveOn] = "2026年11月23日",
            },
            _life.Clerk.Person, _life.Today, cancellationToken: Cancel),
        Cancel);
}
