using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Alerts;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Features.Dashboards.Corps;
using Portal.Features.Letters;
using Portal.Tests.Features.Terms;

namespace Portal.Tests.Features.Dashboards.Corps;

/// <summary>The corps on the dashboards: composition, ending terms, and what is announced (domain.md A5).</summary>
public sealed class CorpsSnapshotTests : IDisposable
{
    private readonly OfficeLife _life = new();

    private DateOnly Today => _life.Today;

    public void Dispose() => _life.Dispose();

    [Fact]
    public async Task Terms_that_end_are_announced_at_their_marks_and_counted_by_month_until_they_are_renewed()
    {
        _life.Supervisor("旷样田", Today.AddDays(5), "ZZ-2023-0001");
        _life.Supervisor("龙拟秋", Today.AddDays(80), "ZZ-2023-0002");
        _life.Supervisor("易样禾", Today.AddDays(400), "ZZ-2023-0003");
        var renewed = _life.Supervisor("彭示之", Today.AddDays(6), "ZZ-2023-0004");
        _life.Office.Term(renewed, 2, Today.AddDays(7), Today.AddDays(7).AddYears(3).AddDays(-1), SourceCategory.PublicRepresentative, state: AppointmentState.Upcoming);

        var corps = await CountAsync();

        Assert.Equal([("旷样田", 7), ("龙拟秋", 90)], Of(corps, AlertKind.TermEnding).Select(a => (a.Name, a.Mark!.Value)));
        Assert.Equal(new DateOnly(Today.Year, Today.Month, 1), corps.Ends[0].Month);
        Assert.Equal((1, 2), (corps.Ends[0].Terms, corps.Ends.Sum(m => m.Terms)));
        Assert.Equal(12, corps.Ends.Count);
        Assert.Equal(Of(corps, AlertKind.TermEnding), corps.ForLeadership.First.Where(a => a.Kind == AlertKind.TermEnding));
    }

    [Fact]
    public async Task The_composition_counts_who_is_in_office_and_a_group_without_members_is_announced()
    {
        _life.Office.Supervisor("旷样田", SourceCategory.GrassrootsWorker);
        _life.Office.Supervisor("龙拟秋", SourceCategory.GrassrootsWorker, district: District.Youxian);
        _life.Supervisor("前任", Today.AddDays(-3), "ZZ-2023-0001");

        var corps = await CountAsync();

        Assert.Equal(2, corps.Composition.Groups.Sum(s => s.Count));
        Assert.Equal(2, corps.Composition.Ages.Single(s => s.Of == AgeBand.From35).Count);
        Assert.Equal(1, corps.Composition.Districts.Single(s => s.Of == District.Youxian).Count);
        Assert.Equal(
            [SourceCategory.EnterpriseInstitutionStaff, SourceCategory.IndustryAssociation, SourceCategory.PublicRepresentative],
            Of(corps, AlertKind.GroupEmpty).Select(a => a.Group!.Value));
    }

    [Fact]
    public async Task Certificates_that_do_not_come_back_and_cards_that_are_not_replaced_are_announced()
    {
        var left = _life.Supervisor("旷样田", Today.AddDays(-20), "ZZ-2023-0001");
        await _life.SettleAsync();
        var robbed = _life.Supervisor("龙拟秋", Today.AddDays(400), "ZZ-2023-0002");
        await _life.Cards().ReportLostAsync(_life.CardOf(robbed).Id, _life.CardOf(robbed).Version, Today, OfficeLife.Cancel);
        Assert.Equal([("旷样田", 20)], Of(await CountAsync(), AlertKind.CertificateOutstanding).Select(a => (a.Name, a.Mark!.Value)));
        Assert.Empty(Of(await CountAsync(), AlertKind.CardNotReissued));

        _life.Clock.Advance(TimeSpan.FromDays(16));

        var corps = await CountAsync();
        Assert.Equal([("龙拟秋", 16)], Of(corps, AlertKind.CardNotReissued).Select(a => (a.Name, a.Mark!.Value)));
        // The card, and the letter that the office handed out before the portal.
        Assert.Equal(2, corps.Figures.Certificates);
        var card = _life.CardOf(left);
        await _life.Cards().ReceiveAsync(card.Id, card.Version, OfficeLife.Cancel);
        var letter = _life.Office.Read(db => db.AppointmentLetters.Single(l => l.Person == left));
        await _life.Cards().ReceiveLetterAsync(letter.Id, letter.Version, OfficeLife.Cancel);
        Assert.Empty(Of(await CountAsync(), AlertKind.CertificateOutstanding));
    }

