using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Domain.Accounts;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;
using Portal.Features.Recruitment;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Recruitment;

public sealed class AppointingServiceTests : IDisposable
{
    private static readonly DateOnly s_after = SmallOffice.Today.AddDays(8);

    private readonly Selection _selection = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AppointingService Clerk => _selection.As<AppointingService>(_selection.Clerk);

    private RecruitmentApprovalService Leader => _selection.As<RecruitmentApprovalService>(_selection.Leader);

    public void Dispose() => _selection.Dispose();

    private async Task<ApplicationFile> FileAsync(RecruitmentApplicationId id) => (await _selection.As<ApplicationService>(_selection.Clerk).GetAsync(id, Cancel))!;

    [Fact]
    public async Task Person_term_letter_and_card_come_into_being_in_one_act()
    {
        var id = await _selection.NoticedAsync();
        await _selection.RecheckAsync(id);
        await Clerk.ProposeAsync(id, _selection.Version(id), s_after, "工作需要", Cancel);
        var proposal = Assert.Single((await Leader.ListAsync(Cancel)).Appointments);

        await Leader.ApproveAppointmentAsync(proposal.Id, proposal.Version, Cancel);

        var application = _selection.Stored(id);
        Assert.Equal(ApplicationState.Appointed, application.State);
        _selection.Office.Read(db =>
        {
            var person = db.People.Single(p => p.Id == application.Person);
            Assert.Equal(("欧示诺", Selection.Ou, "示例学校"), (person.FullName, person.IdNumber!.Value.Value, person.WorkUnit));
            var term = db.Appointments.Single(t => t.Person == person.Id);
            Assert.Equal((1, s_after, s_after.AddYears(3).AddDays(-1), AppointmentState.Active), (term.Sequence, term.TermStart, term.TermEnd, term.State));
            var letter = db.AppointmentLetters.Single(l => l.Person == person.Id);
            var card = db.Cards.Single(c => c.Person == person.Id);
            Assert.Equal(("PS-2026-0001", term.Id), (letter.Number, letter.Term));
            Assert.Equal(("ZZ-2026-0001", CardState.Active), (card.Number, card.State));
            Assert.Equal((TermProposalState.Approved, (AppointmentId?)term.Id), db.TermProposals.Select(p => new { p.State, p.Granted }).AsEnumerable().Select(p => (p.State, p.Granted)).Single());
            return true;
        });
    }

    [Fact]
    public async Task The_account_comes_with_the_appointment_and_its_link_is_shown_to_the_section()
    {
        var id = await _selection.NoticedAsync();
        await _selection.RecheckAsync(id);
        Assert.Null(await Clerk.ProposeAsync(id, _selection.Version(id), s_after, "工作需要", Cancel));
        var proposal = Assert.Single((await Leader.ListAsync(Cancel)).Appointments);
        await Leader.ApproveAppointmentAsync(proposal.Id, proposal.Version, Cancel);
        Assert.Equal(new AppointedAccount(IsBound: false, InvitedUntil: null, MayInvite: true), (await FileAsync(id)).Account);

        var first = await Clerk.InviteAsync(id, Cancel);
        var second = await Clerk.InviteAsync(id, Cancel);

        Assert.NotEqual(first.Secret, second.Secret);
        Assert.Equal(("欧示诺", second.ExpiresAt), (second.Name, (await FileAsync(id)).Account!.InvitedUntil));
        _selection.Office.Read(db =>
        {
            Assert.Equal(Secret.HashOf(second.Secret), db.Invitations.Single(i => i.WithdrawnAt == null).SecretHash);
            Assert.Equal(PortalRole.Supervisor, db.Accounts.Single(a => a.Id == second.Account).Role);
            return true;
        });
        _selection.Office.Change(db => db.Accounts.Single(a => a.Id == second.Account).Bind("https://id", "ou"));
        var bound = await Assert.ThrowsAsync<RuleViolationException>(() => Clerk.InviteAsync(id, Cancel));
        Assert.Equal(AccountRules.HasAccount(), bound.Violation);
        await Assert.ThrowsAsync<AccessDeniedException>(() => _selection.As<AppointingService>(_selection.Leader).InviteAsync(id, Cancel));
    }

    [Fact]
    public async Task Where_no_approval_is_asked_for_the_link_is_made_in_the_appointing_act()
    {
        _selection.Office.Change(db => db.Settings.Add(new SettingRow { Key = "ApproveAppointments", Value = "False", ChangedAt = _selection.Office.Clock.GetUtcNow() }));
        var id = await _selection.NoticedAsync();
        await _selection.RecheckAsync(id);

        var link = await Clerk.ProposeAsync(id, _selection.Version(id), s_after, "工作需要", Cancel);

        Assert.Equal("欧示诺", link!.Name);
        Assert.Equal(ApplicationState.Appointed, _selection.Stored(id).State);
        Assert.Equal(Secret.HashOf(link.Secret), _selection.Office.Read(db => db.Invitations.Single().SecretHash));
    }

