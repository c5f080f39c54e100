using Portal.Data;
using Portal.Data.Documents;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Domain.Time;
using Portal.Features.Dismissals;
using Portal.Features.Documents;
using Portal.Features.Recruitment;
using Portal.Features.Terms;
using Portal.Features.Undertakings;
using Portal.Tests.Domain.Rules;
using Portal.Tests.Features.Recruitment;
using Portal.Tests.Features.Terms;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Documents;

/// <summary>Each act that a document belongs to issues it in the same unit of work (domain.md A7).</summary>
public sealed class IssuingTests : IDisposable
{
    private readonly OfficeLife _life = new();

    private static CancellationToken Cancel => OfficeLife.Cancel;

    public void Dispose() => _life.Dispose();

    [Fact]
    public async Task A_renewal_issues_the_letter_of_appointment_under_the_letters_number()
    {
        CodeWord("株人社监");
        var person = _life.Supervisor("旷样田", _life.Today.AddDays(7), "ZZ-2023-0001");
        await _life.Terms().ProposeRenewalsAsync([new RenewalChoice(_life.TermOf(person).Id, Renew: true, SourceCategory.PublicRepresentative, "履职良好", RecordClear: true)], Cancel);
        var proposal = Assert.Single(await _life.TermApprovals().ListAsync(Cancel));
        Assert.Empty(Issued());

        await _life.TermApprovals().ApproveAsync(proposal.Id, proposal.Version, Cancel);

        var letter = Assert.Single(Issued());
        Assert.Equal((DocumentKind.AppointmentLetter, "PS-2026-0001", "聘　书", person, _life.Leader.Person), (letter.Kind, letter.Number, letter.Title, letter.Person!.Value, letter.IssuedBy!.Value));
        Assert.Equal("兹聘请 旷样田 同志为株洲市社会保险基金特邀社会监督员（群众代表），聘期三年，自 2026年12月1日 起至 2029年11月30日 止。", letter.Text);
        Assert.Equal("株洲市人力资源和社会保障局", letter.Authority);
        Assert.Equal(letter.Number, _life.Office.Read(db => db.AppointmentLetters.Single().Number));
    }

