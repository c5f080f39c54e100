using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Domain.Time;
using Portal.Features.Dismissals;
using Portal.Features.Terms;
using Portal.Tests.Domain.Rules;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Terms;

/// <summary>Article 17: three years, renewed in time or ended by itself.</summary>
public sealed class RenewalTests : IDisposable
{
    private readonly OfficeLife _life = new();
    private readonly DateOnly _end;
    private readonly PersonId _person;

    public RenewalTests()
    {
        _end = _life.Today.AddDays(7);
        _person = _life.Supervisor("旷样田", _end, "ZZ-2023-0001");
    }

    private static CancellationToken Cancel => OfficeLife.Cancel;

    public void Dispose() => _life.Dispose();

    [Fact]
    public async Task The_round_shows_whose_term_ends_with_the_record_of_its_years()
    {
        _life.Supervisor("龙拟秋", _life.Today.AddDays(200), "ZZ-2023-0002");
        _life.Office.Invite(_life.Office.Activity("2026-01", "座谈", _life.Today.AddDays(-30)), _person, Portal.Domain.Activities.ParticipationState.Attended);
        _life.Office.Invite(_life.Office.Activity("2026-02", "培训", _life.Today.AddDays(-20)), _person, Portal.Domain.Activities.ParticipationState.Absent);
        _life.Office.Finding("WT-2026-0001", _person, _life.Office.Agency("AG01", "机构"));

        var row = Assert.Single(await _life.Terms().EndingAsync(90, Cancel));

        Assert.Equal(("旷样田", 7, new TermRecord(Invited: 2, Attended: 1, Findings: 1)), (row.Name, row.DaysLeft, row.Record));
        Assert.Null(row.Proposal);
        Assert.Null(row.WhyNotRenew);
        // Nothing is on record of the years before: that says nothing against anybody.
        Assert.Equal([(2023, false, false), (2024, false, false), (2025, false, false), (2026, true, true)], row.Years.Select(y => (y.Year, y.IsProvisional, y.Grade is not null)));
        await ProposeAsync();
        var seen = Assert.Single(await _life.TermApprovals().ListAsync(Cancel));
        Assert.Equal((row.Record, true), (seen.Record, row.Years.SequenceEqual(seen.Years)));
    }

    [Fact]
    public async Task With_the_office_what_was_proposed_for_it_falls_away()
    {
        await ProposeAsync();
        await _life.Terms().ProposeRenewalsAsync([Choice(_life.Supervisor("龙拟秋", _life.Today.AddDays(20), "ZZ-2023-0002"))], Cancel);
        _life.Office.Change(db => db.Appointments.Single(t => t.Person == _person).Adjust(_life.Today, "名额调整", _life.Today));

        await _life.SettleAsync();

        Assert.Equal("龙拟秋", Assert.Single(await _life.TermApprovals().ListAsync(Cancel)).Name);
    }

    [Fact]
    public async Task Approved_it_is_a_further_term_that_begins_the_day_after_with_a_letter_and_the_same_card()
    {
        await ProposeAsync();
        var proposal = Assert.Single(await _life.TermApprovals().ListAsync(Cancel));
        Assert.Equal((TermProposalKind.Renewal, true, null), (proposal.Kind, proposal.CanDecide, proposal.WhyNot));

        await _life.TermApprovals().ApproveAsync(proposal.Id, proposal.Version, Cancel);

        var next = _life.TermOf(_person, 2);
        Assert.Equal((AppointmentState.Upcoming, _end.AddDays(1), _end.AddYears(3)), (next.State, next.TermStart, next.TermEnd));
        Assert.Equal(next.Id, Assert.Single(_life.Office.Read(db => db.AppointmentLetters.ToList())).Term);
        Assert.Equal((1, CardState.Active), (_life.Office.Read(db => db.Cards.Count()), _life.CardOf(_person).State));

        _life.Clock.Advance(TimeSpan.FromDays(8));
        await _life.SettleAsync();

        Assert.Equal((AppointmentState.Completed, AppointmentState.Active), (_life.TermOf(_person).State, _life.TermOf(_person, 2).State));
        Assert.Equal(CardState.Active, _life.CardOf(_person).State);
    }

    [Fact]
    public async Task On_the_last_day_it_is_in_time_and_on_the_next_too_late()
    {
        await ProposeAsync();
        var proposal = Assert.Single(await _life.TermApprovals().ListAsync(Cancel));
        _life.Clock.Advance(TimeSpan.FromDays(8));

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _life.TermApprovals().ApproveAsync(proposal.Id, proposal.Version, Cancel));