    [Fact]
    public async Task Nobody_is_appointed_before_the_notice_has_passed_and_the_record_was_found_clear_anew()
    {
        var early = await _selection.PassedAsync(Selection.OtherOu, "欧例驳");
        var tooEarly = await Assert.ThrowsAsync<RuleViolationException>(() => Clerk.ProposeAsync(early, _selection.Version(early), SmallOffice.Today, "需要", Cancel));
        Assert.Equal(RecruitmentRules.NoticeNotPassed(ApplicationState.ReviewPassed).Code, tooEarly.Violation.Code);

        var id = await _selection.NoticedAsync();

        var file = await _selection.As<ApplicationService>(_selection.Clerk).GetAsync(id, Cancel);
        Assert.Equal("Recruitment_RecheckMissing", file!.Acts.Single(a => a.Act == ApplicationAct.ProposeAppointment).WhyNot?.Code);
        await _selection.RecheckAsync(id);
        var past = await Assert.ThrowsAsync<RuleViolationException>(() => Clerk.ProposeAsync(id, _selection.Version(id), s_after.AddDays(-1), "需要", Cancel));
        Assert.Equal(RecruitmentRules.StartPassed(s_after.AddDays(-1)).Code, past.Violation.Code);
    }

    [Fact]
    public async Task A_late_objection_locks_the_appointment_until_it_is_decided()
    {
        var id = await _selection.NoticedAsync();
        await _selection.RecheckAsync(id);
        await Clerk.ProposeAsync(id, _selection.Version(id), s_after, "工作需要", Cancel);
        var proposal = Assert.Single((await Leader.ListAsync(Cancel)).Appointments);
        await _selection.ObjectedAsync(_selection.Office.Read(db => db.Notices.Select(n => n.Id).Single()), id);

        var locked = await Assert.ThrowsAsync<RuleViolationException>(() => Leader.ApproveAppointmentAsync(proposal.Id, proposal.Version, Cancel));

        Assert.Equal(RecruitmentRules.ObjectionsOpen(), locked.Violation);
        Assert.Empty(_selection.Office.Read(db => db.Appointments.ToList()));
    }

    [Fact]
    public async Task A_late_objection_that_is_upheld_ends_the_way_to_office_with_the_proposal_that_waited()
    {
        var id = await _selection.NoticedAsync();
        await _selection.RecheckAsync(id);
        await Clerk.ProposeAsync(id, _selection.Version(id), s_after, "工作需要", Cancel);
        var objection = await _selection.ObjectedAsync(_selection.Office.Read(db => db.Notices.Select(n => n.Id).Single()), id);
        var objections = _selection.As<ObjectionService>(_selection.Clerk);
        await objections.AcceptAsync(objection, _selection.Version(objection), Cancel);
        await objections.ProposeUpholdAsync(objection, _selection.Version(objection), "核查属实", Cancel);

        await Leader.UpholdAsync(objection, _selection.Version(objection), Cancel);

        Assert.Equal(ApplicationState.NoticeFailed, _selection.Stored(id).State);
        Assert.Empty((await Leader.ListAsync(Cancel)).Appointments);
        Assert.Equal(TermProposalState.Withdrawn, _selection.Office.Read(db => db.TermProposals.Single().State));
        // What was said of the notice names nobody who passed any more, and only what came in time as objected.
        var results = _selection.Office.Read(db => db.IssuedDocuments.Where(d => d.Kind == DocumentKind.NoticeResult).OrderBy(d => d.Sequence).ToList());
        Assert.Equal([true, false], results.Select(d => d.IsVoid));
        Assert.Contains("收到异议 0 件", results[1].Text, StringComparison.Ordinal);
        Assert.Contains("的 0 名：无。", results[1].Text, StringComparison.Ordinal);
        // The batch can end now: nobody in it is unsettled.
        Assert.Equal(0, _selection.Office.Read(db => db.Applications.Count(a => a.State == ApplicationState.NoticePassed)));
    }

    [Fact]
    public async Task A_record_that_turns_up_after_the_notice_ends_the_application_too()
    {
        var id = await _selection.NoticedAsync();
        var clerk = _selection.As<ApplicationService>(_selection.Clerk);
        await clerk.CheckAsync(id, _selection.Version(id), EligibilityCondition.NoCriminalRecord, ConditionResult.NotMet, "复查", "判决", Cancel);
        Assert.Null((await FileAsync(id)).Acts.Single(a => a.Act == ApplicationAct.Reject).WhyNot);

        await clerk.RejectAsync(id, _selection.Version(id), EligibilityCondition.NoCriminalRecord, "查有判决", Cancel);

        Assert.Equal(ApplicationState.ReviewRejected, _selection.Stored(id).State);
    }

