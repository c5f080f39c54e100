using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Domain.Recruitment;

/// <summary>The names of those proposed, shown to the public for at least five days (公示, Article 6). Its days are counted once, when it is published, and stay as counted.</summary>
public sealed class PublicNotice
{
    public const int NumberLength = 50;
    public const int TextLength = 2000;
    public const int ReasonLength = 500;

    private readonly List<NoticeEntry> _entries = [];
    private readonly List<DateOnly> _daysOffSkipped = [];

    private PublicNotice()
    {
    }

    public PublicNoticeId Id { get; private set; }

    public RecruitmentBatchId Batch { get; private set; }

    /// <summary>The number of its document; given when it is published, and anew when it is made longer.</summary>
    public string? Number { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public NoticeState State { get; private set; }

    public PersonId PreparedBy { get; private set; }

    public PersonId? ProposedBy { get; private set; }

    public PersonId? ApprovedBy { get; private set; }

    /// <summary>The day of publication.</summary>
    public DateOnly? PublishedOn { get; private set; }

    public int CountedDays { get; private set; }

    public DeadlineUnit CountedUnit { get; private set; }

    public bool StartDayCounted { get; private set; }

    public DateOnly? RawLastDay { get; private set; }

    /// <summary>The last day for objections, until 24:00.</summary>
    public DateOnly? LastDay { get; private set; }

    public bool CalendarKnown { get; private set; }

    /// <summary>Why it was withdrawn or made longer.</summary>
    public string? Reason { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<NoticeEntry> Entries => _entries;

    /// <summary>The days off that moved the last day, as the calendar was when it was published.</summary>
    public IReadOnlyList<DateOnly> DaysOffSkipped => _daysOffSkipped;

    /// <summary>How the last day came about, as frozen; <c>null</c> before publication.</summary>
    public DeadlineComputation? Computation => PublishedOn is { } published
        ? new DeadlineComputation(published, CountedDays, CountedUnit, StartDayCounted, RawLastDay!.Value, LastDay!.Value, [.. _daysOffSkipped], CalendarKnown)
        : null;

    public static PublicNotice Prepare(PublicNoticeId id, RecruitmentBatchId batch, string title, string text, IReadOnlyList<Application> people, PersonId clerk, string? officePhone)
    {
        var notice = new PublicNotice { Id = id, Batch = batch, PreparedBy = clerk };
        notice.Describe(title, text, people, officePhone);
        return notice;
    }

    public RuleViolation? WhyNotRevise() => WrongState(NoticeState.Draft);

    public void Revise(string title, string text, IReadOnlyList<Application> people, string? officePhone)
    {
        Rule.Require(WhyNotRevise());
        Describe(title, text, people, officePhone);
    }

    public RuleViolation? WhyNotPropose() => WrongState(NoticeState.Draft);

    /// <summary>Asks leadership to have it published.</summary>
    public void Propose(PersonId clerk)
    {
        Rule.Require(WhyNotPropose());
        State = NoticeState.Proposed;
        ProposedBy = clerk;
    }

    public RuleViolation? WhyNotDecide(PersonId approver) =>
        WrongState(NoticeState.Proposed) ?? (approver == ProposedBy ? RecruitmentRules.ApproverIsProposer() : null);

    /// <summary>Leadership does not agree; the section may change it.</summary>
    public void Refuse(PersonId approver, string reason)
    {
        Rule.Require(WhyNotDecide(approver) ?? Missing(reason));
        State = NoticeState.Draft;
        ProposedBy = null;
        Reason = reason;
    }

    /// <param name="by">Who approves it; where the office needs no approval, the clerk.</param>
    /// <param name="approvalNeeded">Whether leadership has to.</param>
    public RuleViolation? WhyNotPublish(PersonId by, bool approvalNeeded) => approvalNeeded ? WhyNotDecide(by) : WrongState(NoticeState.Draft);

    /// <summary>Publishes it and freezes its days.</summary>
    /// <param name="by">See <see cref="WhyNotPublish"/>.</param>
    /// <param name="approvalNeeded">See <see cref="WhyNotPublish"/>.</param>
    /// <param name="number">Its document number.</param>
    /// <param name="people">The applications on it.</param>
    /// <param name="mode">How the office counts; never fewer than five days (Article 6).</param>
    /// <param name="calendar">The calendar as it is now.</param>
    /// <param name="now">The instant.</param>
    /// <param name="today">The day of publication.</param>
    public void Publish(
        PersonId by, bool approvalNeeded, string number, IReadOnlyCollection<Application> people, CountingMode mode, WorkingCalendar calendar, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNotPublish(by, approvalNeeded) ?? (mode.Days < RegulationFigures.NoticeDays ? RecruitmentRules.NoticeTooShort(mode.Days) : null));
        foreach (var application in OnIt(people))
        {
            application.PutOnNotice(by, now);
        }

        var counted = DeadlineComputation.ForNotice(today, mode, calendar);
        State = NoticeState.Published;
        Number = number;
        ApprovedBy = approvalNeeded ? by : null;
        PublishedOn = today;
        CountedDays = counted.Days;
        CountedUnit = counted.Unit;
        StartDayCounted = counted.StartDayCounted;
        RawLastDay = counted.RawLastDay;
        LastDay = counted.LastDay;
        CalendarKnown = counted.CalendarKnown;
        _daysOffSkipped.AddRange(counted.DaysOffSkipped);
    }

    /// <summary>Whether the public may see it as running and object in time.</summary>
    public bool IsRunning(DateOnly today) => State == NoticeState.Published && today >= PublishedOn && today <= LastDay;

    public bool IsOver(DateOnly today) => LastDay is { } last && today > last;

    public RuleViolation? WhyNotExtend(DateOnly lastDay, DateOnly today) =>
        WrongState(NoticeState.Published)
        ?? (IsOver(today) ? RecruitmentRules.NoticeOver(LastDay!.Value)
        : lastDay <= LastDay ? RecruitmentRules.NeverShortened(LastDay!.Value)
        : null);

    /// <summary>A later last day; an earlier one never (Article 6).</summary>
    /// <param name="lastDay">The new one.</param>
    /// <param name="reason">Why.</param>
    /// <param name="number">Of the document that takes the place of the one with the old last day.</param>
    /// <param name="today">The day of the act.</param>
    public void Extend(DateOnly lastDay, string reason, string number, DateOnly today)
    {
        Rule.Require(WhyNotExtend(lastDay, today) ?? Missing(reason));
        Number = number;
        LastDay = lastDay;
        Reason = reason;
    }

    public RuleViolation? WhyNotWithdraw() =>
        WrongState(NoticeState.Draft, NoticeState.Proposed, NoticeState.Published) ?? (_entries.Exists(e => e.Outcome != NoticeOutcome.Open) ? RecruitmentRules.NoticeSettledInPart() : null);

    /// <summary>Takes it back. A notice published again in its place has its whole period before it.</summary>
    public void Withdraw(PersonId by, string reason, IReadOnlyCollection<Application> people, DateTimeOffset now)
    {
        Rule.Require(WhyNotWithdraw() ?? Missing(reason));
        if (State == NoticeState.Published)
        {
            foreach (var application in OnIt(people).Where(a => a.State == ApplicationState.OnNotice))
            {
                application.TakeOffNotice(by, reason, now);
            }
        }

        State = NoticeState.Withdrawn;
        Reason = reason;
    }

    /// <summary>Why it cannot yet be said what the notice came to for this person (Article 6: 公示期满无异议).</summary>
    public RuleViolation? WhyNotSettle(RecruitmentApplicationId person, IEnumerable<Objection> objections, DateOnly today) =>
        WrongState(NoticeState.Published)
        ?? (!IsOver(today) ? RecruitmentRules.NoticeRunning(LastDay!.Value)
        : Entry(person).Outcome != NoticeOutcome.Open ? RecruitmentRules.EntrySettled()
        : objections.Any(o => o.Application == person && o.IsOpen) ? RecruitmentRules.ObjectionsOpen()
        : null);

    /// <summary>Says what it came to for one person; with the last of them the notice is concluded.</summary>
    /// <param name="application">The person.</param>
    /// <param name="objections">All that were lodged against its people, on a notice before this one too: whoever is put on another notice does not leave them behind.</param>
    /// <param name="by">The clerk.</param>
    /// <param name="upheldReason">Why the person failed, where an objection was upheld; kept with the application.</param>
    /// <param name="now">The instant.</param>
    /// <param name="today">The day.</param>
    public void Settle(Application application, IReadOnlyCollection<Objection> objections, PersonId by, string? upheldReason, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNotSettle(application.Id, objections, today));
        var entry = Entry(application.Id);
        // Who withdrew is no longer there to fail.
        if (application.State == ApplicationState.Withdrawn)
        {
            entry.Outcome = NoticeOutcome.Withdrawn;
        }
        else if (objections.Any(o => o.Application == application.Id && o.State == ObjectionState.Upheld))
        {
            Rule.Require(Missing(upheldReason));
            entry.Outcome = NoticeOutcome.Failed;
            application.FailNotice(by, upheldReason!, now);
        }
        else
        {
            entry.Outcome = NoticeOutcome.Passed;
            application.PassNotice(by, now);
        }

        if (_entries.TrueForAll(e => e.Outcome != NoticeOutcome.Open))
        {
            State = NoticeState.Concluded;
        }
    }

