using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Portal.Data.Evaluations;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Features.Dashboards.Leadership;
using Portal.Live;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Dashboards.Leadership;

/// <summary>A small office whose years can be counted by hand.</summary>
internal sealed class YearOffice : IDisposable
{
    private readonly PersonId _author = PersonId.New();
    private int _number;

    public YearOffice(DateOnly? today = null)
    {
        Clock = OfficeClock.At(today ?? OfficeClock.Anchor);
        Query = new YearSnapshotQuery(Db, Clock);
        First = Agency("AG01");
        Second = Agency("AG02");
        Save(Person.Staff(_author, "示例甲"));
    }

    public PortalDb Db { get; } = new();

    public FakeTimeProvider Clock { get; }

    public YearSnapshotQuery Query { get; }

    public LiveFeed<YearSnapshot> Feed { get; } = new(NullLogger<LiveFeed<YearSnapshot>>.Instance);

    public AgencyId First { get; }

    public AgencyId Second { get; }

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);

    public LeadershipDashboardService For(Acting acting) => new(Db, Query, Feed, new YearCache(Feed), new YearOfEvaluation(Db), acting.Guard(), Clock);

    public Task<YearSnapshot> CountAsync() => Query.TakeAsync(TestContext.Current.CancellationToken);

    public AgencyId Agency(string code)
    {
        var id = AgencyId.New();
        Save(Portal.Domain.People.Agency.Register(id, code, $"{code}经办机构（演示）", AgencyKind.DistrictGeneral, null, null, false));
        return id;
    }

    public FindingId Finding(DateOnly on, FindingState state = FindingState.Submitted, Func<RegisteredFinding, RegisteredFinding>? with = null)
    {
        var id = FindingId.New();
        var row = new RegisteredFinding
        {
            Number = $"WT-{on.Year}-{++_number:0000}",
            SubmittedOn = on,
            SubmittedAt = new DateTimeOffset(on.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8)),
            Author = _author,
            Agency = First,
            Category = FindingCategory.Service,
            Text = "text",
            State = state,
        };
        Save(Portal.Domain.Findings.Finding.FromRegister(id, with is null ? row : with(row)));
        return id;
    }

    /// <summary>Answered after so many days.</summary>
    public void Answered(DateOnly on, int days) =>
        Finding(on, FindingState.Closed, row => row with { FedBackOn = on.AddDays(days), Conclusion = FindingConclusion.NotSubstantiated });

    /// <summary>To be put right by a day.</summary>
    public void Ordered(DateOnly deadline, DateOnly? completedOn = null, FindingState state = FindingState.RectificationOrdered) =>
        Finding(deadline.AddDays(-40), state, row => row with { Conclusion = FindingConclusion.Substantiated, Requirement = "x", OriginalDeadline = deadline, Deadline = deadline, CompletedOn = completedOn });

    public void Took(DateOnly on, SourceCategory group, ParticipationState mark, ActivityState state = ActivityState.Completed, AgencyId? agency = null)
    {
        var (person, activity) = (PersonId.New(), ActivityId.New());
        Save(
            Person.Staff(person, "示例乙"),
            Appointment.FromRegister(AppointmentId.New(), person, 1, group, RecruitmentChannel.OpenRecruitment, Day(2024, 1, 1), Day(2026, 12, 31), AppointmentState.Active, null, null, null, []),
            Activity.FromRegister(activity, $"{on.Year}-{++_number:00}", "title", ActivityKind.Meeting, null, on, 20, true, false, agency is { } visited ? [visited] : [], state, null),
            Participation.FromRegister(ParticipationId.New(), activity, person, mark));
    }

    public void Recuse(PersonId person, AgencyId agency) =>
        Save(Person.Staff(person, "示例丙"), RecusalDeclaration.Declare(RecusalId.New(), person, RecusalMatter.Of(agency), RecusalGround.OwnInterest, "x", OfficeClock.Anchor, false));

    public void Propose(DateOnly on, AgencyId? agency = null)
    {
        var now = new DateTimeOffset(on.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8));
        var clerk = PersonId.New();
        var finding = Portal.Domain.Findings.Finding.Submit(
            FindingId.New(), $"WT-{on.Year}-{++_number:0000}", _author, [], agency ?? First, null, FindingCategory.Service, "text", false, true, now, on);
        finding.Register(clerk, now, on);
        finding.Investigate(clerk, clerk, false, now, on);
        finding.Conclude(clerk, FindingConclusion.Substantiated, "note", true, null, true, new OfficeSettings(), now, on);
        using var db = Db.CreateDbContext();
        db.Add(Person.Staff(clerk, "示例丁"));
        db.Add(finding);
        db.SaveChanges();
    }

    public void Save(params object[] rows)
    {
        using var db = Db.CreateDbContext();
        db.AddRange(rows);
        db.SaveChanges();
    }

    public void Dispose() => Db.Dispose();
}
