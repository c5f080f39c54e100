using Microsoft.EntityFrameworkCore;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;
using Portal.Features.Recruitment;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Recruitment;

public sealed class ApplicationServiceTests : IDisposable
{
    private readonly Selection _selection = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ApplicationService Clerk => _selection.As<ApplicationService>(_selection.Clerk);

    private ApplicationService Second => _selection.As<ApplicationService>(_selection.Second);

    public void Dispose() => _selection.Dispose();

    [Fact]
    public async Task A_recommendation_is_entered_with_its_unit_and_day_and_a_second_unit_joins_it()
    {
        var form = Selection.Form();
        form.Channel = RecruitmentChannel.UnitRecommendation;
        var without = await Assert.ThrowsAsync<RuleViolationException>(() => Clerk.EnterAsync(_selection.Batch, form, Cancel));
        Assert.Equal(RecruitmentRules.RecommendationMissing(), without.Violation);

        (form.RecommendingUnit, form.RecommendedOn) = ("示例协会", SmallOffice.Today.AddDays(-1));
        var id = await Clerk.EnterAsync(_selection.Batch, form, Cancel);
        await Clerk.RecommendAsync(id, _selection.Version(id), "示例街道", SmallOffice.Today, Cancel);

        var stored = _selection.Stored(id);
        Assert.Equal(("BM-2026-0001", ApplicationState.Submitted), (stored.Receipt, stored.State));
        Assert.Equal(["示例协会", "示例街道"], stored.Recommendations.Select(r => r.Unit).Order(StringComparer.Ordinal));
        Assert.Equal(_selection.Clerk.Person, stored.Events[0].By);
    }

    [Theory]
    [InlineData(Selection.Ou)]
    [InlineData("９９０２０４ 19860102 5521")]
    public async Task The_same_person_has_one_application_under_way_however_the_number_is_written(string number)
    {
        await _selection.EnteredAsync();

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _selection.EnteredAsync(number));

