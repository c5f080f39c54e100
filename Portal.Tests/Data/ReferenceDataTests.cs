using Portal.Data.Documents;
using Portal.Data.Seeding;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>What is put in at every start: once, and the words of documents anew when the portal words them otherwise.</summary>
public sealed class ReferenceDataTests : IDisposable
{
    private readonly SmallOffice _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task A_second_start_finds_nothing_to_put_in()
    {
        var before = _office.Read(db => (db.DocumentTemplates.Count(), db.CalendarDays.Count(), db.Groups.Count()));

        await StartAsync();

        Assert.Equal(before, _office.Read(db => (db.DocumentTemplates.Count(), db.CalendarDays.Count(), db.Groups.Count())));
    }

    [Fact]
    public async Task Words_of_an_earlier_day_are_followed_by_todays_and_the_offices_own_stay_while_they_say_what_they_must()
    {
        var clerk = PersonId.New();
        var card = OfficialWords.FirstTemplate(DocumentKind.AppointmentLetter);
        _office.Change(db =>
        {
            // As the portal worded them once: one bearer for all, and the last day alone.
            db.Entry(db.DocumentTemplates.Single(t => t.Kind == DocumentKind.IntroductionLetter)).Property(t => t.Body).CurrentValue = "兹介绍{Name}（证号{CardNumber}）等{CountInWords}人。";
            db.Entry(db.DocumentTemplates.Single(t => t.Kind == DocumentKind.EndOfTermNotice)).Property(t => t.Title).CurrentValue = "告知书";
            db.DocumentTemplates.Add(card.Revise("聘请书", card.Body, null, clerk, SmallOffice.Today));
        });

        await StartAsync();

        Assert.Equal((2, OfficialWords.FirstTemplate(DocumentKind.IntroductionLetter).Body, null), Latest(DocumentKind.IntroductionLetter));
        Assert.Equal(2, Latest(DocumentKind.EndOfTermNotice).Edition);
        Assert.Equal((2, card.Body, clerk), Latest(DocumentKind.AppointmentLetter));
        Assert.Equal(1, Latest(DocumentKind.PublicNotice).Edition);
    }

    [Fact]
    public async Task The_offices_own_words_that_leave_out_what_a_letter_must_say_by_now_are_followed_by_the_portals()
    {
        var first = _office.Read(db => db.DocumentTemplates.Single(t => t.Kind == DocumentKind.IntroductionLetter));
        var own = first.Revise("介绍信", $"{first.Body}\n此致", first.Stub, PersonId.New(), SmallOffice.Today);
        _office.Change(db =>
        {
            db.DocumentTemplates.Add(own);
            db.Entry(own).Property(t => t.Stub).CurrentValue = "持信人：{Bearers}，{Unit}，{Matter}，有效期至{ValidTo}，{Approver}";
        });

        await StartAsync();

        Assert.Equal((3, first.Body, null), Latest(DocumentKind.IntroductionLetter));
    }

    private (int Edition, string Body, PersonId? By) Latest(DocumentKind kind) => _office.Read(db =>
        db.DocumentTemplates.Where(t => t.Kind == kind).OrderByDescending(t => t.Edition).AsEnumerable().Select(t => (t.Edition, t.Body, t.ChangedBy)).First());

    private Task StartAsync() => _office.Db.Work.WriteAsync(db => ReferenceData.EnsureAsync(db, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
}