    [Fact]
    public async Task A_letter_of_introduction_that_did_not_come_back_is_announced_from_the_day_after_its_last()
    {
        var bearer = _life.Supervisor("谭示安", Today.AddYears(2), "ZZ-2025-0001");
        var agency = _life.Office.Agency("AG04", "工伤保险经办机构（演示）");
        var form = new LetterForm { Agency = agency.Value, Bearers = [bearer.Value], Matter = "查阅工伤待遇支付资料", From = Today, To = Today.AddDays(2) };
        var letter = await _life.Letters().PrepareAsync(form, OfficeLife.Cancel);
        await _life.Letters().IssueAsync(letter, Version(letter), OfficeLife.Cancel);

        _life.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Empty(Of(await CountAsync(), AlertKind.LetterExpired));
        _life.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(("JS-2026-0001", 1), Assert.Single(Of(await CountAsync(), AlertKind.LetterExpired).Select(a => (a.Name, a.Mark!.Value))));

        await _life.Letters().ReturnAsync(letter, Version(letter), "未使用", OfficeLife.Cancel);
        Assert.Empty(Of(await CountAsync(), AlertKind.LetterExpired));

        int Version(IntroductionLetterId id) => _life.Office.Read(db => db.IntroductionLetters.Single(l => l.Id == id).Version);
    }

    [Fact]
    public async Task Silence_is_announced_of_the_person_where_they_were_invited_and_of_the_department_where_not()
    {
        var invited = _life.Office.Supervisor("旷样田", SourceCategory.PublicRepresentative, new DateOnly(2025, 11, 1), new DateOnly(2028, 10, 31));
        _life.Office.Invite(_life.Office.Activity("2026-01", "座谈", Today.AddDays(-90), ActivityState.Completed), invited, ParticipationState.Absent);
        _life.Office.Supervisor("龙拟秋", SourceCategory.PublicRepresentative, new DateOnly(2025, 11, 1), new DateOnly(2028, 10, 31));

        var corps = await CountAsync();

        Assert.Equal(("旷样田", 12), Assert.Single(Of(corps, AlertKind.Inactive).Select(a => (a.Name, a.Mark!.Value))));
        Assert.Equal("龙拟秋", Assert.Single(Of(corps, AlertKind.NeverInvited)).Name);
        Assert.DoesNotContain(corps.ForLeadership.First, a => a.Kind == AlertKind.Inactive);
        Assert.Equal(2, corps.Figures.Silent);
    }

    [Fact]
    public async Task Two_counts_of_the_same_office_say_the_same_and_a_change_is_told()
    {
        var person = _life.Supervisor("旷样田", Today.AddDays(5), "ZZ-2023-0001");
        var first = await CountAsync();
        Assert.True(first.SaysTheSameAs(await CountAsync()));

        _life.Office.Change(db => db.People.Single(p => p.Id == person).Correct("旷样田", null, District.Lusong, null));

        Assert.False(first.SaysTheSameAs(await CountAsync()));
    }

    private static IEnumerable<AlertRow> Of(CorpsSnapshot corps, AlertKind kind) => corps.ForSection.First.Where(a => a.Kind == kind);

    private Task<CorpsSnapshot> CountAsync() => new CorpsSnapshotQuery(_life.Office.Db, new OfficeFacts(_life.Office.Db), _life.Clock).TakeAsync(OfficeLife.Cancel);
}
