using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Retention;
using Portal.Evidence;

namespace Portal.Tests.Security.Retention;

/// <summary>Each class of the schedule: due on the day after its period and not before, never while held, and gone then. security.md §2.3-7.</summary>
public sealed class RetentionClassTests : IDisposable
{
    // Counted by hand from 23 November 2026, the day the rows are made; a former supervisor's last day is the day before.
    private static readonly Dictionary<RetentionClass, string> s_lastDayKept = new()
    {
        [RetentionClass.EndedSignIns] = "2027-06-01",
        [RetentionClass.Invitations] = "2027-02-21",
        [RetentionClass.DraftsOfFormerSupervisors] = "2026-12-22",
        [RetentionClass.AbandonedDrafts] = "2027-05-22",
        [RetentionClass.RemovedEvidence] = "2026-12-23",
        [RetentionClass.ExportCounts] = "2027-02-21",
        [RetentionClass.AuditValues] = "2029-11-30",
        [RetentionClass.FormerSupervisors] = "2031-11-22",
        [RetentionClass.EndedApplications] = "2027-11-23",
        [RetentionClass.DecidedObjections] = "2027-11-23",
    };

    private readonly RetentionOffice _office = new();

    public static TheoryData<RetentionClass, int, bool> Days =>
        [.. s_lastDayKept.Keys.SelectMany(_ => new[] { (-1, false), (0, false), (1, true) }, (c, day) => (c, day.Item1, day.Item2))];

