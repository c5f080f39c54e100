using Portal.Data;
using Portal.Domain.Documents;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;
using Portal.Features.Recruitment;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Recruitment;

public sealed class NoticeServiceTests : IDisposable
{
    private readonly Selection _selection = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private NoticeService Clerk => _selection.As<NoticeService>(_selection.Clerk);

    private RecruitmentApprovalService Leader => _selection.As<RecruitmentApprovalService>(_selection.Leader);

    public void Dispose() => _selection.Dispose();

    [Fact]
    public async Task A_notice_is_proposed_approved_and_its_days_are_frozen()
    {
        var person = await _selection.PassedAsync();

        var id = await _selection.PublishedAsync(person);

        var file = await Clerk.GetAsync(id, Cancel);
        // Monday 23 November: five days later is a Saturday, so that it lasts until Monday.
        Assert.Equal((SmallOffice.Today, new DateOnly(2026, 11, 30)), (file!.Notice.PublishedOn, file.Notice.LastDay));
        Assert.Equal(("〔2026〕1号", "示例局长"), (file.Notice.Number, file.ApprovedBy));
        Assert.Equal(ApplicationState.OnNotice, _selection.Stored(person).State);
        Assert.Equal("Recruitment_NoticeRunning", Assert.Single(file.Lines).WhyNotSettle?.Code);
    }

    [Fact]
    public async Task What_leadership_returns_can_be_changed_and_proposed_again()
    {
        var person = await _selection.PassedAsync();
        var form = new NoticeForm { Title = "公示", Text = "现予公示。", People = [person.Value] };
        var id = await Clerk.PrepareAsync(_selection.Batch, form, Cancel);
        await Clerk.ProposeAsync(id, _selection.Version(id), Cancel);
        Assert.Equal("公示", Assert.Single((await Leader.ListAsync(Cancel)).Notices).Title);

        await Leader.RefuseNoticeAsync(id, _selection.Version(id), "标题写明年度", Cancel);
        form.Title = "2026年公示";
        await Clerk.ReviseAsync(id, _selection.Version(id), form, Cancel);
        await Clerk.ProposeAsync(id, _selection.Version(id), Cancel);

        Assert.Equal("2026年公示", Assert.Single((await Leader.ListAsync(Cancel)).Notices).Title);
        var notYet = await Assert.ThrowsAsync<RuleViolationException>(() => Clerk.PublishAsync(id, _selection.Version(id), Cancel));
        Assert.Equal(RecruitmentRules.ApproverIsProposer(), notYet.Violation);
    }

    [Fact]
    public async Task Where_no_approval_is_asked_for_the_section_publishes()
    {
        _selection.Office.Change(db => db.Add(new SettingRow { Key = nameof(OfficeSettings.ApproveNotices), Value = bool.FalseString, ChangedAt = _selection.Office.Clock.GetUtcNow() }));
        var person = await _selection.PassedAsync();
        var id = await Clerk.PrepareAsync(_selection.Batch, new NoticeForm { Title = "公示", Text = "现予公示。", People = [person.Value] }, Cancel);
        Assert.Contains(NoticeAct.Publish, (await Clerk.GetAsync(id, Cancel))!.Acts.Select(a => a.Act));

        await Clerk.PublishAsync(id, _selection.Version(id), Cancel);

        Assert.Equal(NoticeState.Published, _selection.Stored(id).State);
    }

    [Theory]
    [InlineData("联系人手机 15400000031")]
    [InlineData("身份证９９０２０４１９８６０１０２５５２１")]
    public async Task A_notice_holds_no_numbers_of_persons(string text)
    {
        var person = await _selection.PassedAsync();

        var refused = await Assert.ThrowsAsync<RuleViolationException>(
            () => Clerk.PrepareAsync(_selection.Batch, new NoticeForm { Title = "公示", Text = text, People = [person.Value] }, Cancel));

        Assert.Equal("Recruitment_PersonalNumber", refused.Violation.Code);
        Assert.Empty(_selection.Office.Read(db => db.Notices.ToList()));
    }

