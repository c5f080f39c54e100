using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Domain.Findings;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Domain.Time;
using Portal.Features.Findings;
using Portal.Features.Findings.Mine;
using Portal.Tests.Features.Dashboards.Supervisor;
using Portal.Tests.Support;
using static Portal.Tests.Features.Dashboards.Supervisor.TwoSupervisors;

namespace Portal.Tests.Features.Findings.Mine;

public sealed class MyFindingServiceTests : IDisposable
{
    private readonly TwoSupervisors _rows = new();

    private MyFindingService Mine => _rows.Findings(_rows.Me);

    public void Dispose() => _rows.Dispose();

    [Fact]
    public async Task Findings_are_numbered_one_after_the_other_in_their_year()
    {
        var first = await _rows.FileAsync(_rows.Me);
        var second = await _rows.FileAsync(_rows.Other);

        Assert.Equal("WT-2026-0001", (await Mine.GetAsync(first, Stop))!.Row.Number);
        Assert.Equal("WT-2026-0002", (await _rows.Findings(_rows.Other).GetAsync(second, Stop))!.Row.Number);
    }

    [Fact]
    public async Task What_is_sent_again_since_no_answer_came_is_filed_once()
    {
        var form = _rows.Form();

        var first = await Mine.SubmitAsync(form, Stop);
        var again = await Mine.SubmitAsync(form, Stop);

        Assert.Equal(first, again);
        Assert.Equal((1, 1), _rows.Read(db => (db.Findings.Count(), db.NumberSeries.Single(s => s.Name == "WT").Last)));
    }

    [Fact]
    public async Task A_unit_that_is_written_in_another_form_of_the_same_letters_is_the_same_when_sent_again()
    {
        var form = _rows.Form();
        (form.IsOtherUnit, form.OtherUnit, form.Text) = (true, " Cafe\u0301 ", " re\u0301sume\u0301 ");

        Assert.Equal(await Mine.SubmitAsync(form, Stop), await Mine.SubmitAsync(form, Stop));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("category")]
    [InlineData("unit")]
    public async Task What_was_written_over_a_form_that_had_arrived_is_not_taken_for_it(string changed)
    {
        var form = _rows.Form();
        var first = await Mine.SubmitAsync(form, Stop);
        switch (changed)
        {
            case "text": form.Text += "另一件事。"; break;
            case "category": form.Category = Enum.GetValues<FindingCategory>().First(c => c != form.Category); break;
            default: (form.IsOtherUnit, form.OtherUnit) = (true, "另一单位"); break;
        }

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Mine.SubmitAsync(form, Stop));