    public static TheoryData<RetentionClass> Classes => [.. s_lastDayKept.Keys];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Theory]
    [MemberData(nameof(Days))]
    public async Task What_is_kept_is_due_on_the_day_after_its_period(RetentionClass @class, int days, bool isDue)
    {
        var isGone = _office.Given(@class);
        Assert.False(isGone());
        _office.Until(LastDayKept(@class).AddDays(days));

        var line = await _office.LineAsync(@class);
        Assert.Equal((isDue, 0), (line.Count.Due > 0, line.Count.Held));
        Assert.False(isGone());
        Assert.True(await _office.Runner.RunAsync(Stop));

        Assert.Equal(isDue, isGone());
        Assert.Equal(0, (await _office.LineAsync(@class)).Count.Due);
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task What_is_held_is_counted_and_left_until_the_hold_is_lifted(RetentionClass @class)
    {
        var isGone = _office.Given(@class);
        _office.Hold(_office.Former);
        _office.Until(LastDayKept(@class).AddDays(1));

        var line = await _office.LineAsync(@class);
        Assert.True(await _office.Runner.RunAsync(Stop));

        Assert.InRange(line.Count.Held, 1, line.Count.Due);
        Assert.False(isGone());
        Assert.Equal(line.Count.Held, _office.Office.Read(db => db.RetentionRuns.Single()).Lines.Single(l => l.Class == @class).Held);

        _office.LiftAll();
        _office.Until(LastDayKept(@class).AddDays(2));
        Assert.True(await _office.Runner.RunAsync(Stop));

        Assert.True(isGone());
    }

    [Fact]
    public async Task The_last_sign_in_of_an_account_stays_since_it_says_when_it_was_last_used()
    {
        _office.Given(RetentionClass.EndedSignIns);
        _office.Until(LastDayKept(RetentionClass.EndedSignIns).AddDays(1_000));
        await _office.Runner.RunAsync(Stop);

        Assert.Single(_office.Office.Read(db => db.Sessions.ToList()));
    }

    [Fact]
    public async Task A_renewed_term_keeps_what_is_known_of_the_person()
    {
        var isGone = _office.Given(RetentionClass.FormerSupervisors);
        _office.Office.Term(_office.Former, 2, new DateOnly(2030, 1, 1), new DateOnly(2032, 12, 31));
        _office.Until(LastDayKept(RetentionClass.FormerSupervisors).AddDays(1));

        Assert.True(await _office.Runner.RunAsync(Stop));

        Assert.False(isGone());
    }

    [Fact]
    public async Task Of_a_person_long_out_of_office_the_name_the_terms_and_the_findings_are_left_and_nothing_in_the_record()
    {
        var agency = _office.Office.Agency("AG01", "示例机构");
        var finding = _office.Office.Finding("WT-2026-0001", _office.Former, agency, FindingState.Submitted);
        _office.Until(LastDayKept(RetentionClass.FormerSupervisors).AddDays(1));

        Assert.True(await _office.Runner.RunAsync(Stop));

        await using var db = _office.Db.CreateDbContext();
        var person = await db.People.SingleAsync(p => p.Id == _office.Former, Stop);
        Assert.Equal("谭示例", person.FullName);
        Assert.Null(db.Entry(person).Property<string?>(ProtectedColumns.IdNumberHash).CurrentValue);
        Assert.False((await db.Accounts.SingleAsync(a => a.Person == _office.Former, Stop)).IsBound);
        Assert.Equal(("WT-2026-0001", _office.Former), await db.Findings.Where(f => f.Id == finding).Select(f => new ValueTuple<string, PersonId>(f.Number, f.Author)).SingleAsync(Stop));
        Assert.Single(await db.Appointments.Where(t => t.Person == _office.Former).ToListAsync(Stop));
        Assert.False(await db.AuditKeys.AnyAsync(k => k.Subject == _office.Former.Value, Stop));
        Assert.True((await _office.Verifier.VerifyAsync(Stop)).IsWhole);
    }

    [Fact]
    public async Task With_a_person_goes_what_they_came_into_office_by_in_the_record_too_and_its_files()
    {
        var application = _office.Applied();
        _office.Add(application);
        _office.Office.Change(db =>
        {
            var appointed = db.Entry(db.Applications.AsSplitQuery().Single());
            appointed.Property(a => a.Person).CurrentValue = _office.Former;
            appointed.Property(a => a.State).CurrentValue = ApplicationState.Appointed;
        });
        _office.Add(_office.FileOf(EvidenceMatter.Application, application.Id.Value));
        Assert.True(_office.Office.Read(db => db.AuditKeys.Any(k => k.Subject == application.Id.Value)));
        _office.Until(LastDayKept(RetentionClass.FormerSupervisors).AddDays(1));

        Assert.True(await _office.Runner.RunAsync(Stop));

        await using var db = _office.Db.CreateDbContext();
        var kept = await db.Applications.AsSplitQuery().SingleAsync(Stop);
        Assert.Equal(("谭示例", null, null, "", ApplicationState.Appointed), (kept.FullName, kept.IdNumber, kept.Phone, kept.Motivation, kept.State));
        Assert.Null(db.Entry(kept).Property<string?>(ProtectedColumns.IdNumberHash).CurrentValue);
        Assert.Null((await db.Evidence.SingleAsync(Stop)).WrappedKey);
        Assert.False(await db.AuditKeys.AnyAsync(k => k.Subject == application.Id.Value, Stop));
        Assert.True((await _office.Verifier.VerifyAsync(Stop)).IsWhole);
    }

    [Theory]
    [InlineData(RetentionClass.EndedApplications)]
    [InlineData(RetentionClass.DecidedObjections)]
    public async Task Nothing_in_the_record_is_left_of_an_application_or_objection_that_is_kept_no_longer(RetentionClass @class)
    {
        _office.Given(@class);
        var subject = _office.Office.Read(db => @class == RetentionClass.EndedApplications ? db.Applications.Select(a => a.Id).Single().Value : db.Objections.Single().Id.Value);
        Assert.True(_office.Office.Read(db => db.AuditKeys.Any(k => k.Subject == subject)));
        _office.Until(LastDayKept(@class).AddDays(1));

        Assert.True(await _office.Runner.RunAsync(Stop));

        Assert.False(_office.Office.Read(db => db.AuditKeys.Any(k => k.Subject == subject)));
        Assert.True((await _office.Verifier.VerifyAsync(Stop)).IsWhole);
    }

    [Fact]
    public async Task An_objection_that_waits_for_its_answer_keeps_whom_to_answer()
    {
        _office.Given(RetentionClass.DecidedObjections);
        _office.Office.Change(db => db.Entry(db.Objections.Single()).Property(o => o.RepliedOn).CurrentValue = null);
        _office.Until(LastDayKept(RetentionClass.DecidedObjections).AddDays(100));

        Assert.True(await _office.Runner.RunAsync(Stop));

        Assert.Equal("天元区某路", _office.Office.Read(db => db.Objections.Single().Contact));
    }

    [Fact]
    public async Task A_hold_on_a_person_keeps_the_record_of_the_findings_they_filed_and_what_may_be_about_anybody()
    {
        var finding = _office.Office.Finding("WT-2026-0001", _office.Former, _office.Office.Agency("AG01", "示例机构"));
        _office.Hold(_office.Former);
        _office.Until(LastDayKept(RetentionClass.AuditValues).AddDays(1));

        Assert.True(await _office.Runner.RunAsync(Stop));

        var left = _office.Office.Read(db => db.AuditKeys.Where(k => k.Month == 202611).Select(k => k.Subject).ToList());
        Assert.Contains(finding.Value, left);
        Assert.Contains(_office.Former.Value, left);
        Assert.DoesNotContain(_office.Clerk.Person.Value, left);
    }

    [Fact]
    public async Task Keys_from_before_there_was_one_a_month_go_with_the_first_month_that_has_one()
    {
        var old = Guid.CreateVersion7();
        _office.Add(new Portal.Audit.AuditKey { Subject = old, Month = 0, Name = null, KeyVersion = 1, Wrapped = new byte[60] });
        _office.Until(LastDayKept(RetentionClass.AuditValues));
        await _office.Runner.RunAsync(Stop);
        Assert.True(_office.Office.Read(db => db.AuditKeys.Any(k => k.Subject == old)));

        _office.Until(LastDayKept(RetentionClass.AuditValues).AddDays(1));
        await _office.Runner.RunAsync(Stop);
        Assert.False(_office.Office.Read(db => db.AuditKeys.Any(k => k.Subject == old)));
    }

    private static DateOnly LastDayKept(RetentionClass @class) => DateOnly.ParseExact(s_lastDayKept[@class], "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