    [Fact]
    public async Task A_notice_is_made_longer_never_shorter_and_a_withdrawn_one_begins_anew()
    {
        var person = await _selection.PassedAsync();
        var id = await _selection.PublishedAsync(person);
        await Assert.ThrowsAsync<RuleViolationException>(() => Clerk.ExtendAsync(id, _selection.Version(id), new DateOnly(2026, 11, 29), "更早", Cancel));
        await Clerk.ExtendAsync(id, _selection.Version(id), new DateOnly(2026, 12, 4), "补充材料", Cancel);
        Assert.Equal(new DateOnly(2026, 12, 4), _selection.Stored(id).LastDay);
        var documents = _selection.Office.Read(db => db.IssuedDocuments.Where(d => d.Kind == DocumentKind.PublicNotice).OrderBy(d => d.Sequence).ToList());
        Assert.Equal([("〔2026〕1号", true), ("〔2026〕2号", false)], documents.Select(d => (d.Number, d.IsVoid)));
        Assert.Contains("2026年12月4日", documents[1].Text, StringComparison.Ordinal);
        Assert.Equal("〔2026〕2号", _selection.Stored(id).Number);

        await Clerk.WithdrawAsync(id, _selection.Version(id), "姓名有误", Cancel);
        _selection.Office.Clock.Advance(TimeSpan.FromDays(1));
        var again = await _selection.PublishedAsync(person);

        Assert.Equal((new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 30)), (_selection.Stored(again).PublishedOn, _selection.Stored(again).LastDay));
    }

    [Fact]
    public async Task An_upheld_objection_stops_one_person_and_holds_up_nobody_else()
    {
        var fine = await _selection.PassedAsync();
        var objected = await _selection.PassedAsync(Selection.OtherOu, "欧例驳");
        var notice = await _selection.PublishedAsync(fine, objected);
        var objection = await _selection.ObjectedAsync(notice, objected);
        _selection.Office.Clock.Advance(TimeSpan.FromDays(8));

        await Clerk.SettleAsync(notice, _selection.Version(notice), fine, null, Cancel);
        var open = await Assert.ThrowsAsync<RuleViolationException>(() => Clerk.SettleAsync(notice, _selection.Version(notice), objected, null, Cancel));
        Assert.Equal(RecruitmentRules.ObjectionsOpen(), open.Violation);
        var clerk = _selection.As<ObjectionService>(_selection.Clerk);
        await clerk.AcceptAsync(objection, _selection.Version(objection), Cancel);
        await clerk.ProposeUpholdAsync(objection, _selection.Version(objection), "核查属实", Cancel);
        await Leader.UpholdAsync(objection, _selection.Version(objection), Cancel);
        await Clerk.SettleAsync(notice, _selection.Version(notice), objected, "亲属在经办机构任职", Cancel);

        Assert.Equal((ApplicationState.NoticePassed, ApplicationState.NoticeFailed), (_selection.Stored(fine).State, _selection.Stored(objected).State));
        Assert.Equal(NoticeState.Concluded, _selection.Stored(notice).State);
    }

    [Fact]
    public async Task An_objection_goes_with_its_person_onto_the_next_notice()
    {
        var person = await _selection.PassedAsync();
        var first = await _selection.PublishedAsync(person);
        var objection = await _selection.ObjectedAsync(first, person);
        await Clerk.WithdrawAsync(first, _selection.Version(first), "标题有误", Cancel);
        var second = await _selection.PublishedAsync(person);
        _selection.Office.Clock.Advance(TimeSpan.FromDays(8));

        var open = await Assert.ThrowsAsync<RuleViolationException>(() => Clerk.SettleAsync(second, _selection.Version(second), person, null, Cancel));
        Assert.Equal(RecruitmentRules.ObjectionsOpen(), open.Violation);
        var clerk = _selection.As<ObjectionService>(_selection.Clerk);
        await clerk.AcceptAsync(objection, _selection.Version(objection), Cancel);
        await clerk.ProposeUpholdAsync(objection, _selection.Version(objection), "核查属实", Cancel);
        await Leader.UpholdAsync(objection, _selection.Version(objection), Cancel);
        await Clerk.SettleAsync(second, _selection.Version(second), person, "亲属在经办机构任职", Cancel);

        Assert.Equal(ApplicationState.NoticeFailed, _selection.Stored(person).State);
        Assert.Contains("收到异议 0 件", _selection.Office.Read(db => db.IssuedDocuments.Single(d => d.Kind == DocumentKind.NoticeResult)).Text, StringComparison.Ordinal);
    }
}