    [Fact]
    public async Task Article_5_a_check_that_grew_old_while_it_waited_is_made_again_before_the_decision()
    {
        var id = await _selection.NoticedAsync();
        await _selection.RecheckAsync(id);
        await Clerk.ProposeAsync(id, _selection.Version(id), s_after, "工作需要", Cancel);
        var proposal = Assert.Single((await Leader.ListAsync(Cancel)).Appointments);
        _selection.Office.Clock.Advance(TimeSpan.FromDays(31));

        var old = await Assert.ThrowsAsync<RuleViolationException>(() => Leader.ApproveAppointmentAsync(proposal.Id, proposal.Version, Cancel));

        Assert.Equal("Recruitment_RecheckMissing", old.Violation.Code);
        await _selection.RecheckAsync(id);
        await Leader.ApproveAppointmentAsync(proposal.Id, proposal.Version, Cancel);
        Assert.Equal(ApplicationState.Appointed, _selection.Stored(id).State);
    }

    [Fact]
    public async Task A_term_does_not_begin_in_a_distant_future()
    {
        var id = await _selection.NoticedAsync();
        await _selection.RecheckAsync(id);

        var far = await Assert.ThrowsAsync<RuleViolationException>(() => Clerk.ProposeAsync(id, _selection.Version(id), s_after.AddDays(61), "工作需要", Cancel));

        Assert.Equal(RecruitmentRules.StartTooFarAhead(s_after.AddDays(61), s_after.AddDays(60)).Code, far.Violation.Code);
        await Clerk.ProposeAsync(id, _selection.Version(id), s_after.AddDays(60), "工作需要", Cancel);
    }

    [Fact]
    public async Task Who_served_before_stays_one_person_and_the_term_counts_on()
    {
        var known = Person.Citizen(PersonId.New(), "欧示诺", IdentityNumber.FromStore(Selection.Ou), null, null, "旧单位");
        _selection.Office.Change(db =>
        {
            db.Add(known);
            db.Add(Appointment.FromRegister(
                AppointmentId.New(), known.Id, 1, SourceCategory.PublicRepresentative, RecruitmentChannel.OpenRecruitment, new DateOnly(2023, 5, 8), new DateOnly(2026, 5, 7), AppointmentState.AutoEnded, null, null, null, []));
        });
        var id = await _selection.NoticedAsync();
        await _selection.RecheckAsync(id);
        await Clerk.ProposeAsync(id, _selection.Version(id), s_after, "工作需要", Cancel);
        var proposal = Assert.Single((await Leader.ListAsync(Cancel)).Appointments);

        await Leader.ApproveAppointmentAsync(proposal.Id, proposal.Version, Cancel);

        Assert.Equal(known.Id, _selection.Stored(id).Person);
        Assert.Equal([1, 2], _selection.Office.Read(db => db.Appointments.Where(t => t.Person == known.Id).Select(t => t.Sequence).Order().ToList()));
        Assert.Equal("示例学校", _selection.Office.Read(db => db.People.Single(p => p.Id == known.Id).WorkUnit));
    }

    [Fact]
    public async Task A_decision_that_comes_late_begins_the_term_on_its_own_day()
    {
        var id = await _selection.NoticedAsync();
        await _selection.RecheckAsync(id);
        await Clerk.ProposeAsync(id, _selection.Version(id), s_after, "工作需要", Cancel);
        var proposal = Assert.Single((await Leader.ListAsync(Cancel)).Appointments);
        _selection.Office.Clock.Advance(TimeSpan.FromDays(3));

        await Leader.ApproveAppointmentAsync(proposal.Id, proposal.Version, Cancel);

        Assert.Equal(s_after.AddDays(3), _selection.Office.Read(db => db.Appointments.Single().TermStart));
    }

    [Fact]
    public async Task Where_no_approval_is_asked_for_the_section_appoints_and_a_proposal_can_be_taken_back_or_refused()
    {
        var id = await _selection.NoticedAsync();
        await _selection.RecheckAsync(id);
        await Clerk.ProposeAsync(id, _selection.Version(id), s_after, "工作需要", Cancel);
        var first = Assert.Single((await Leader.ListAsync(Cancel)).Appointments);
        await Clerk.WithdrawAsync(first.Id, first.Version, Cancel);
        await Clerk.ProposeAsync(id, _selection.Version(id), s_after, "工作需要", Cancel);
        var second = Assert.Single((await Leader.ListAsync(Cancel)).Appointments);
        await Leader.RefuseAppointmentAsync(second.Id, second.Version, "名额已满", Cancel);
        Assert.Equal(ApplicationState.NoticePassed, _selection.Stored(id).State);

        _selection.Office.Change(db => db.Add(new SettingRow { Key = nameof(OfficeSettings.ApproveAppointments), Value = bool.FalseString, ChangedAt = _selection.Office.Clock.GetUtcNow() }));
        await Clerk.ProposeAsync(id, _selection.Version(id), s_after, "工作需要", Cancel);

        Assert.Equal(ApplicationState.Appointed, _selection.Stored(id).State);
    }

    [Fact]
    public async Task Of_two_proposals_for_the_same_person_only_one_is_kept()
    {
        var id = await _selection.NoticedAsync();
        await _selection.RecheckAsync(id);
        await Clerk.ProposeAsync(id, _selection.Version(id), s_after, "工作需要", Cancel);

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => Clerk.ProposeAsync(id, _selection.Version(id), s_after, "再次", Cancel));
    }
}
