using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Credentials;

/// <summary>The letter with which supervisors consult documents in a unit (介绍信, Article 12): one unit, named bearers, one matter, a few days. The stub carries the same words.</summary>
public sealed class IntroductionLetter
{
    public const int SerialLength = 20;
    public const int MatterLength = 200;
    public const int TextLength = 500;

    private readonly List<LetterBearer> _bearers = [];

    private IntroductionLetter()
    {
    }

    public IntroductionLetterId Id { get; private set; }

    /// <summary>Given when it is issued: there are no blank letters. Unique, never used again.</summary>
    public string? Serial { get; private set; }

    public AgencyId Agency { get; private set; }

    /// <summary>The activity it is for, where there is one.</summary>
    public ActivityId? Activity { get; private set; }

    public string Matter { get; private set; } = "";

    public DateOnly ValidFrom { get; private set; }

    /// <summary>The last day, itself included.</summary>
    public DateOnly ValidTo { get; private set; }

    /// <summary>A sensitive matter takes leadership's approval.</summary>
    public bool Sensitive { get; private set; }

    public LetterState State { get; private set; }

    public PersonId PreparedBy { get; private set; }

    public PersonId? ApprovedBy { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>What came of its use, or why it was revoked.</summary>
    public string? Note { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<LetterBearer> Bearers => _bearers;

    public bool IsExpired(DateOnly today) => State == LetterState.Issued && today > ValidTo;

    /// <summary>Whether it opens documents at that agency to that person on that day.</summary>
    public bool Covers(PersonId person, AgencyId agency, DateOnly day) =>
        State is LetterState.Issued or LetterState.Used && Agency == agency && day >= ValidFrom && day <= ValidTo && _bearers.Exists(b => b.Person == person);

    /// <summary>Which card it names that is valid no more, while it is out and has days left. What it says cannot be shown any more, and it is revoked (Article 12): the same bearers get another with the new number.</summary>
    /// <param name="invalid">Numbers of cards that were lost, replaced or are out of use otherwise.</param>
    /// <param name="today">The day.</param>
    public string? NamesVoidCard(IReadOnlyCollection<string> invalid, DateOnly today) =>
        State == LetterState.Issued && today <= ValidTo ? _bearers.Select(b => b.CardNumber).FirstOrDefault(invalid.Contains) : null;

    /// <param name="bearers">Each bearer with what the office knows of them.</param>
    /// <param name="agency">The one unit it is addressed to.</param>
    /// <param name="activityAgencies">The agencies of the activity it is for; <c>null</c> without one.</param>
    /// <param name="matter">What is to be consulted.</param>
    /// <param name="from">Its first day.</param>
    /// <param name="to">Its last day.</param>
    /// <param name="maxDays">How many days it may be valid, both ends included.</param>
    /// <param name="today">The day.</param>
    public static RuleViolation? WhyNotPrepare(
        IReadOnlyCollection<BearerFacts> bearers, AgencyId agency, IReadOnlyCollection<AgencyId>? activityAgencies, string matter, DateOnly from, DateOnly to, int maxDays, DateOnly today) =>
        bearers.Count == 0 ? LetterRules.BearerMissing()
        : string.IsNullOrWhiteSpace(matter) ? LetterRules.MatterMissing()
        : activityAgencies?.Contains(agency) == false ? LetterRules.OtherAgency()
        : to < from || to < today ? LetterRules.EndsTooEarly(to)
        : to.DayNumber - from.DayNumber + 1 > maxDays ? LetterRules.ValidTooLong(maxDays)
        : WhyNotBear(bearers);

    public static IntroductionLetter Prepare(
        IntroductionLetterId id, IReadOnlyCollection<BearerFacts> bearers, AgencyId agency, ActivityId? activity, IReadOnlyCollection<AgencyId>? activityAgencies,
        string matter, DateOnly from, DateOnly to, bool sensitive, int maxDays, PersonId clerk, DateOnly today)
    {
        Rule.Require(WhyNotPrepare(bearers, agency, activityAgencies, matter, from, to, maxDays, today));
        var letter = new IntroductionLetter
        {
            Id = id,
            Agency = agency,
            Activity = activity,
            Matter = matter,
            ValidFrom = from,
            ValidTo = to,
            Sensitive = sensitive,
            PreparedBy = clerk,
            State = sensitive ? LetterState.Proposed : LetterState.Draft,
        };
        letter._bearers.AddRange(bearers.Select(b => new LetterBearer(b.Person, b.CardNumber!)));
        return letter;
    }

    /// <summary>Why the section cannot issue it: a sensitive matter is leadership's, and what held when it was prepared has to hold still.</summary>
    public RuleViolation? WhyNotIssue(IReadOnlyCollection<BearerFacts> bearers, DateOnly today) =>
        State == LetterState.Proposed ? LetterRules.ApprovalNeeded()
        : State != LetterState.Draft ? LetterRules.WrongState(State)
        : WhyNotGoOut(bearers, today);

    /// <param name="serial">Its number.</param>
    /// <param name="bearers">What the office knows of the bearers now.</param>
    /// <param name="today">The day.</param>
    public void Issue(string serial, IReadOnlyCollection<BearerFacts> bearers, DateOnly today)
    {
        Rule.Require(WhyNotIssue(bearers, today));
        GoOut(serial, bearers, today);
    }

    /// <summary>Why it is not decided by <paramref name="approver"/>: it does not wait, or is by the same person (domain.md A4-11).</summary>
    public RuleViolation? WhyNotDecide(PersonId approver) =>
        State != LetterState.Proposed ? LetterRules.WrongState(State)
        : approver == PreparedBy ? LetterRules.ApproverIsProposer()
        : null;

    public RuleViolation? WhyNotApprove(PersonId approver, IReadOnlyCollection<BearerFacts> bearers, DateOnly today) => WhyNotDecide(approver) ?? WhyNotGoOut(bearers, today);

    /// <summary>Leadership approves a sensitive matter, which issues it.</summary>
    public void Approve(string serial, PersonId approver, IReadOnlyCollection<BearerFacts> bearers, DateOnly today)
    {
        Rule.Require(WhyNotApprove(approver, bearers, today));
        ApprovedBy = approver;
        GoOut(serial, bearers, today);
    }

    /// <summary>Leadership sends it back with a reason; the section prepares another.</summary>
    public void SendBack(PersonId approver, string reason, DateOnly today)
    {
        Rule.Require(WhyNotDecide(approver) ?? ReasonMissing(reason));
        Close(LetterState.SentBack, reason, today);
    }

    public RuleViolation? WhyNotUse() => State == LetterState.Issued ? null : LetterRules.WrongState(State);

    /// <summary>The visit took place and the letter is back.</summary>
    public void MarkUsed(string note, DateOnly today)
    {
        Rule.Require(WhyNotUse() ?? ReasonMissing(note));
        Close(LetterState.Used, note, today);
    }

    /// <summary>The letter is back and was not used.</summary>
    public void Return(string note, DateOnly today)
    {
        Rule.Require(WhyNotUse() ?? ReasonMissing(note));
        Close(LetterState.Returned, note, today);
    }

    public RuleViolation? WhyNotRevoke() => State is LetterState.Draft or LetterState.Proposed or LetterState.Issued ? null : LetterRules.WrongState(State);

    /// <summary>Taken back: by the section, or because a bearer lost standing or a card that it names.</summary>
    public void Revoke(string reason, DateOnly today)
    {
        Rule.Require(WhyNotRevoke() ?? ReasonMissing(reason));
        Close(LetterState.Revoked, reason, today);
    }

    private static RuleViolation? WhyNotBear(IEnumerable<BearerFacts> bearers) => bearers.Select(WhyNotBear).FirstOrDefault(v => v is not null);

    /// <summary>Why somebody cannot bear a letter: not in office on its days, recused from the agency, or without a card to show with it.</summary>
    public static RuleViolation? WhyNotBear(BearerFacts bearer) =>
        !bearer.InOffice ? LetterRules.BearerNotInOffice()
        : bearer.Recused ? LetterRules.BearerRecused()
        : bearer.CardNumber is null ? LetterRules.BearerWithoutCard()
        : null;

    private static RuleViolation? ReasonMissing(string reason) => string.IsNullOrWhiteSpace(reason) ? LetterRules.ReasonMissing() : null;

    private RuleViolation? WhyNotGoOut(IReadOnlyCollection<BearerFacts> bearers, DateOnly today) =>
        today > ValidTo ? LetterRules.EndsTooEarly(ValidTo) : WhyNotBear(bearers);

    private void GoOut(string serial, IReadOnlyCollection<BearerFacts> bearers, DateOnly today)
    {
        State = LetterState.Issued;
        Serial = serial;
        IssuedOn = today;
        // A card may have been issued anew since: what is printed is the one that is shown with it.
        _bearers.ForEach(bearer => bearer.Carry(bearers.Single(b => b.Person == bearer.Person).CardNumber!));
    }

    private void Close(LetterState state, string note, DateOnly today)
    {
        State = state;
        Note = note;
        ClosedOn = today;
    }
}

/// <summary>What the office knows of somebody who is to bear a letter.</summary>
/// <param name="Person">Who.</param>
/// <param name="InOffice">Whether in office on the letter's days.</param>
/// <param name="Recused">Whether recused from the agency.</param>
/// <param name="CardNumber">The number of the valid card; <c>null</c> without one.</param>
public readonly record struct BearerFacts(PersonId Person, bool InOffice, bool Recused, string? CardNumber);
