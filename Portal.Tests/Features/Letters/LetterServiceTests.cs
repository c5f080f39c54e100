using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Features.Activities;
using Portal.Features.Dismissals;
using Portal.Features.Documents;
using Portal.Features.Letters;
using Portal.Tests.Domain.Rules;
using Portal.Tests.Features.Terms;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Letters;

/// <summary>Article 12 from the first word of a letter to its end, over the real database.</summary>
public sealed class LetterServiceTests : IDisposable
{
    private readonly OfficeLife _life = new();
    private readonly PersonId _person;
    private readonly PersonId _other;
    private readonly AgencyId _agency;
    private readonly AgencyId _elsewhere;

    public LetterServiceTests()
    {
        _person = _life.Supervisor("谭示安", _life.Today.AddYears(2), "ZZ-2025-0001");
        _other = _life.Supervisor("罗例清", _life.Today.AddYears(2), "ZZ-2025-0002");
        _agency = _life.Office.Agency("AG04", "工伤保险经办机构（演示）");
        _elsewhere = _life.Office.Agency("AG05", "失业保险经办机构（演示）");
    }

    private static CancellationToken Cancel => OfficeLife.Cancel;

    public void Dispose() => _life.Dispose();

    [Fact]
    public async Task From_preparing_to_the_return_of_the_letter()
    {
        var id = await PrepareAsync();
        Assert.Equal((LetterStanding.Draft, null), await StandsAsync(id));

        await _life.Letters().IssueAsync(id, Version(id), Cancel);

        Assert.Equal((LetterStanding.Issued, "JS-2026-0001"), await StandsAsync(id));
        Assert.True((await MineAsync(_person)).Single().InForce);
        Assert.Empty(await MineAsync(_other));
        await _life.Letters().MarkUsedAsync(id, Version(id), "查阅了三份台账", Cancel);
        var file = await _life.Letters(_life.Leader).GetAsync(id, Cancel);
        Assert.Equal((LetterStanding.Used, "查阅了三份台账", false, false), (file!.Standing, file.Note, file.CanManage, file.CanPrint));
        Assert.False((await MineAsync(_person)).Single().InForce);
    }

    [Fact]
    public async Task A_sensitive_matter_is_leaderships_and_a_number_is_taken_only_then()
    {
        var id = await PrepareAsync(form => form.Sensitive = true);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _life.Letters().IssueAsync(id, Version(id), Cancel));
        Refused.Same(LetterRules.ApprovalNeeded(), refused.Violation);
        await Assert.ThrowsAsync<AccessDeniedException>(() => _life.Letters().ApproveAsync(id, Version(id), Cancel));
        Assert.Equal(id, Assert.Single(await _life.Letters(_life.Leader).WaitingAsync(Cancel)).Id);
        await _life.Letters(_life.Leader).ApproveAsync(id, Version(id), Cancel);