    /// <summary>An objection was upheld after the person had passed (Article 6): the notice has come to something else for them.</summary>
    /// <param name="application">The person.</param>
    /// <param name="objection">The one that was upheld; its receipt is named in the step, what it says is not.</param>
    /// <param name="by">Who upheld it.</param>
    /// <param name="now">The instant.</param>
    public void FailAfterwards(Application application, Objection objection, PersonId by, DateTimeOffset now)
    {
        var entry = Entry(application.Id);
        application.FailAfterNotice(objection, by, now);
        entry.Outcome = NoticeOutcome.Failed;
    }

    private NoticeEntry Entry(RecruitmentApplicationId application) =>
        _entries.Find(e => e.Application == application) ?? throw new ArgumentException("Not on this notice.", nameof(application));

    private IEnumerable<Application> OnIt(IReadOnlyCollection<Application> people) => _entries.Select(e => people.Single(a => a.Id == e.Application));

    private RuleViolation? WrongState(params ReadOnlySpan<NoticeState> allowed) => allowed.Contains(State) ? null : RecruitmentRules.NoticeWrongState(State);

    private static RuleViolation? Missing(string? reason) => string.IsNullOrWhiteSpace(reason) ? RecruitmentRules.ReasonMissing() : null;

    private void Describe(string title, string text, IReadOnlyList<Application> people, string? officePhone)
    {
        Rule.Require(people.Count == 0 ? RecruitmentRules.NobodyOnNotice() : null);
        foreach (var person in people)
        {
            Rule.Require(person.WhyNotPutOnNotice());
        }

        var published = people.SelectMany(p => new[] { p.FullName, p.WorkUnit, p.Occupation }).Prepend(text).Prepend(title);
        var number = published.Select(t => PersonalNumbers.Find(t, officePhone)).FirstOrDefault(n => n is not null);
        Rule.Require(number is null ? null : RecruitmentRules.PersonalNumber(number));
        Title = title;
        Text = text;
        _entries.Clear();
        _entries.AddRange(people.Select((p, at) => new NoticeEntry(p.Id, at + 1)));
    }
}
