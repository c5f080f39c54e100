using Portal.Access;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Features.Dismissals;
using Portal.Tests.Domain.Rules;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Terms;

/// <summary>Article 18 from the first word to the last certificate.</summary>
public sealed class DismissalServiceTests : IDisposable
{
    private readonly OfficeLife _life = new();
    private readonly PersonId _person;

    public DismissalServiceTests()
    {
        _person = _life.Supervisor("朱样陶", _life.Today.AddYears(2), "ZZ-2025-0001");
    }

    private static CancellationToken Cancel => OfficeLife.Cancel;

    public void Dispose() => _life.Dispose();

    [Fact]
    public async Task From_the_ground_to_the_returned_card()
    {
        var visit = _life.Office.Activity("2026-30", "座谈", _life.Today.AddDays(10));
        _life.Office.Invite(visit, _person, ParticipationState.Accepted);
        var id = await DraftAsync();
        await _life.Dismissals().NotifyAsync(id, Version(id), Cancel);
        var early = await Assert.ThrowsAsync<RuleViolationException>(() => _life.Dismissals().ProposeAsync(id, Version(id), _life.Today, Cancel));
        Assert.Equal("Appointment_HearingOpen", early.Violation.Code);
        await _life.Dismissals().RecordStatementAsync(id, Version(id), "没有意见", Cancel);
        await _life.Dismissals().ProposeAsync(id, Version(id), _life.Today, Cancel);

        Assert.True(_life.TermOf(_person).IsInOffice(_life.Today));
        await _life.Dismissals(_life.Leader).ApproveAsync(id, Version(id), Cancel);

        Assert.False(_life.TermOf(_person).IsInOffice(_life.Today));
        Assert.Equal(CardState.ReturnPending, _life.CardOf(_person).State);
        Assert.Equal(ParticipationState.Void, _life.Office.Read(db => db.Participations.Single().State));

        var outstanding = await Assert.ThrowsAsync<RuleViolationException>(() => _life.Dismissals().CloseAsync(id, Version(id), Cancel));
        // The card, and the letter that the office handed out on paper before the portal.
        Refused.Same(AppointmentRules.CertificatesOutstanding(2), outstanding.Violation);
        var letter = _life.Office.Read(db => db.AppointmentLetters.Single(l => l.Person == _person));
        Assert.Equal(("编号不详（补记 PB-2026-0001）", CertificateState.ReturnPending), (letter.Number, letter.State));
        await _life.Cards().ReceiveLetterAsync(letter.Id, letter.Version, Cancel);
        await _life.Cards().ReceiveAsync(_life.CardOf(_person).Id, _life.CardOf(_person).Version, Cancel);
        await _life.Dismissals().CloseAsync(id, Version(id), Cancel);

        var file = await _life.Dismissals(_life.Leader).GetAsync(id, Cancel);
        Assert.Equal((DismissalState.Closed, 0, "局领导"), (file!.Case.State, file.Outstanding, file.ApprovedBy));
    }

    [Fact]
    public async Task The_one_year_clock_is_counted_and_not_believed()
    {
        _life.Office.Invite(_life.Office.Activity("2026-01", "座谈", _life.Today.AddDays(-40)), _person, ParticipationState.Attended);
        var form = new DismissalForm { Ground = DismissalGround.InactiveOneYear, Facts = "长期不参加活动", NoGoodReason = true };

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _life.Dismissals().DraftAsync(_person, form, Cancel));