        Refused.Same(AppointmentRules.RenewedTooLate(_end), refused.Violation);
        Assert.Equal(1, _life.Office.Read(db => db.Appointments.Count()));

        var inTime = _life.Supervisor("成示舫", _life.Today, "ZZ-2023-0003");
        await ProposeAsync(inTime);
        proposal = Assert.Single(await _life.TermApprovals().ListAsync(Cancel), p => p.Person == inTime);
        await _life.TermApprovals().ApproveAsync(proposal.Id, proposal.Version, Cancel);
        Assert.Equal(_life.Today.AddDays(1), _life.TermOf(inTime, 2).TermStart);
    }

    [Fact]
    public async Task A_term_that_has_not_begun_is_not_renewed_once_more()
    {
        await ProposeAsync();
        var proposal = Assert.Single(await _life.TermApprovals().ListAsync(Cancel));
        await _life.TermApprovals().ApproveAsync(proposal.Id, proposal.Version, Cancel);

        Refused.Same(AppointmentRules.WrongState(AppointmentState.Upcoming), _life.TermOf(_person, 2).WhyNotRenew(_life.Today, null, AgeCountRule.OnBirthday, 90, recordClear: true));
    }

    [Fact]
    public async Task Article_18_whoever_is_being_dismissed_is_not_renewed_meanwhile()
    {
        await ProposeAsync();
        var proposal = Assert.Single(await _life.TermApprovals().ListAsync(Cancel));
        await _life.Dismissals().DraftAsync(_person, new DismissalForm { Ground = DismissalGround.WorkOrHealth, Facts = "因病", DeclaredOn = _life.Today }, Cancel);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _life.TermApprovals().ApproveAsync(proposal.Id, proposal.Version, Cancel));

        Refused.Same(AppointmentRules.CaseOpen(), refused.Violation);
        Assert.Equal(1, _life.Office.Read(db => db.Appointments.Count()));
    }

    [Fact]
    public async Task Article_18_the_round_says_who_is_being_dismissed_and_their_renewal_is_not_proposed()
    {
        await _life.Dismissals().DraftAsync(_person, new DismissalForm { Ground = DismissalGround.WorkOrHealth, Facts = "因病", DeclaredOn = _life.Today }, Cancel);

        Refused.Same(AppointmentRules.CaseOpen(), Assert.Single(await _life.Terms().EndingAsync(90, Cancel)).WhyNotRenew);
        Refused.Same(AppointmentRules.CaseOpen(), Assert.Single(await _life.Terms().ProposeRenewalsAsync([Choice(_person)], Cancel)).WhyNot);
        // Whoever does not know of dismissals does not learn of one here.
        await using var db = _life.Office.Db.CreateDbContext();
        Assert.Null(Assert.Single(await db.EndingAsync(90, new OfficeSettings(), knowsDismissals: false, _life.Today, Cancel)).WhyNotRenew);
    }

    [Fact]
    public async Task Long_before_its_end_a_term_is_not_renewed_however_far_the_round_looks()
    {
        var early = _life.Supervisor("龙拟秋", _life.Today.AddDays(91), "ZZ-2023-0002");

        var row = (await _life.Terms().EndingAsync(1096, Cancel)).Single(t => t.Person == early);
        Refused.Same(AppointmentRules.RenewedTooEarly(_life.Today.AddDays(91), _life.Today.AddDays(1)), row.WhyNotRenew);
        Refused.Same(row.WhyNotRenew!, Assert.Single(await _life.Terms().ProposeRenewalsAsync([Choice(early)], Cancel)).WhyNot);
        _life.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(Assert.Single(await _life.Terms().ProposeRenewalsAsync([Choice(early)], Cancel)).WhyNot);
    }

    [Fact]
    public async Task Article_5_5_a_record_found_clear_too_long_ago_is_looked_into_again_before_the_decision()
    {
        var person = _life.Supervisor("龙拟秋", _life.Today.AddDays(60), "ZZ-2023-0002");
        var checkedOn = _life.Today;
        await ProposeAsync(person);
        _life.Clock.Advance(TimeSpan.FromDays(31));
        var proposal = Assert.Single(await _life.TermApprovals().ListAsync(Cancel));

        var stale = await Assert.ThrowsAsync<RuleViolationException>(() => _life.TermApprovals().ApproveAsync(proposal.Id, proposal.Version, Cancel));

        Refused.Same(AppointmentRules.RecordCheckedTooLongAgo(checkedOn), stale.Violation);
        await _life.Terms().WithdrawAsync(proposal.Id, proposal.Version, Cancel);
        await ProposeAsync(person);
        proposal = Assert.Single(await _life.TermApprovals().ListAsync(Cancel));
        _life.Clock.Advance(TimeSpan.FromDays(29));
        await _life.TermApprovals().ApproveAsync(proposal.Id, proposal.Version, Cancel);
        Assert.Equal(2, _life.Office.Read(db => db.Appointments.Count(t => t.Person == person)));
    }

    [Fact]
    public async Task Each_is_one_act_and_what_is_refused_for_one_does_not_hold_up_the_others()
    {
        var over = _life.Office.Supervisor("胡拟棠", from: _life.Today.AddYears(-3), until: _life.Today.AddDays(-1), card: "ZZ-2023-0004");
        var results = await _life.Terms().ProposeRenewalsAsync([Choice(over), Choice(_person), Choice(_person)], Cancel);

        Refused.Same(AppointmentRules.RenewedTooLate(_life.Today.AddDays(-1)), results[0].WhyNot);
        Assert.Null(results[1].WhyNot);
        Refused.Same(AppointmentRules.ProposalOpen(), results[2].WhyNot);
        Assert.Single(await _life.TermApprovals().ListAsync(Cancel));
    }

    [Fact]
    public async Task Without_a_clear_record_or_a_reason_nobody_is_proposed()
    {
        var unclear = await _life.Terms().ProposeRenewalsAsync([Choice(_person) with { RecordClear = false }], Cancel);
        var unreasoned = await _life.Terms().ProposeRenewalsAsync([Choice(_person) with { Reason = " " }], Cancel);

        Refused.Same(AppointmentRules.RecordNotClear(), unclear[0].WhyNot);
        Refused.Same(AppointmentRules.ReasonMissing(), unreasoned[0].WhyNot);
    }

    [Fact]
    public async Task What_leadership_refuses_is_shown_with_its_reason_and_may_be_proposed_again()
    {
        await ProposeAsync();
        var proposal = Assert.Single(await _life.TermApprovals().ListAsync(Cancel));
        await _life.TermApprovals().RefuseAsync(proposal.Id, proposal.Version, "再考虑", Cancel);

        var row = Assert.Single(await _life.Terms().EndingAsync(90, Cancel));
        Assert.Equal((TermProposalState.Refused, "再考虑"), (row.Proposal!.State, row.Proposal.DecisionReason));
        await ProposeAsync();
        Assert.Single(await _life.TermApprovals().ListAsync(Cancel));
        row = Assert.Single(await _life.Terms().EndingAsync(90, Cancel));
        Assert.Equal(TermProposalState.Proposed, row.Proposal!.State);
    }

    [Fact]
    public async Task Who_looked_at_an_older_state_is_told_and_nothing_is_done()
    {
        await ProposeAsync();
        var proposal = Assert.Single(await _life.TermApprovals().ListAsync(Cancel));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => _life.TermApprovals().ApproveAsync(proposal.Id, proposal.Version + 1, Cancel));
        Assert.Equal(1, _life.Office.Read(db => db.Appointments.Count()));
    }

    [Fact]
    public async Task Where_the_office_asks_for_no_approval_the_clerk_renews_at_once()
    {
        _life.Approvals(needed: false);
        await ProposeAsync();

        Assert.Empty(await _life.TermApprovals().ListAsync(Cancel));
        Assert.Equal(AppointmentState.Upcoming, _life.TermOf(_person, 2).State);
    }

    [Fact]
    public async Task Leadership_may_not_propose_and_a_clerk_may_not_approve()
    {
        await Assert.ThrowsAsync<AccessDeniedException>(() => _life.Terms(_life.Leader).ProposeRenewalsAsync([Choice(_person)], Cancel));
        await ProposeAsync();
        var proposal = Assert.Single(await _life.TermApprovals(_life.Clerk).ListAsync(Cancel));
        Assert.False(proposal.CanDecide);
        await Assert.ThrowsAsync<AccessDeniedException>(() => _life.TermApprovals(_life.Clerk).ApproveAsync(proposal.Id, proposal.Version, Cancel));
    }

    [Fact]
    public async Task Not_renewed_it_ends_by_itself_once_however_late_it_is_written_down()
    {
        _life.Clock.Advance(TimeSpan.FromDays(11));
        await _life.SettleAsync();
        await _life.SettleAsync();

        Assert.Equal(AppointmentState.AutoEnded, _life.TermOf(_person).State);
        Assert.Equal(CardState.ReturnPending, _life.CardOf(_person).State);
    }

    [Fact]
    public async Task Leaving_in_mid_term_is_proposed_and_takes_the_renewal_with_it()
    {
        // Whatever language leadership reads, the record speaks the office's.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        await ProposeAsync();
        var renewal = Assert.Single(await _life.TermApprovals().ListAsync(Cancel));
        await _life.TermApprovals().ApproveAsync(renewal.Id, renewal.Version, Cancel);
        await _life.Terms().ProposeAdjustmentAsync(_person, _life.Today, "名额调整", Cancel);
        var adjustment = Assert.Single(await _life.TermApprovals().ListAsync(Cancel));
        await _life.TermApprovals().ApproveAsync(adjustment.Id, adjustment.Version, Cancel);

        Assert.Equal(AppointmentState.Adjusted, _life.TermOf(_person).State);
        Assert.False(_life.TermOf(_person).IsInOffice(_life.Today));
        Assert.False(_life.TermOf(_person, 2).IsInOffice(_end.AddDays(1)));
        // What was handed over for the term that never begins comes back at once, and its document is void.
        var letter = _life.Office.Read(db => db.AppointmentLetters.Single(l => l.Term == _life.TermOf(_person, 2).Id));
        Assert.Equal(CertificateState.ReturnPending, letter.State);
        var document = _life.Office.Read(db => db.IssuedDocuments.Single(d => d.About == letter.Id.Value));
        Assert.Equal((_life.Today, "任期提前结束，续聘不再生效"), (document.VoidedOn!.Value, document.VoidReason));
        Assert.Equal(CardState.ReturnPending, _life.CardOf(_person).State);
    }

    [Fact]
    public async Task A_change_of_group_keeps_what_was_before()
    {
        await _life.Terms().ChangeGroupAsync(_person, SourceCategory.IndustryAssociation, "转任协会", Cancel);

        var term = _life.TermOf(_person);
        Assert.Equal((SourceCategory.PublicRepresentative, SourceCategory.IndustryAssociation), (term.GroupOn(_life.Today.AddDays(-1)), term.Group));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Article_10_a_renewal_begins_in_the_group_that_the_supervisor_was_put_into_meanwhile(bool isGranted)
    {
        await ProposeAsync();
        if (!isGranted)
        {
            await _life.Terms().ChangeGroupAsync(_person, SourceCategory.IndustryAssociation, "转任协会", Cancel);
        }

        var proposal = Assert.Single(await _life.TermApprovals().ListAsync(Cancel));
        await _life.TermApprovals().ApproveAsync(proposal.Id, proposal.Version, Cancel);
        if (isGranted)
        {
            await _life.Terms().ChangeGroupAsync(_person, SourceCategory.IndustryAssociation, "转任协会", Cancel);
        }

        Assert.Equal(SourceCategory.IndustryAssociation, _life.TermOf(_person, 2).Group);
    }

    [Fact]
    public async Task Article_10_the_group_is_changed_although_nobody_has_written_down_that_the_term_began()
    {
        await ProposeAsync();
        var proposal = Assert.Single(await _life.TermApprovals().ListAsync(Cancel));
        await _life.TermApprovals().ApproveAsync(proposal.Id, proposal.Version, Cancel);
        _life.Clock.Advance(TimeSpan.FromDays(11));

        await _life.Terms().ChangeGroupAsync(_person, SourceCategory.IndustryAssociation, "转任协会", Cancel);

        Assert.Equal((AppointmentState.Upcoming, SourceCategory.IndustryAssociation), (_life.TermOf(_person, 2).State, _life.TermOf(_person, 2).Group));
    }

    private RenewalChoice Choice(PersonId person) => new(_life.TermOf(person).Id, Renew: true, SourceCategory.PublicRepresentative, "履职良好", RecordClear: true);

    private async Task ProposeAsync(PersonId? person = null)
    {
        var result = Assert.Single(await _life.Terms().ProposeRenewalsAsync([Choice(person ?? _person)], Cancel));
        Assert.Null(result.WhyNot);
    }
}