    [Fact]
    public async Task The_letter_of_whoever_joins_a_cohort_promises_no_three_years()
    {
        var person = _life.Supervisor("旷样田", _life.Today.AddDays(7), "ZZ-2023-0001");
        var term = Appointment.Grant(
            AppointmentId.New(), person, 2, SourceCategory.PublicRepresentative, RecruitmentChannel.OpenRecruitment, _life.Today.AddDays(8), TermEndRule.DayBeforeAnniversary, _life.Today.AddYears(1), [], _life.Today);
        var letter = AppointmentLetter.Issue(AppointmentLetterId.New(), person, term.Id, "PS-2026-0001", _life.Today);

        await _life.Office.Db.Work.WriteAsync(db => db.IssueLetterAsync(letter, term, _life.Leader.Person, Cancel), Cancel);

        Assert.Contains("聘期至本届届满，自 2026年12月1日 起至 2027年11月23日 止", Assert.Single(Issued()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dismissal_issues_the_notice_and_the_list_of_what_comes_back()
    {
        CodeWord("株人社监");
        var person = _life.Supervisor("朱样陶", _life.Today.AddYears(2), "ZZ-2025-0001");
        var id = await DismissedAsync(person);

        var notice = Assert.Single(Issued(), d => d.Kind == DocumentKind.DismissalNotice);
        Assert.Equal(("株人社监〔2026〕1号", id.Value, person), (notice.Number, notice.About!.Value, notice.Person!.Value));
        Assert.Equal(
            "朱样陶同志：\n根据《株洲市社保基金特邀社会监督员管理办法》第十八条第（四）项规定，经研究决定，自2026年11月23日起解除对您的聘任。请于收到本通知后将聘书、证件交回社保基金监督和审计科。",
            notice.Text);
        var list = Assert.Single(Issued(), d => d.Kind == DocumentKind.ReturnChecklist);
        Assert.Null(list.Number);
        Assert.Contains("1．聘书（编号不详（补记 PB-2026-0001））\n2．特邀监督员证（ZZ-2025-0001）", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dismissal_before_the_day_of_a_resignation_takes_the_place_of_what_was_sent_of_it()
    {
        var person = _life.Supervisor("朱样陶", _life.Today.AddYears(2), "ZZ-2025-0001");
        await _life.Dismissals(Acting.Supervisor(person)).ResignAsync("因工作调动离开本市，自愿辞任。", _life.Today.AddDays(60), Cancel);
        var resignation = _life.Office.Read(db => db.Dismissals.Single().Id);
        await _life.Dismissals().ProposeAsync(resignation, Version(resignation), _life.Today.AddDays(60), Cancel);
        await _life.Dismissals(_life.Leader).ApproveAsync(resignation, Version(resignation), Cancel);
        Assert.Equal(_life.Today.AddDays(59), _life.TermOf(person).LastDay);

        var sooner = await DismissedAsync(person);

        Assert.Equal((_life.Today.AddDays(-1), DismissalGround.WorkOrHealth), (_life.TermOf(person).LastDay, _life.TermOf(person).Ground));
        Assert.Equal([(resignation.Value, true), (sooner.Value, false)], Issued().Where(d => d.Kind == DocumentKind.DismissalNotice).OrderBy(d => d.Sequence).Select(d => (d.About!.Value, d.IsVoid)));
        Assert.Equal([true, false], Issued().Where(d => d.Kind == DocumentKind.ReturnChecklist).OrderBy(d => d.VoidedOn is null).Select(d => d.IsVoid));
    }

    [Fact]
    public async Task A_term_that_runs_out_is_told_once_by_nobody_and_a_renewed_one_is_not()
    {
        var person = _life.Supervisor("龙拟秋", _life.Today.AddDays(1), "ZZ-2023-0002");
        _life.Clock.Advance(TimeSpan.FromDays(3));

        await _life.SettleAsync();
        await _life.SettleAsync();

        var told = Assert.Single(Issued(), d => d.Kind == DocumentKind.EndOfTermNotice);
        Assert.Equal(("JM-2026-0001", person, null), (told.Number, told.Person!.Value, told.IssuedBy));
        Assert.Contains("您的聘期于2026年11月24日届满，未续聘，聘任关系自动终止", told.Text, StringComparison.Ordinal);
        Assert.Single(Issued(), d => d.Kind == DocumentKind.ReturnChecklist);
    }

    [Fact]
    public async Task Leaving_in_mid_term_is_told_in_writing()
    {
        _life.Approvals(needed: false);
        var person = _life.Supervisor("成示舫", _life.Today.AddYears(1), "ZZ-2024-0003");

        await _life.Terms().ProposeAdjustmentAsync(person, _life.Today.AddDays(3), "工作调整", Cancel);

        var notice = Assert.Single(Issued(), d => d.Kind == DocumentKind.MidTermAdjustment);
        Assert.Contains("第十七条第二款", notice.Text, StringComparison.Ordinal);
        Assert.Contains("自2026年11月26日起您的聘任终止", notice.Text, StringComparison.Ordinal);
        // Why is between the office and the person: it stands in no document.
        Assert.DoesNotContain("工作调整", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_is_announced_when_it_is_published_anew_when_it_is_opened_again_and_no_more_when_it_is_cancelled()
    {
        CodeWord("株人社监");
        RecruitmentService Batches() => _life.As<RecruitmentService>(_life.Clerk);
        var id = await Batches().PlanAsync(
            new BatchForm { Title = "2026年第二批特邀社会监督员选聘", Announcement = "面向社会选聘十名。", OpensOn = _life.Today, ClosesOn = _life.Today.AddDays(9), TakesRecommendations = false }, Cancel);
        Assert.Empty(Issued());

        await Batches().PublishAsync(id, 0, Cancel);
        await Batches().CloseAsync(id, 1, Cancel);
        await Batches().ReopenAsync(id, 2, _life.Today.AddDays(20), "报名人数不足", Cancel);

        var announced = Issued().OrderBy(d => d.Sequence).ToList();
        Assert.Equal([("株人社监〔2026〕1号", "提前截止报名"), ("株人社监〔2026〕2号", "报名人数不足"), ("株人社监〔2026〕3号", null)], announced.Select(d => (d.Number!, d.VoidReason)));
        Assert.Equal("2026年第二批特邀社会监督员选聘公告", announced[0].Title);
        Assert.StartsWith("面向社会选聘十名。\n一、条件。根据《株洲市社保基金特邀社会监督员管理办法》第五条", announced[0].Text, StringComparison.Ordinal);
        Assert.Contains("\n二、方式。公开选聘。\n三、时间。自2026年11月23日起至2026年12月2日止。\n", announced[0].Text, StringComparison.Ordinal);
        Assert.Contains("自2026年11月23日起至2026年11月23日止", announced[1].Text, StringComparison.Ordinal);
        Assert.Contains("自2026年11月23日起至2026年12月13日止", announced[2].Text, StringComparison.Ordinal);
        Refused.Same(DocumentRules.StandsForWhatHolds(), (await Assert.ThrowsAsync<RuleViolationException>(() => _life.As<DocumentService>(_life.Clerk).DeclareVoidAsync(announced[2].Id, announced[2].Version, "写错了", Cancel))).Violation);

        var both = await Batches().PlanAsync(new BatchForm { Title = "补充选聘", Announcement = "补充选聘二名。", OpensOn = _life.Today, ClosesOn = _life.Today.AddDays(9) }, Cancel);
        await Batches().PublishAsync(both, 0, Cancel);
        Assert.Contains("二、方式。公开选聘、单位推荐。", Issued().Single(d => d.About == both.Value).Text, StringComparison.Ordinal);
        await Batches().CancelAsync(both, 1, "不再选聘", Cancel);
        await Batches().CancelAsync(id, 3, "不再选聘", Cancel);

        Assert.All(Issued(), d => Assert.True(d.IsVoid));
    }

    [Fact]
    public async Task Who_signs_the_undertaking_has_it_as_a_paper_of_their_own()
    {
        var person = _life.Supervisor("谭示安", _life.Today.AddYears(2), "ZZ-2025-0001");
        await _life.As<UndertakingService>(_life.Clerk).PublishAsync(0, "一、保守秘密。\n二、不外传材料。", Cancel);

        await _life.As<UndertakingService>(Acting.Supervisor(person)).SignAsync(1, "谭示安", agreed: true, Cancel);

        var paper = Assert.Single(Issued());
        Assert.Equal((DocumentKind.Undertaking, null, "保密承诺书", "谭示安", person), (paper.Kind, paper.Number, paper.Title, paper.Authority, paper.Person!.Value));
        Assert.StartsWith("株洲市人力资源和社会保障局：\n一、保守秘密。\n二、不外传材料。\n本人已通读上述内容", paper.Text, StringComparison.Ordinal);
        Assert.Equal(paper.Id, Assert.Single(await _life.As<DocumentService>(Acting.Supervisor(person)).MineAsync(Cancel)).Id);
        Refused.Same(DocumentRules.StandsForWhatHolds(), (await Assert.ThrowsAsync<RuleViolationException>(() => _life.As<DocumentService>(_life.Clerk).DeclareVoidAsync(paper.Id, paper.Version, "写错了", Cancel))).Violation);
    }

    [Fact]
    public async Task A_notice_is_issued_as_published_and_its_result_when_the_last_person_is_settled()
    {
        using var selection = new Selection();
        selection.Office.Change(db => db.Add(new SettingRow { Key = nameof(OfficeSettings.OrgDocCode), Value = "株人社监", ChangedAt = selection.Office.Clock.GetUtcNow() }));

        await selection.NoticedAsync();

        var issued = selection.Office.Read(db => db.IssuedDocuments.OrderBy(d => d.Sequence).ToList());
        Assert.Equal([("株人社监〔2026〕1号", DocumentKind.PublicNotice), ("株人社监〔2026〕2号", DocumentKind.NoticeResult)], issued.Select(d => (d.Number!, d.Kind)));
        Assert.Equal("现予公示。\n公示时间：2026年11月23日至2026年11月30日。联系方式：社保基金监督和审计科，________。\n1．欧示诺，女，示例学校，群众代表，公开选聘", issued[0].Text);
        Assert.Equal(selection.Office.Read(db => db.Notices.Single().Number), issued[0].Number);
        Assert.Contains("收到异议 0 件", issued[1].Text, StringComparison.Ordinal);
        Assert.Contains("的 1 名：欧示诺。", issued[1].Text, StringComparison.Ordinal);
        // No number of a person gets onto paper that the public reads.
        Assert.All(issued, d => Assert.Null(PersonalNumbers.Find(d.Text)));
    }

    [Fact]
    public async Task A_notice_that_is_withdrawn_takes_its_document_with_it_and_the_number_stays()
    {
        using var selection = new Selection();
        var person = await selection.PassedAsync();
        var notice = await selection.PublishedAsync(person);

        await selection.As<Portal.Features.Recruitment.NoticeService>(selection.Clerk).WithdrawAsync(notice, selection.Version(notice), "标题有误", Cancel);
        await selection.PublishedAsync(person);

        var issued = selection.Office.Read(db => db.IssuedDocuments.OrderBy(d => d.Sequence).ToList());
        Assert.Equal([("〔2026〕1号", true), ("〔2026〕2号", false)], issued.Select(d => (d.Number!, d.IsVoid)));
        Assert.Equal("标题有误", issued[0].VoidReason);
    }

    [Fact]
    public async Task Numbers_begin_anew_with_the_year_and_what_is_undone_takes_none()
    {
        _life.Clock.Advance(new DateTimeOffset(2026, 12, 31, 12, 0, 0, TimeSpan.FromHours(8)) - _life.Clock.GetUtcNow());
        Assert.Equal("JM-2026-0001", (await IssuedAsync()).Number);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _life.Office.Db.Work.WriteAsync(
            async db =>
            {
                await IssueAsync(db);
                throw new InvalidOperationException("undone");
            },
            Cancel));
        Assert.Equal("JM-2026-0002", (await IssuedAsync()).Number);

        _life.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal("JM-2027-0001", (await IssuedAsync()).Number);
        Assert.Equal(3, Issued().Count);
    }

    [Fact]
    public async Task One_matter_has_one_document_of_a_kind_that_stands()
    {
        var about = Guid.CreateVersion7();
        await IssuedAsync(about);

        await Assert.ThrowsAnyAsync<Exception>(() => IssuedAsync(about));

        Assert.Single(Issued());
    }

    [Fact]
    public async Task A_letter_of_introduction_is_issued_with_its_stub_under_its_serial_and_void_when_its_bearer_leaves()
    {
        var first = _life.Supervisor("谭示安", _life.Today, "ZZ-2026-0001");
        var second = _life.Supervisor("罗例清", _life.Today.AddYears(1), "ZZ-2026-0002");
        var agency = _life.Office.Agency("AG08", "天元区社保经办机构");
        // Named in the order of their cards, whoever was chosen first.
        BearerFacts[] bearers = [new(second, InOffice: true, Recused: false, "ZZ-2026-0002"), new(first, InOffice: true, Recused: false, "ZZ-2026-0001")];
        var letter = IntroductionLetter.Prepare(
            IntroductionLetterId.New(), bearers, agency, null, null, "查阅待遇支付台账", _life.Today, _life.Today.AddDays(8), sensitive: false, 15, _life.Clerk.Person, _life.Today);
        letter.Issue("JS-2026-0004", bearers, _life.Today);
        _life.Office.Change(db => db.Add(letter));

        await _life.Office.Db.Work.WriteAsync(
            async db => await db.IssueIntroductionAsync(db.IntroductionLetters.Single(), _life.Clerk.Person, _life.Today, Cancel), Cancel);

        var document = Assert.Single(Issued());
        Assert.Equal("天元区社保经办机构：\n兹介绍特邀社会监督员 谭示安（证号 ZZ-2026-0001）、罗例清（证号 ZZ-2026-0002）等 贰 人，前往你单位 查阅待遇支付台账，请予接洽。\n（有效期自 2026年11月23日 至 2026年12月1日）", document.Text);
        Assert.Equal("持 信 人：谭示安（证号 ZZ-2026-0001）、罗例清（证号 ZZ-2026-0002）等 贰 人\n前往单位：天元区社保经办机构\n事　　项：查阅待遇支付台账\n有 效 期：自 2026年11月23日 至 2026年12月1日\n批 准 人：科员", document.Stub);
        Assert.Equal(("JS-2026-0004", agency, false), (document.Number, document.Agency!.Value, document.IsVoid));

        _life.Clock.Advance(TimeSpan.FromDays(2));
        await _life.SettleAsync();

        document = Assert.Single(Issued(), d => d.Kind == DocumentKind.IntroductionLetter);
        Assert.Equal(("JS-2026-0004", true, "离任"), (document.Number, document.IsVoid, document.VoidReason));
    }

    [Theory]
    [InlineData(0, "零")]
    [InlineData(3, "叁")]
    [InlineData(10, "壹拾")]
    [InlineData(19, "壹拾玖")]
    [InlineData(20, "贰拾")]
    [InlineData(99, "玖拾玖")]
    [InlineData(100, "100")]
    public void Counts_are_written_in_figures_that_cannot_be_altered(int count, string figures) => Assert.Equal(figures, OfficialWords.InFigures(count));

    private List<IssuedDocument> Issued() => _life.Office.Read(db => db.IssuedDocuments.ToList());

    private Task<IssuedDocument> IssuedAsync(Guid? about = null) => _life.Office.Db.Work.WriteAsync(db => IssueAsync(db, about), Cancel);

    private Task<IssuedDocument> IssueAsync(PortalDbContext db, Guid? about = null) => db.IssueAsync(
        new DocumentOrder(DocumentKind.EndOfTermNotice, "谁") { About = about },
        new Dictionary<DocumentField, string> { [DocumentField.Name] = "谁", [DocumentField.TermEnd] = "某日" }, by: null, _life.Today, cancellationToken: Cancel);

    private void CodeWord(string word) =>
        _life.Office.Change(db => db.Settings.Add(new SettingRow { Key = nameof(OfficeSettings.OrgDocCode), Value = word, ChangedAt = _life.Clock.GetUtcNow() }));

    private async Task<DismissalCaseId> DismissedAsync(PersonId person)
    {
        var clerk = _life.Dismissals();
        var id = await clerk.DraftAsync(person, new DismissalForm { Ground = DismissalGround.WorkOrHealth, Facts = "工作变动，不宜继续担任" }, Cancel);
        await clerk.NotifyAsync(id, Version(id), Cancel);
        await clerk.RecordStatementAsync(id, Version(id), "没有意见", Cancel);
        await clerk.ProposeAsync(id, Version(id), _life.Today, Cancel);
        await _life.Dismissals(_life.Leader).ApproveAsync(id, Version(id), Cancel);
        return id;
    }

    private int Version(DismissalCaseId id) => _life.Office.Read(db => db.Dismissals.Single(d => d.Id == id).Version);
}