        Refused.Same(AppointmentRules.WithinTheYear(), refused.Violation);
        Assert.Equal(_life.Today.AddDays(-40), (await _life.Dismissals().SubjectAsync(_person, Cancel))!.LastEngagedOn);
    }

    [Fact]
    public async Task Whoever_was_never_invited_is_not_blamed_for_a_year_of_silence()
    {
        var silent = _life.Office.Supervisor("吴例湘", from: _life.Today.AddYears(-2), until: _life.Today.AddYears(1));
        var form = new DismissalForm { Ground = DismissalGround.InactiveOneYear, Facts = "长期不参加活动", NoGoodReason = true };

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _life.Dismissals().DraftAsync(silent, form, Cancel));
        Refused.Same(AppointmentRules.NeverInvited(), refused.Violation);

        _life.Office.Invite(_life.Office.Activity("2026-05", "座谈", _life.Today.AddDays(-90)), silent, ParticipationState.Absent);
        await _life.Dismissals().DraftAsync(silent, form, Cancel);
    }

    [Fact]
    public async Task Leadership_sees_what_the_clock_showed_when_it_was_last_asked()
    {
        var since = _life.Today.AddYears(-2);
        var silent = _life.Office.Supervisor("吴例湘", from: since, until: _life.Today.AddYears(1));
        _life.Office.Invite(_life.Office.Activity("2026-05", "座谈", _life.Today.AddDays(-90)), silent, ParticipationState.Absent);
        var id = await _life.Dismissals().DraftAsync(silent, new DismissalForm { Ground = DismissalGround.InactiveOneYear, Facts = "长期不参加活动", NoGoodReason = true }, Cancel);
        Assert.Equal(new InactivityCount(since, since.AddYears(1), 1, _life.Today), (await _life.Dismissals().GetAsync(id, Cancel))!.Case.Inactivity);
        await _life.Dismissals().NotifyAsync(id, Version(id), Cancel);
        await _life.Dismissals().RecordStatementAsync(id, Version(id), "没有意见", Cancel);
        _life.Clock.Advance(TimeSpan.FromDays(3));

        await _life.Dismissals().ProposeAsync(id, Version(id), _life.Today, Cancel);

        Assert.Equal(new InactivityCount(since, since.AddYears(1), 1, _life.Today), (await _life.Dismissals(_life.Leader).GetAsync(id, Cancel))!.Case.Inactivity);
    }

    [Fact]
    public async Task A_card_of_the_last_day_and_the_letter_of_a_renewal_that_fell_away_come_back_too()
    {
        var person = _life.Supervisor("龙拟秋", _life.Today.AddDays(20), "ZZ-2023-0007");
        await _life.Terms().ProposeRenewalsAsync([new(_life.TermOf(person).Id, Renew: true, SourceCategory.PublicRepresentative, "履职良好", RecordClear: true)], Cancel);
        var renewal = Assert.Single(await _life.TermApprovals().ListAsync(Cancel));
        await _life.TermApprovals().ApproveAsync(renewal.Id, renewal.Version, Cancel);
        await _life.Cards().ReportLostAsync(_life.CardOf(person).Id, _life.CardOf(person).Version, _life.Today, Cancel);
        await _life.Cards().ReissueAsync(_life.CardOf(person).Id, _life.CardOf(person).Version, Cancel);
        var id = await _life.Dismissals().DraftAsync(person, new DismissalForm { Ground = DismissalGround.WorkOrHealth, Facts = "因病", DeclaredOn = _life.Today }, Cancel);
        await _life.Dismissals().NotifyAsync(id, Version(id), Cancel);
        await _life.Dismissals().RecordStatementAsync(id, Version(id), "没有意见", Cancel);
        await _life.Dismissals().ProposeAsync(id, Version(id), _life.Today, Cancel);

        await _life.Dismissals(_life.Leader).ApproveAsync(id, Version(id), Cancel);

        // The new card, the letter of the term and the one of the term that never begins.
        Assert.Equal(3, (await _life.Dismissals().GetAsync(id, Cancel))!.Outstanding);
    }

    [Fact]
    public async Task What_somebody_appointed_anew_holds_does_not_keep_the_old_case_open()
    {
        var id = await DraftAsync();
        await _life.Dismissals().NotifyAsync(id, Version(id), Cancel);
        await _life.Dismissals().RecordStatementAsync(id, Version(id), "没有意见", Cancel);
        await _life.Dismissals().ProposeAsync(id, Version(id), _life.Today, Cancel);
        await _life.Dismissals(_life.Leader).ApproveAsync(id, Version(id), Cancel);
        _life.Clock.Advance(TimeSpan.FromDays(40));
        _life.Office.Term(_person, 2, _life.Today, _life.Today.AddYears(3));
        var term = _life.TermOf(_person, 2);
        _life.Office.Change(db => db.AppointmentLetters.Add(AppointmentLetter.FromRegister(AppointmentLetterId.New(), _person, term.Id, "PS-2027-1", term.TermStart)));

        Assert.Equal(2, (await _life.Dismissals().GetAsync(id, Cancel))!.Outstanding);
    }

    [Fact]
    public async Task An_attendance_that_is_put_down_late_stops_the_case_at_the_next_step()
    {
        var silent = _life.Office.Supervisor("吴例湘", from: _life.Today.AddYears(-2), until: _life.Today.AddYears(1));
        _life.Office.Invite(_life.Office.Activity("2026-05", "座谈", _life.Today.AddDays(-90)), silent, ParticipationState.Absent);
        var id = await _life.Dismissals().DraftAsync(silent, new DismissalForm { Ground = DismissalGround.InactiveOneYear, Facts = "长期不参加活动", NoGoodReason = true }, Cancel);
        await _life.Dismissals().NotifyAsync(id, Version(id), Cancel);
        await _life.Dismissals().RecordStatementAsync(id, Version(id), "参加过四月的检查", Cancel);
        await _life.Dismissals().ProposeAsync(id, Version(id), _life.Today, Cancel);
        _life.Office.Invite(_life.Office.Activity("2026-04", "检查", _life.Today.AddDays(-200)), silent, ParticipationState.Attended);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _life.Dismissals(_life.Leader).ApproveAsync(id, Version(id), Cancel));

        Refused.Same(AppointmentRules.WithinTheYear(), refused.Violation);
        Assert.True(_life.TermOf(silent).IsInOffice(_life.Today));
    }

    [Fact]
    public async Task A_person_has_one_case_at_a_time()
    {
        await DraftAsync();

        var refused = await Assert.ThrowsAsync<RuleViolationException>(DraftAsync);
        Refused.Same(AppointmentRules.CaseOpen(), refused.Violation);
    }

    [Fact]
    public async Task A_supervisor_resigns_and_the_section_only_passes_it_on()
    {
        var self = Acting.Supervisor(_person);
        await _life.Dismissals(self).ResignAsync("本人因工作变动，自愿辞任。", _life.Today.AddDays(5), Cancel);
        var row = Assert.Single((await _life.Dismissals().ListAsync(new Paging(), Cancel)).Rows);
        Assert.Equal((DismissalGround.Resignation, DismissalState.Drafted), (row.Ground, row.State));

        await _life.Dismissals().ProposeAsync(row.Id, Version(row.Id), row.EffectiveOn!.Value, Cancel);
        await _life.Dismissals(_life.Leader).ApproveAsync(row.Id, Version(row.Id), Cancel);

        var term = _life.TermOf(_person);
        Assert.True(term.IsInOffice(_life.Today.AddDays(4)));
        Assert.False(term.IsInOffice(_life.Today.AddDays(5)));
        Assert.Equal(CardState.Active, _life.CardOf(_person).State);
        _life.Clock.Advance(TimeSpan.FromDays(5));
        await _life.SettleAsync();
        Assert.Equal(CardState.ReturnPending, _life.CardOf(_person).State);
    }

    [Fact]
    public async Task Whose_resignation_is_not_pursued_is_told_why_and_may_declare_it_again()
    {
        var self = Acting.Supervisor(_person);
        await _life.Dismissals(self).ResignAsync("本人自愿辞任。", null, Cancel);
        var id = _life.Office.Read(db => db.Dismissals.Single().Id);
        await _life.Dismissals().DropAsync(id, Version(id), "本人来电收回", Cancel);

        var mine = (await _life.Dismissals(self).MineAsync(Cancel))!;
        Assert.Equal((null, new DroppedResignation("JP-2026-0001", "本人来电收回")), (mine.Resignation, mine.Dropped));
        await _life.Dismissals(self).ResignAsync("本人仍愿辞任。", null, Cancel);

        mine = (await _life.Dismissals(self).MineAsync(Cancel))!;
        Assert.Equal(("JP-2026-0002", null), (mine.Resignation!.Number, mine.Dropped));
    }

    [Fact]
    public async Task A_resignation_is_taken_beside_a_draft_that_its_author_does_not_learn_of()
    {
        var secret = await DraftAsync();
        var self = Acting.Supervisor(_person);

        await _life.Dismissals(self).ResignAsync("本人自愿辞任。", null, Cancel);

        var mine = (await _life.Dismissals(self).MineAsync(Cancel))!.Resignation!;
        Assert.NotEqual(secret, mine.Id);
        var again = await Assert.ThrowsAsync<RuleViolationException>(() => _life.Dismissals(self).ResignAsync("再次", null, Cancel));
        Refused.Same(AppointmentRules.ResignedAlready(), again.Violation);
        await _life.Dismissals().ProposeAsync(mine.Id, Version(mine.Id), _life.Today, Cancel);
        await _life.Dismissals(_life.Leader).ApproveAsync(mine.Id, Version(mine.Id), Cancel);
        Assert.Equal(DismissalGround.Resignation, _life.TermOf(_person).Ground);
        await _life.Dismissals().DropAsync(secret, Version(secret), "本人已辞任", Cancel);
    }

    [Fact]
    public async Task Passed_on_after_the_day_it_named_a_resignation_takes_effect_at_once()
    {
        await _life.Dismissals(Acting.Supervisor(_person)).ResignAsync("本人自愿辞任。", _life.Today.AddDays(1), Cancel);
        var row = Assert.Single((await _life.Dismissals().ListAsync(new Paging(), Cancel)).Rows);
        _life.Clock.Advance(TimeSpan.FromDays(3));

        await _life.Dismissals().ProposeAsync(row.Id, Version(row.Id), _life.Today.AddDays(-2), Cancel);
        await _life.Dismissals(_life.Leader).ApproveAsync(row.Id, Version(row.Id), Cancel);

        Assert.Equal(_life.Today.AddDays(-1), _life.TermOf(_person).LastDay);
    }

    [Fact]
    public async Task A_case_goes_on_into_the_next_term_and_ends_that_one()
    {
        var person = _life.Supervisor("龙拟秋", _life.Today.AddDays(3), "ZZ-2023-0002");
        await _life.Terms().ProposeRenewalsAsync([new(_life.TermOf(person).Id, Renew: true, SourceCategory.PublicRepresentative, "履职良好", RecordClear: true)], Cancel);
        var renewal = Assert.Single(await _life.TermApprovals().ListAsync(Cancel));
        await _life.TermApprovals().ApproveAsync(renewal.Id, renewal.Version, Cancel);
        var id = await _life.Dismissals().DraftAsync(person, new DismissalForm { Ground = DismissalGround.PersonalGainOrCardLending, Facts = "出借证件" }, Cancel);
        await _life.Dismissals().NotifyAsync(id, Version(id), Cancel);
        await _life.Dismissals().RecordStatementAsync(id, Version(id), "没有意见", Cancel);
        _life.Clock.Advance(TimeSpan.FromDays(5));
        await _life.SettleAsync();

        await _life.Dismissals().ProposeAsync(id, Version(id), _life.Today, Cancel);
        await _life.Dismissals(_life.Leader).ApproveAsync(id, Version(id), Cancel);

        Assert.Equal((AppointmentState.Completed, AppointmentState.Dismissed), (_life.TermOf(person).State, _life.TermOf(person, 2).State));
        Assert.Equal(_life.TermOf(person, 2).Id, _life.Office.Read(db => db.Dismissals.Single(d => d.Id == id).Term));
        Assert.False(_life.TermOf(person, 2).IsInOffice(_life.Today));
    }

    [Fact]
    public async Task Nobody_but_leadership_decides_and_nobody_else_resigns_for_somebody()
    {
        var id = await DraftAsync();

        await Assert.ThrowsAsync<AccessDeniedException>(() => _life.Dismissals().ApproveAsync(id, Version(id), Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _life.Dismissals(_life.Leader).ProposeAsync(id, Version(id), _life.Today, Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _life.Dismissals().ResignAsync("x", null, Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _life.Dismissals(Acting.Supervisor(_person)).GetAsync(id, Cancel));
    }

    private Task<DismissalCaseId> DraftAsync() =>
        _life.Dismissals().DraftAsync(_person, new DismissalForm { Ground = DismissalGround.PersonalGainOrCardLending, Facts = "出借证件" }, Cancel);

    private int Version(DismissalCaseId id) => _life.Office.Read(db => db.Dismissals.Single(d => d.Id == id).Version);
}