        Assert.Equal(RecruitmentRules.AppliedAlready(), refused.Violation);
    }

    [Fact]
    public async Task Who_is_in_office_need_not_apply()
    {
        InOffice(Selection.Ou, AppointmentState.Active, ended: null);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _selection.EnteredAsync());

        Assert.Equal(RecruitmentRules.InOfficeAlready(), refused.Violation);
    }

    [Fact]
    public async Task A_review_takes_two_pairs_of_eyes()
    {
        var id = await _selection.ReviewedAsync();
        await Clerk.ProposePassAsync(id, _selection.Version(id), Cancel);

        var alone = await Assert.ThrowsAsync<RuleViolationException>(() => Clerk.PassAsync(id, _selection.Version(id), Cancel));
        Assert.Equal(RecruitmentRules.SecondPairOfEyes(), alone.Violation);
        await Second.SendBackAsync(id, _selection.Version(id), "核查方式未写明", Cancel);
        await Clerk.ProposePassAsync(id, _selection.Version(id), Cancel);
        await Second.PassAsync(id, _selection.Version(id), Cancel);

        Assert.Equal(ApplicationState.ReviewPassed, _selection.Stored(id).State);
    }

    [Fact]
    public async Task Nothing_passes_while_one_condition_is_open_and_a_later_check_takes_the_place_of_the_earlier()
    {
        var id = await _selection.ReviewedAsync();
        await Clerk.CheckAsync(id, _selection.Version(id), EligibilityCondition.NotDishonestDebtor, ConditionResult.NotMet, "执行信息公开网", "列入名单", Cancel);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Clerk.ProposePassAsync(id, _selection.Version(id), Cancel));
        Assert.Equal(RecruitmentRules.NotMet(EligibilityCondition.NotDishonestDebtor).Code, refused.Violation.Code);
        await Clerk.CheckAsync(id, _selection.Version(id), EligibilityCondition.NotDishonestDebtor, ConditionResult.Met, "执行信息公开网", null, Cancel);

        var row = (await Clerk.GetAsync(id, Cancel))!.Conditions.Single(c => c.Condition == EligibilityCondition.NotDishonestDebtor);
        Assert.Equal((ConditionResult.Met, null, "示例科员", SmallOffice.Today), (row.Result, row.Note, row.Who, row.On));
        await Clerk.ProposePassAsync(id, _selection.Version(id), Cancel);
    }

    [Theory]
    [InlineData(Selection.JustOldEnough, 25, null)]
    [InlineData(Selection.TooYoung, 24, 5)]
    public async Task Ages_are_counted_on_the_closing_day(string number, int age, int? article)
    {
        var id = await _selection.ReviewedAsync(number);

        var file = await Clerk.GetAsync(id, Cancel);

        Assert.Equal(age, file!.Age);
        Assert.Equal(article, file.Acts.Single(a => a.Act == ApplicationAct.ProposePass).WhyNot?.Article.Number);
    }

    [Fact]
    public async Task What_is_returned_has_a_last_day_and_what_is_rejected_names_its_condition()
    {
        var id = await _selection.EnteredAsync();
        await Clerk.ReturnAsync(id, _selection.Version(id), "请补充工作单位", SmallOffice.Today.AddDays(7), Cancel);
        Assert.Equal(SmallOffice.Today.AddDays(7), _selection.Stored(id).SupplementBy);

        await Clerk.RejectAsync(id, _selection.Version(id), EligibilityCondition.Impartiality, "在经办机构任职", Cancel);

        var stored = _selection.Stored(id);
        Assert.Equal((ApplicationState.ReviewRejected, EligibilityCondition.Impartiality), (stored.State, stored.FailedCondition));
        Assert.Equal("在经办机构任职", stored.Events[^1].Note);
    }

    [Fact]
    public async Task Who_applied_on_paper_brings_to_the_section_what_was_asked_for_and_is_given_another_day_where_needed()
    {
        var id = await _selection.EnteredAsync();
        await Clerk.ReturnAsync(id, _selection.Version(id), "请补充工作单位", SmallOffice.Today.AddDays(7), Cancel);
        _selection.Office.Clock.Advance(TimeSpan.FromDays(8));
        var late = await Assert.ThrowsAsync<RuleViolationException>(() => Clerk.SupplementAsync(id, _selection.Version(id), "单位证明", Cancel));
        Assert.Equal(RecruitmentRules.SupplementDayPassed(SmallOffice.Today.AddDays(7)).Code, late.Violation.Code);

        await Clerk.ReturnAsync(id, _selection.Version(id), "请补充工作单位", SmallOffice.Today.AddDays(15), Cancel);
        await Clerk.SupplementAsync(id, _selection.Version(id), "单位证明一份", Cancel);

        var stored = _selection.Stored(id);
        Assert.Equal((ApplicationState.Submitted, null, "单位证明一份", _selection.Clerk.Person), (stored.State, stored.SupplementBy, stored.Events[^1].Note, stored.Events[^1].By!.Value));
    }

    [Fact]
    public async Task A_new_link_takes_the_place_of_the_one_that_was_lost()
    {
        var id = await _selection.EnteredAsync();
        var first = await Clerk.GiveLinkAsync(id, _selection.Version(id), Cancel);
        var second = await Clerk.GiveLinkAsync(id, _selection.Version(id), Cancel);

        var visitors = _selection.As<Portal.Features.Recruitment.Visitors.PublicApplications>(_selection.Clerk);
        Assert.Null(await visitors.FindAsync(first, Cancel));
        Assert.Equal(id, (await visitors.FindAsync(second, Cancel))!.Id);
        await Clerk.WithdrawAsync(id, _selection.Version(id), "本人来电", Cancel);
        var ended = await Assert.ThrowsAsync<RuleViolationException>(() => Clerk.GiveLinkAsync(id, _selection.Version(id), Cancel));
        Assert.Equal(RecruitmentRules.ApplicationWrongState(ApplicationState.Withdrawn).Code, ended.Violation.Code);
    }

    [Fact]
    public async Task The_page_knows_earlier_applications_and_how_earlier_terms_ended()
    {
        var first = await _selection.EnteredAsync();
        await Clerk.WithdrawAsync(first, _selection.Version(first), "本人来电", Cancel);
        InOffice(Selection.Ou, AppointmentState.Dismissed, ended: SmallOffice.Today.AddDays(-30));

        var again = await _selection.EnteredAsync();

        var file = await Clerk.GetAsync(again, Cancel);
        Assert.Equal([(first, ApplicationState.Withdrawn)], file!.Earlier.Select(e => (e.Id, e.State)));
        Assert.Equal([(AppointmentState.Dismissed, (DismissalGround?)DismissalGround.PersonalGainOrCardLending)], file.Terms.Select(t => (t.State, t.Ground)));
    }

    [Fact]
    public async Task Of_two_clerks_only_one_acts()
    {
        var id = await _selection.EnteredAsync();
        var seen = _selection.Version(id);
        await Clerk.StartReviewAsync(id, seen, Cancel);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Second.RejectAsync(id, seen, EligibilityCondition.Awareness, "late", Cancel));
        Assert.Equal(ApplicationState.UnderReview, _selection.Stored(id).State);
    }

    [Fact]
    public async Task A_closed_batch_takes_nothing()
    {
        _selection.Office.Clock.Advance(TimeSpan.FromDays(1));

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _selection.EnteredAsync());

        Assert.Equal("Recruitment_NotOpen", refused.Violation.Code);
    }

    private void InOffice(string number, AppointmentState state, DateOnly? ended) => _selection.Office.Change(db =>
    {
        var person = Person.Citizen(PersonId.New(), "欧示诺", IdentityNumber.FromStore(number), null, null, null);
        db.Add(person);
        db.Add(Appointment.FromRegister(
            AppointmentId.New(), person.Id, 1, SourceCategory.PublicRepresentative, RecruitmentChannel.OpenRecruitment, SmallOffice.Today.AddYears(-1), SmallOffice.Today.AddYears(1),
            state, ended, state == AppointmentState.Dismissed ? DismissalGround.PersonalGainOrCardLending : null, null, []));
    });
}