        var file = await _life.Letters().GetAsync(id, Cancel);
        Assert.Equal(("JS-2026-0001", "局领导", LetterStanding.Issued), (file!.Serial, file.ApprovedBy, file.Standing));
    }

    [Fact]
    public async Task What_was_sent_back_can_be_prepared_anew_from_its_own_words()
    {
        var id = await PrepareAsync(form => form.Sensitive = true);
        await _life.Letters(_life.Leader).SendBackAsync(id, Version(id), "事项过宽", Cancel);

        var again = await _life.Letters().LikeAsync(id, Cancel);

        Assert.Equal((LetterStanding.SentBack, null), await StandsAsync(id));
        Assert.Equal((_agency.Value, "查阅工伤待遇支付台账", true), (again!.Agency, again.Matter, again.Sensitive));
        Assert.Equal([_person.Value], again.Bearers);
        Assert.Empty(await MineAsync(_person));
    }

    [Fact]
    public async Task A_letter_runs_out_by_date_and_nothing_has_to_flip_it()
    {
        var id = await IssuedAsync();
        _life.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal((LetterStanding.Expired, "JS-2026-0001"), await StandsAsync(id));
        Assert.False((await MineAsync(_person)).Single().InForce);
        Assert.Equal(LetterState.Issued, _life.Office.Read(db => db.IntroductionLetters.Single().State));
        Assert.Equal(id, Assert.Single((await _life.Letters().ListAsync(new LetterFilter(LetterStanding.Expired), new Paging(), Cancel)).Rows).Id);
        Assert.Empty((await _life.Letters().ListAsync(new LetterFilter(LetterStanding.Issued), new Paging(), Cancel)).Rows);
    }

    [Fact]
    public async Task Whoever_is_dismissed_takes_no_letter_along()
    {
        var now = await IssuedAsync();
        var later = await IssuedAsync(form => (form.From, form.To) = (_life.Today.AddDays(5), _life.Today.AddDays(6)));
        var anothers = await IssuedAsync(form => form.Bearers = [_other.Value]);
        await _life.Dismissals(Acting.Supervisor(_person)).ResignAsync("本人自愿辞任。", null, Cancel);
        var dismissal = _life.Office.Read(db => db.Dismissals.AsNoTracking().Single());
        await _life.Dismissals().ProposeAsync(dismissal.Id, dismissal.Version, _life.Today, Cancel);
        dismissal = _life.Office.Read(db => db.Dismissals.AsNoTracking().Single());

        await _life.Dismissals(_life.Leader).ApproveAsync(dismissal.Id, dismissal.Version, Cancel);

        Assert.Equal(LetterStanding.Revoked, (await StandsAsync(now)).Standing);
        Assert.Equal(LetterStanding.Revoked, (await StandsAsync(later)).Standing);
        Assert.Equal(LetterStanding.Issued, (await StandsAsync(anothers)).Standing);
        Assert.False(string.IsNullOrWhiteSpace(_life.Office.Read(db => db.IntroductionLetters.First(l => l.Id == now).Note)));
    }

    [Fact]
    public async Task A_letter_falls_with_a_card_that_it_names_and_says_so_to_clerk_and_bearers()
    {
        var together = await IssuedAsync(form => form.Bearers = [_person.Value, _other.Value]);
        var later = await IssuedAsync(form => (form.From, form.To) = (_life.Today.AddDays(5), _life.Today.AddDays(6)));
        var anothers = await IssuedAsync(form => form.Bearers = [_other.Value]);
        var draft = await PrepareAsync();
        var used = await IssuedAsync();
        await _life.Letters().MarkUsedAsync(used, Version(used), "查阅了三份台账", Cancel);

        await _life.Cards(Acting.Supervisor(_person)).ReportMineLostAsync(_life.CardOf(_person).Id, _life.Today, Cancel);

        const string why = "信上所列监督员证 ZZ-2025-0001 已挂失或换发，介绍信自动撤销";
        var file = await _life.Letters().GetAsync(together, Cancel);
        Assert.Equal((LetterStanding.Revoked, why, true), (file!.Standing, file.Note, file.Paper!.IsVoid));
        Assert.Equal(why, _life.Office.Read(db => db.IssuedDocuments.Single(d => d.About == together.Value).VoidReason));
        Assert.Equal(why, (await MineAsync(_other)).Single(l => l.Id == together).Revoked);
        Refused.Same(LetterRules.WrongState(LetterState.Revoked), file.WhyNotUse);
        Assert.Equal(LetterStanding.Revoked, (await StandsAsync(later)).Standing);
        Assert.Equal(LetterStanding.Issued, (await StandsAsync(anothers)).Standing);
        Assert.Equal(LetterStanding.Used, (await StandsAsync(used)).Standing);
        // What was only prepared waits for the new card, whose number it then names.
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _life.Letters().IssueAsync(draft, Version(draft), Cancel));
        Refused.Same(LetterRules.BearerWithoutCard(), refused.Violation);
        await _life.Cards().ReissueAsync(_life.CardOf(_person).Id, _life.CardOf(_person).Version, Cancel);
        await _life.Letters().IssueAsync(draft, Version(draft), Cancel);
        await _life.SettleAsync();
        Assert.Equal((LetterStanding.Issued, "ZZ-2026-0001"), ((await StandsAsync(draft)).Standing, (await _life.Letters().GetAsync(draft, Cancel))!.Bearers.Single().CardNumber));
    }

    [Fact]
    public async Task So_it_does_when_the_section_is_told_when_the_card_is_replaced_and_at_night_for_what_the_ledger_says()
    {
        var first = await IssuedAsync();
        await _life.Cards().ReportLostAsync(_life.CardOf(_person).Id, _life.CardOf(_person).Version, _life.Today, Cancel);
        Assert.Equal(LetterStanding.Revoked, (await StandsAsync(first)).Standing);

        var second = await IssuedAsync(form => form.Bearers = [_other.Value]);
        await _life.Cards().ReplaceAsync(_life.CardOf(_other).Id, _life.CardOf(_other).Version, "磨损", Cancel);
        Assert.Equal(LetterStanding.Revoked, (await StandsAsync(second)).Standing);

        var third = await IssuedAsync(form => form.Bearers = [_other.Value]);
        _life.Office.Change(db => db.Cards.Single(c => c.Number == "ZZ-2026-0001").CorrectFromRegister(CardState.Lost));
        Assert.Equal(LetterStanding.Issued, (await StandsAsync(third)).Standing);
        await _life.SettleAsync();
        Assert.Equal(LetterStanding.Revoked, (await StandsAsync(third)).Standing);
    }

    [Fact]
    public async Task Its_paper_is_in_the_register_for_the_section_and_leadership_and_a_bearer_does_not_open_it_there()
    {
        var id = await IssuedAsync();
        var paper = (await _life.Letters().GetAsync(id, Cancel))!.Paper!.Id;

        Assert.NotNull(await _life.As<DocumentService>(_life.Leader).GetAsync(paper, Cancel));
        Assert.Null(await _life.As<DocumentService>(Acting.Supervisor(_person)).GetMineAsync(paper, Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _life.As<DocumentService>(Acting.Supervisor(_person)).GetAsync(paper, Cancel));
        Assert.NotNull((await _life.As<MyLetterService>(Acting.Supervisor(_person)).GetAsync(id, Cancel))!.Words);
        Assert.Null(await _life.As<MyLetterService>(Acting.Supervisor(_other)).GetAsync(id, Cancel));
    }

    [Fact]
    public async Task A_letter_for_days_after_the_end_of_a_term_is_revoked_with_it_and_a_renewal_keeps_it()
    {
        var leaving = _life.Supervisor("朱样陶", _life.Today.AddDays(1), "ZZ-2025-0003");
        var renewed = _life.Supervisor("成示舫", _life.Today.AddDays(1), "ZZ-2025-0004");
        _life.Office.Term(renewed, 2, _life.Today.AddDays(2), _life.Today.AddYears(3), state: AppointmentState.Upcoming);
        var kept = await IssuedAsync(form =>
        {
            form.Bearers = [renewed.Value];
            form.To = _life.Today.AddDays(4);
        });
        var lost = await IssuedAsync(form =>
        {
            form.Bearers = [leaving.Value];
            form.To = _life.Today.AddDays(1);
        });
        await _life.SettleAsync();
        Assert.Equal(LetterStanding.Issued, (await StandsAsync(lost)).Standing);
        var tooLong = await Assert.ThrowsAsync<RuleViolationException>(() => PrepareAsync(form =>
        {
            form.Bearers = [leaving.Value];
            form.To = _life.Today.AddDays(2);
        }));
        Refused.Same(LetterRules.BearerNotInOffice(), tooLong.Violation);

        _life.Clock.Advance(TimeSpan.FromDays(2));
        await _life.SettleAsync();

        Assert.Equal(LetterStanding.Expired, (await StandsAsync(lost)).Standing);
        Assert.Equal(LetterStanding.Issued, (await StandsAsync(kept)).Standing);
    }

    [Fact]
    public async Task Bearers_are_in_office_have_a_card_and_step_aside_from_nothing_of_it()
    {
        var without = _life.Office.Supervisor("无证例");
        _life.Office.Recuse(_other, RecusalMatter.Of(_agency));
        var form = Form();

        var choices = await _life.Letters().BearersAsync(form, Cancel);

        Assert.Null(choices.Single(c => c.Person == _person).WhyNot);
        Refused.Same(LetterRules.BearerRecused(), choices.Single(c => c.Person == _other).WhyNot);
        Refused.Same(LetterRules.BearerWithoutCard(), choices.Single(c => c.Person == without).WhyNot);
        form.Bearers = [_person.Value, _other.Value];
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _life.Letters().PrepareAsync(form, Cancel));
        Refused.Same(LetterRules.BearerRecused(), refused.Violation);
    }

    [Fact]
    public async Task Whoever_steps_aside_after_the_letter_was_prepared_does_not_get_it_and_loses_sight_of_it()
    {
        var prepared = await PrepareAsync();
        await IssuedAsync();
        _life.Office.Recuse(_person, RecusalMatter.Of(_agency), RecusalState.Declared);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _life.Letters().IssueAsync(prepared, Version(prepared), Cancel));

        Refused.Same(LetterRules.BearerRecused(), refused.Violation);
        Assert.Empty(await MineAsync(_person));
    }

    [Fact]
    public async Task Days_beyond_the_setting_and_a_unit_that_is_not_the_activitys_are_refused()
    {
        var visit = Documents(_life.Today.AddDays(1));

        var tooLong = await Assert.ThrowsAsync<RuleViolationException>(() => PrepareAsync(form => form.To = _life.Today.AddDays(15)));
        var otherUnit = await Assert.ThrowsAsync<RuleViolationException>(() => PrepareAsync(form => (form.Activity, form.Agency) = (visit.Value, _elsewhere.Value)));

        Refused.Same(LetterRules.ValidTooLong(15), tooLong.Violation);
        Refused.Same(LetterRules.OtherAgency(), otherUnit.Violation);
    }

    [Fact]
    public async Task Of_two_who_act_on_what_they_saw_one_does()
    {
        var id = await PrepareAsync();
        var seen = Version(id);
        await _life.Letters().IssueAsync(id, seen, Cancel);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => _life.Letters().RevokeAsync(id, seen, "重复", Cancel));
        Assert.Equal(LetterStanding.Issued, (await StandsAsync(id)).Standing);
    }

    [Fact]
    public async Task An_activity_with_documents_names_who_lacks_a_letter_and_begins_when_nobody_does()
    {
        var visit = Documents(_life.Today);
        _life.Office.Invite(visit, _person, ParticipationState.Accepted);
        _life.Office.Invite(visit, _other, ParticipationState.Excused);
        var activities = _life.As<ActivityService>(_life.Clerk);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => activities.StartAsync(visit, Cancel));
        Refused.Same(ActivityRules.LetterMissing(["谭示安"]), refused.Violation);
        var need = Assert.Single((await activities.GetAsync(visit, Cancel))!.Letters);
        Assert.Equal((_agency.Value, "谭示安"), (need.Agency, Assert.Single(need.People)));

        var given = await _life.Letters().ForActivityAsync(visit, null, Cancel);
        Assert.Equal((_agency.Value, "现场监督（查阅资料）", _life.Today, _life.Today), (given!.Agency, given.Matter, given.From, given.To));
        Assert.Equal([_person.Value], given.Bearers);
        var id = await _life.Letters().PrepareAsync(given, Cancel);
        await Assert.ThrowsAsync<RuleViolationException>(() => activities.StartAsync(visit, Cancel));
        await _life.Letters().IssueAsync(id, Version(id), Cancel);

        await activities.StartAsync(visit, Cancel);

        Assert.Equal(ActivityState.InProgress, _life.Office.Read(db => db.Activities.Single().State));
    }

    [Fact]
    public async Task A_letter_for_another_day_or_unit_or_one_that_was_revoked_does_not_do()
    {
        var visit = Documents(_life.Today);
        _life.Office.Invite(visit, _person);
        await IssuedAsync(form => form.From = form.To = _life.Today.AddDays(1));
        await IssuedAsync(form => form.Agency = _elsewhere.Value);
        var revoked = await IssuedAsync();
        await _life.Letters().RevokeAsync(revoked, Version(revoked), "活动改期", Cancel);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _life.As<ActivityService>(_life.Clerk).StartAsync(visit, Cancel));

        Refused.Same(ActivityRules.LetterMissing(["谭示安"]), refused.Violation);
    }

    [Fact]
    public async Task The_letter_of_an_undercover_visit_is_kept_from_leadership_unless_it_asks_for_approval()
    {
        var visit = Documents(_life.Today.AddDays(1), SupervisionMode.UnannouncedVisit);
        var plain = await PrepareAsync(form => form.Activity = visit.Value);
        var sensitive = await PrepareAsync(form => (form.Activity, form.Sensitive) = (visit.Value, true));

        Assert.Null(await _life.Letters(_life.Leader).GetAsync(plain, Cancel));
        Assert.Null((await _life.Letters(_life.Leader).GetAsync(sensitive, Cancel))!.Activity);
        Assert.NotNull((await _life.Letters().GetAsync(plain, Cancel))!.Activity);
    }

    [Fact]
    public async Task It_is_found_by_its_number_a_name_or_a_card()
    {
        await IssuedAsync();
        await IssuedAsync(form => (form.Bearers, form.Agency) = ([_other.Value], _elsewhere.Value));

        Assert.Equal(2, (await _life.Letters().ListAsync(new LetterFilter(), new Paging(), Cancel)).Total);
        Assert.Equal("JS-2026-0002", Assert.Single((await _life.Letters().ListAsync(new LetterFilter(Text: "罗例"), new Paging(), Cancel)).Rows).Serial);
        Assert.Equal("JS-2026-0001", Assert.Single((await _life.Letters().ListAsync(new LetterFilter(Text: "ZZ-2025-0001"), new Paging(), Cancel)).Rows).Serial);
        Assert.Equal("JS-2026-0002", Assert.Single((await _life.Letters().ListAsync(new LetterFilter(Agency: _elsewhere), new Paging(), Cancel)).Rows).Serial);
    }

    private LetterForm Form() => new()
    {
        Agency = _agency.Value,
        Bearers = [_person.Value],
        Matter = "查阅工伤待遇支付台账",
        From = _life.Today,
        To = _life.Today.AddDays(2),
    };

    private Task<IntroductionLetterId> PrepareAsync(Action<LetterForm>? change = null)
    {
        var form = Form();
        change?.Invoke(form);
        return _life.Letters().PrepareAsync(form, Cancel);
    }

    private async Task<IntroductionLetterId> IssuedAsync(Action<LetterForm>? change = null)
    {
        var id = await PrepareAsync(change);
        await _life.Letters().IssueAsync(id, Version(id), Cancel);
        return id;
    }

    private ActivityId Documents(DateOnly date, SupervisionMode mode = SupervisionMode.OpenVisit)
    {
        var activity = Activity.FromRegister(
            ActivityId.New(), "2026-31", "现场监督（查阅资料）", ActivityKind.Supervision, mode, date, 30, mandatory: true, requiresDocumentAccess: true, [_agency], ActivityState.Published, null);
        _life.Office.Change(db => db.Activities.Add(activity));
        return activity.Id;
    }

    private Task<IReadOnlyList<MyLetter>> MineAsync(PersonId person) => _life.As<MyLetterService>(Acting.Supervisor(person)).MineAsync(Cancel);

    private async Task<(LetterStanding Standing, string? Serial)> StandsAsync(IntroductionLetterId id)
    {
        var file = await _life.Letters().GetAsync(id, Cancel);
        return (file!.Standing, file.Serial);
    }

    private int Version(IntroductionLetterId id) => _life.Office.Read(db => db.IntroductionLetters.Single(l => l.Id == id).Version);
}