        Assert.Equal("Finding_AlreadyFiled", refused.Violation.Code);
        form.Id = Guid.CreateVersion7();
        Assert.NotEqual(first, await Mine.SubmitAsync(form, Stop));
        Assert.Equal(2, _rows.Read(db => db.Findings.Count()));
    }

    [Theory]
    [InlineData("Finding_TargetMissing")]
    [InlineData("Finding_TextMissing")]
    [InlineData("Finding_SecrecyNotConfirmed")]
    [InlineData("Finding_AuthorRecused")]
    public async Task What_is_refused_leaves_nothing_behind_not_even_a_number(string code)
    {
        var form = _rows.Form();
        switch (code)
        {
            case "Finding_TargetMissing": form.Agency = null; break;
            case "Finding_TextMissing": form.Text = "  "; break;
            case "Finding_SecrecyNotConfirmed": form.SecrecyConfirmed = false; break;
            default: _rows.Recuse(_rows.Me, RecusalMatter.Of(_rows.Pension)); break;
        }

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Mine.SubmitAsync(form, Stop));

        Assert.Equal(code, refused.Violation.Code);
        Assert.Equal((0, 0), _rows.Read(db => (db.Findings.Count(), db.NumberSeries.Count(s => s.Name == "WT"))));
    }

    [Fact]
    public async Task Co_authors_are_the_others_in_office_and_find_it_among_their_own()
    {
        _rows.Appoint(_rows.Me);
        _rows.Appoint(_rows.Other);
        Assert.Equal("罗例清", Assert.Single(await Mine.CoAuthorChoicesAsync(Stop)).Name);
        var form = _rows.Form();
        form.CoAuthors = [_rows.Other.Value];

        var id = await Mine.SubmitAsync(form, Stop);

        Assert.Equal(id, Assert.Single(await _rows.Findings(_rows.Other).ListAsync(Stop)).Id);
    }

    [Fact]
    public async Task Nobody_who_is_not_offered_becomes_a_co_author()
    {
        _rows.Appoint(_rows.Other, until: Today.AddDays(-1));
        var form = _rows.Form();
        form.CoAuthors = [_rows.Other.Value];

        await Assert.ThrowsAsync<AccessDeniedException>(() => Mine.SubmitAsync(form, Stop));

        Assert.Equal(0, _rows.Read(db => db.Findings.Count()));
    }

    [Fact]
    public async Task A_co_author_who_steps_aside_from_the_unit_is_refused_without_a_name()
    {
        _rows.Appoint(_rows.Other);
        _rows.Recuse(_rows.Other, RecusalMatter.Of(_rows.Pension));
        var form = _rows.Form();
        form.CoAuthors = [_rows.Other.Value];

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Mine.SubmitAsync(form, Stop));

        Assert.Equal("Finding_CoAuthorRecused", refused.Violation.Code);
        Assert.Empty(refused.Violation.Arguments);
        Assert.Equal(0, _rows.Read(db => db.Findings.Count()));
    }

    [Fact]
    public async Task A_unit_that_is_not_on_the_list_is_named()
    {
        var form = _rows.Form();
        form.IsOtherUnit = true;
        form.OtherUnit = " 天元区某银行网点 ";

        var id = await Mine.SubmitAsync(form, Stop);

        Assert.Equal("天元区某银行网点", (await Mine.GetAsync(id, Stop))!.Row.Unit);
    }

    [Fact]
    public async Task Agencies_that_the_person_is_recused_from_are_offered_with_the_reason_why_not()
    {
        _rows.Recuse(_rows.Me, RecusalMatter.Of(_rows.Injury));

        var choices = await Mine.ChoicesAsync(Stop);

        Assert.Equal([("株洲市养老经办中心", null), ("株洲市工伤经办中心", "Finding_AuthorRecused")], choices.Select(c => (c.Name, c.WhyNot?.Code)));
        Assert.All(await _rows.Findings(_rows.Other).ChoicesAsync(Stop), c => Assert.Null(c.WhyNot));
    }

    [Fact]
    public async Task Somebody_elses_finding_looks_like_one_that_does_not_exist()
    {
        var foreign = await _rows.FileAsync(_rows.Other);

        Assert.Null(await Mine.GetAsync(foreign, Stop));
        Assert.Null(await Mine.GetAsync(FindingId.New(), Stop));
        Assert.Null(await Mine.ReceiptAsync(foreign, Stop));
        Assert.Empty(await Mine.ListAsync(Stop));
    }

    [Fact]
    public async Task Nobody_acts_on_somebody_elses_finding_and_missing_ones_are_refused_alike()
    {
        var foreign = await _rows.FileAsync(_rows.Other);
        await _rows.HandleAsync(foreign, _rows.Ask);

        foreach (var id in new[] { foreign, FindingId.New() })
        {
            var supplement = await Assert.ThrowsAsync<AccessDeniedException>(() => Mine.SupplementAsync(id, "答", Stop));
            var appeal = await Assert.ThrowsAsync<AccessDeniedException>(() => Mine.AppealAsync(id, "没有解决", Stop));
            Assert.Equal([AccessDenial.NotPermitted, AccessDenial.NotPermitted], [supplement.Denial, appeal.Denial]);
        }

        Assert.Equal(FindingState.NeedsInfo, _rows.Read(db => db.Findings.AsSplitQuery().Single().State));
    }

    [Fact]
    public async Task Neither_the_section_nor_leadership_files_as_a_supervisor()
    {
        foreach (var acting in new[] { Acting.Administrator(), Acting.Leadership() })
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => _rows.Findings(acting.Guard()).SubmitAsync(_rows.Form(), Stop));
            await Assert.ThrowsAsync<AccessDeniedException>(() => _rows.Findings(acting.Guard()).ListAsync(Stop));
        }
    }

    [Fact]
    public async Task The_receipt_says_the_dates_counted_in_working_days()
    {
        var id = await _rows.FileAsync(_rows.Me);

        var receipt = await Mine.ReceiptAsync(id, Stop);

        // Monday 23 November: three working days, then sixty days to Monday 25 January 2027, then ten working days by weekends alone.
        Assert.Equal(new FindingTimes(new(2026, 11, 26), new(2027, 1, 25), new(2027, 2, 8)), receipt!.Times);
        Assert.False(receipt.CalendarKnown);
    }

    [Fact]
    public async Task A_question_is_answered_and_the_clock_of_the_section_starts_anew()
    {
        var id = await _rows.FileAsync(_rows.Me);
        await _rows.HandleAsync(id, _rows.Ask);
        Assert.Equal("请补充具体日期", (await Mine.GetAsync(id, Stop))!.Question);
        _rows.Clock.Advance(TimeSpan.FromDays(7));

        await Mine.SupplementAsync(id, "十一月九日上午", Stop);

        var finding = (await Mine.GetAsync(id, Stop))!;
        Assert.Equal(FindingState.Submitted, finding.Row.State);
        Assert.Equal(new DateOnly(2026, 12, 3), finding.Row.NextBy);
        Assert.Null(finding.Question);
        Assert.Equal([FindingEventKind.Supplemented, FindingEventKind.InfoRequested, FindingEventKind.Submitted], finding.Steps.Select(s => s.Kind));
    }

    [Fact]
    public async Task A_result_is_disputed_once_and_in_time()
    {
        var id = await _rows.FileAsync(_rows.Me);
        await _rows.HandleAsync(id, _rows.FeedBack);
        var before = (await Mine.GetAsync(id, Stop))!;
        Assert.Equal((Today.AddDays(15), null), (before.Row.AppealUntil, before.WhyNotAppeal));

        await Mine.AppealAsync(id, "问题还在", Stop);

        var after = (await Mine.GetAsync(id, Stop))!;
        Assert.Equal((FindingState.Registered, Today), (after.Row.State, after.AppealedOn));
        await Assert.ThrowsAsync<RuleViolationException>(() => Mine.AppealAsync(id, "再来一次", Stop));
    }

    [Fact]
    public async Task A_late_dispute_is_refused_with_the_last_day_and_changes_nothing()
    {
        var id = await _rows.FileAsync(_rows.Me);
        await _rows.HandleAsync(id, _rows.FeedBack);
        _rows.Clock.Advance(TimeSpan.FromDays(16));

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Mine.AppealAsync(id, "问题还在", Stop));

        Assert.Equal(("Finding_AppealTooLate", Today.AddDays(15)), (refused.Violation.Code, refused.Violation.Arguments[0]));
        var finding = (await Mine.GetAsync(id, Stop))!;
        Assert.Equal((FindingState.FedBack, "Finding_AppealTooLate", null), (finding.Row.State, finding.WhyNotAppeal?.Code, finding.Row.AppealUntil));
    }

    [Fact]
    public async Task After_a_later_recusal_only_the_feedback_is_left()
    {
        var id = await _rows.FileAsync(_rows.Me);
        await _rows.HandleAsync(id, _rows.FeedBack);
        _rows.Recuse(_rows.Me, RecusalMatter.Of(_rows.Pension));

        var finding = (await Mine.GetAsync(id, Stop))!;
        var row = Assert.Single(await Mine.ListAsync(Stop));

        Assert.Equal(row, finding.Row);
        Assert.Equal((true, "您反映的事项由医保部门办理。", Today), (row.Recused, finding.FeedbackText, row.FedBackOn));
        Assert.Equal((null, null, null, null, 0), (row.Unit, row.State, finding.Text, finding.Question, finding.Steps.Count));
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Mine.AppealAsync(id, "问题还在", Stop));
        Assert.Equal("Finding_AuthorRecused", refused.Violation.Code);
        Assert.Null(await Mine.ReceiptAsync(id, Stop));
    }

    [Fact]
    public async Task Steps_inside_the_office_are_not_told()
    {
        var id = await _rows.FileAsync(_rows.Me);
        await _rows.HandleAsync(id, finding =>
        {
            var now = _rows.Clock.GetUtcNow();
            finding.Register(_rows.Clerk, now, Today);
            finding.Investigate(_rows.Clerk, _rows.Clerk, false, now, Today);
            finding.Conclude(_rows.Clerk, FindingConclusion.Substantiated, "内部报批意见", true, 500_000m, true, new OfficeSettings(), now, Today);
        });

        var finding = (await Mine.GetAsync(id, Stop))!;

        Assert.Equal([FindingEventKind.InvestigationStarted, FindingEventKind.Registered, FindingEventKind.Submitted], finding.Steps.Select(s => s.Kind));
        Assert.Equal(Today.AddDays(60), finding.Row.NextBy);
    }

    [Fact]
    public async Task Whose_finding_was_merged_follows_the_other_one_without_reading_what_its_author_wrote()
    {
        var master = await _rows.FileAsync(_rows.Other, text: "别人写的内容");
        var merged = await _rows.FileAsync(_rows.Me, text: "我写的内容");
        await _rows.Db.Work.WriteAsync(
            async db => (await FindAsync(db, merged)).MergeInto(await FindAsync(db, master), _rows.Clerk, "同一事项", _rows.Clock.GetUtcNow()),
            Stop);
        await _rows.HandleAsync(master, _rows.Ask);
        await _rows.Findings(_rows.Other).SupplementAsync(master, "别人补充的内容", Stop);

        var own = (await Mine.GetAsync(merged, Stop))!;
        var joined = (await Mine.GetAsync(master, Stop))!;

        Assert.Equal(("我写的内容", master.Value, "WT-2026-0001"), (own.Text, own.MergedInto, own.MergedNumber));
        Assert.Null(joined.Text);
        Assert.DoesNotContain(joined.Steps, s => s.Note?.Contains("别人", StringComparison.Ordinal) == true);
        Assert.Equal(2, (await Mine.ListAsync(Stop)).Count);
        Assert.Equal("别人写的内容", (await _rows.Findings(_rows.Other).GetAsync(master, Stop))!.Text);
    }

    [Fact]
    public async Task The_rectification_deadline_is_on_the_list_with_its_days()
    {
        var id = await _rows.FileAsync(_rows.Me);
        await _rows.HandleAsync(id, finding =>
        {
            var now = _rows.Clock.GetUtcNow();
            finding.Register(_rows.Clerk, now, Today);
            finding.Investigate(_rows.Clerk, _rows.Clerk, false, now, Today);
            finding.Conclude(_rows.Clerk, FindingConclusion.Substantiated, "属实", false, null, false, new OfficeSettings(), now, Today);
            finding.OrderRectification(_rows.Clerk, "增设窗口", Today.AddDays(9), now, Today);
        });
        _rows.Clock.Advance(TimeSpan.FromDays(12));

        var row = Assert.Single(await Mine.ListAsync(Stop));

        Assert.Equal(new DeadlineStanding(Today.AddDays(9), DeadlineState.Overdue, 3), row.RectifyBy);

        // While the section checks what the agency reported, its clock stands still.
        await _rows.HandleAsync(id, finding => finding.ReceiveReply(_rows.Clerk, "已增设", _rows.Clock.GetUtcNow(), Today.AddDays(12)));
        Assert.Null(Assert.Single(await Mine.ListAsync(Stop)).RectifyBy);
    }
}
