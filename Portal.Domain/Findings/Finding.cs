using System.Collections.Frozen;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Findings;

/// <summary>An opinion or suggestion on social insurance work, or a violation seen at a unit (问题线索, Articles 14 and 15), from filing to feedback.</summary>
/// <remarks>The chain is the law's: collected, investigated, given a deadline where true, followed until put right, and answered. Nothing is closed unanswered.</remarks>
public sealed partial class Finding
{
    public const int NumberLength = 20;
    public const int TextLength = 2000;
    public const int UnitLength = 100;

    /// <summary>The arrows of domain.md A2.12: from which states an act is possible.</summary>
    private static readonly FrozenDictionary<FindingAct, FindingState[]> s_from = new Dictionary<FindingAct, FindingState[]>
    {
        [FindingAct.Register] = [FindingState.Submitted],
        [FindingAct.Merge] = [FindingState.Submitted],
        [FindingAct.RequestInfo] = [FindingState.Submitted],
        [FindingAct.Supplement] = [FindingState.NeedsInfo],
        [FindingAct.NotAccept] = [FindingState.Submitted],
        [FindingAct.Investigate] = [FindingState.Registered],
        [FindingAct.Transfer] = [FindingState.Registered],
        [FindingAct.Conclude] = [FindingState.Investigating],
        [FindingAct.OrderRectification] = [FindingState.Substantiated, FindingState.PartlySubstantiated],
        [FindingAct.FixedOnSpot] = [FindingState.Substantiated, FindingState.PartlySubstantiated],
        [FindingAct.ReceiveReply] = [FindingState.RectificationOrdered],
        [FindingAct.Verify] = [FindingState.RectificationReported],
        [FindingAct.RejectRectification] = [FindingState.RectificationReported],
        [FindingAct.Extend] = [FindingState.RectificationOrdered],
        [FindingAct.FeedBack] = [FindingState.Verified, FindingState.NotSubstantiated, FindingState.SuggestionAdopted, FindingState.SuggestionNoted, FindingState.Transferred, FindingState.NotAccepted],
        [FindingAct.Close] = [FindingState.FedBack],
        [FindingAct.Appeal] = [FindingState.FedBack],
        [FindingAct.AssignHandler] =
        [
            FindingState.Investigating, FindingState.Substantiated, FindingState.PartlySubstantiated, FindingState.NotSubstantiated, FindingState.SuggestionAdopted, FindingState.SuggestionNoted,
            FindingState.RectificationOrdered, FindingState.RectificationReported, FindingState.Verified, FindingState.Transferred, FindingState.NotAccepted, FindingState.FedBack,
        ],
    }.ToFrozenDictionary();

    private readonly List<FindingCoAuthor> _coAuthors = [];
    private readonly List<FindingEvent> _events = [];

    private Finding()
    {
    }

    public FindingId Id { get; private set; }

    /// <summary>WT-yyyy-nnnn; unique, never reused.</summary>
    public string Number { get; private set; } = "";

    public PersonId Author { get; private set; }

    public AgencyId? Agency { get; private set; }

    /// <summary>A unit that is not on the list of agencies.</summary>
    public string? OtherUnit { get; private set; }

    public FindingCategory Category { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>The office day of <see cref="SubmittedAt"/>.</summary>
    public DateOnly SubmittedOn { get; private set; }

    public FindingState State { get; private set; }

    public PersonId? Handler { get; private set; }

    public DateOnly? RegisteredOn { get; private set; }

    public DateOnly? InvestigatingSince { get; private set; }

    public FindingConclusion? Conclusion { get; private set; }

    public DateOnly? ConcludedOn { get; private set; }

    /// <summary>Whether it is a violation of law, as found; then Article 15 asks for a reward check.</summary>
    public bool? IsViolation { get; private set; }

    /// <summary>Loss to the fund in yuan, as found.</summary>
    public decimal? LossAmount { get; private set; }

    public Rectification? Rectification { get; private set; }

    public string? TransferredTo { get; private set; }

    public FindingId? MergedInto { get; private set; }

    public string? FeedbackText { get; private set; }

    public DateOnly? FedBackOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public FindingGrade? Grade { get; private set; }

    /// <summary>The §15 check before closing: whether a reward is to be assessed. <c>null</c> while not made.</summary>
    public bool? RewardCheck { get; private set; }

    public DateOnly? AppealedOn { get; private set; }

    public FindingProposal? Proposal { get; private set; }

    public string? Remark { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<FindingCoAuthor> CoAuthors => _coAuthors;

    public IReadOnlyList<FindingEvent> Events => _events;

    /// <summary>States in which the section still owes something before the author is answered.</summary>
    public static IReadOnlyList<FindingState> OpenStates { get; } =
    [
        FindingState.Submitted, FindingState.NeedsInfo, FindingState.Registered, FindingState.Investigating,
        FindingState.Substantiated, FindingState.PartlySubstantiated, FindingState.NotSubstantiated, FindingState.SuggestionAdopted, FindingState.SuggestionNoted,
        FindingState.RectificationOrdered, FindingState.RectificationReported, FindingState.Verified, FindingState.Transferred, FindingState.NotAccepted,
    ];

    public bool IsBy(PersonId person) => Author == person || _coAuthors.Exists(c => c.Person == person);

    /// <summary>Why the act is not possible in the present state; <c>null</c> when it is. Acts with further conditions check them too.</summary>
    public RuleViolation? WhyNot(FindingAct act) =>
        WrongState(act) ?? (act is FindingAct.Conclude or FindingAct.Extend or FindingAct.Close && Proposal is not null ? FindingRules.ProposalPending() : null);

    /// <summary>Files a finding (domain.md A2.12, submit).</summary>
    /// <param name="authorRecused">Whether the author is recused from the agency (Article 11).</param>
    /// <param name="secrecyConfirmed">Whether the author confirmed that no state or work secret is in it (Article 8 (3)).</param>
    public static Finding Submit(
        FindingId id, string number, PersonId author, IEnumerable<PersonId> coAuthors, AgencyId? agency, string? otherUnit,
        FindingCategory category, string text, bool authorRecused, bool secrecyConfirmed, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNotSubmit(agency, otherUnit, text, authorRecused, secrecyConfirmed));
        var finding = new Finding
        {
            Id = id,
            Number = number,
            Author = author,
            Agency = agency,
            OtherUnit = agency is null ? otherUnit : null,
            Category = category,
            Text = text,
            SubmittedAt = now,
            SubmittedOn = today,
            State = FindingState.Submitted,
        };
        finding.AddCoAuthors(coAuthors);
        finding.Happened(FindingEventKind.Submitted, now, author, null);
        return finding;
    }

    public static RuleViolation? WhyNotSubmit(AgencyId? agency, string? otherUnit, string text, bool authorRecused, bool secrecyConfirmed) =>
        agency is null && string.IsNullOrWhiteSpace(otherUnit) ? FindingRules.TargetMissing()
        : string.IsNullOrWhiteSpace(text) ? FindingRules.TextMissing()
        : authorRecused ? FindingRules.AuthorRecused()
        : !secrecyConfirmed ? FindingRules.SecrecyNotConfirmed()
        : null;

    public void Register(PersonId clerk, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNot(FindingAct.Register));
        State = FindingState.Registered;
        RegisteredOn = today;
        Happened(FindingEventKind.Registered, now, clerk, null);
    }

    /// <summary>
    /// Why this finding cannot be joined to <paramref name="master"/>. Its authors are answered through the master (Article 14: 及时反馈): one that has had its answer,
    /// or was turned away, gives them none.
    /// </summary>
    public RuleViolation? WhyNotMergeInto(Finding master) =>
        WhyNot(FindingAct.Merge)
        ?? (master.Id == Id ? FindingRules.MergeIntoItself() : null)
        ?? (TakesOthersIn(master.State) ? null : FindingRules.MergeIntoAnswered(master.State));

    /// <summary>Whether a finding in this state can take in another on the same matter, so that the other's authors hear its result.</summary>
    public static bool TakesOthersIn(FindingState state) => OpenStates.Contains(state) && state != FindingState.NotAccepted;

    /// <summary>Joins this finding to another on the same matter; its authors become co-authors there, so that they hear the result (domain.md A10-7).</summary>
    public void MergeInto(Finding master, PersonId clerk, string reason, DateTimeOffset now)
    {
        Rule.Require(WhyNotMergeInto(master));
        State = FindingState.Merged;
        MergedInto = master.Id;
        master.AddCoAuthors([Author, .. _coAuthors.Select(c => c.Person)]);
        Happened(FindingEventKind.Merged, now, clerk, reason);
    }

    public void RequestInfo(PersonId clerk, string question, DateTimeOffset now)
    {
        Rule.Require(WhyNot(FindingAct.RequestInfo) ?? Missing(question));
        State = FindingState.NeedsInfo;
        Happened(FindingEventKind.InfoRequested, now, clerk, question);
    }

    public void Supplement(PersonId author, string addition, DateTimeOffset now)
    {
        Rule.Require(WhyNot(FindingAct.Supplement) ?? (IsBy(author) ? Missing(addition) : FindingRules.NotItsAuthor()));
        State = FindingState.Submitted;
        Happened(FindingEventKind.Supplemented, now, author, addition);
    }

    public void NotAccept(PersonId clerk, string reason, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNot(FindingAct.NotAccept) ?? Missing(reason));
        State = FindingState.NotAccepted;
        ConcludedOn = today;
        Happened(FindingEventKind.NotAccepted, now, clerk, reason);
    }

    /// <param name="handlerRecused">Whether the handler is recused from the agency or the finding, or is its author (Article 11).</param>
    public RuleViolation? WhyNotInvestigate(PersonId handler, bool handlerRecused) => WhyNot(FindingAct.Investigate) ?? Partial(handler, handlerRecused);

    public void Investigate(PersonId clerk, PersonId handler, bool handlerRecused, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNotInvestigate(handler, handlerRecused));
        State = FindingState.Investigating;
        Handler = handler;
        InvestigatingSince = today;
        Happened(new FindingEvent(FindingEventKind.InvestigationStarted, now, clerk, null) { Handler = handler });
    }

    /// <param name="handlerRecused">Whether the handler is recused from the agency or the finding (Article 11).</param>
    public RuleViolation? WhyNotAssignHandler(PersonId handler, bool handlerRecused) =>
        WhyNot(FindingAct.AssignHandler)
        ?? (Handler == handler ? FindingRules.HandlerUnchanged() : null)
        ?? Partial(handler, handlerRecused);

    /// <summary>Puts the matter into somebody's hands, or into another's; what came from the office's register is in nobody's.</summary>
    public void AssignHandler(PersonId clerk, PersonId handler, bool handlerRecused, DateTimeOffset now)
    {
        Rule.Require(WhyNotAssignHandler(handler, handlerRecused));
        Handler = handler;
        Happened(new FindingEvent(FindingEventKind.HandlerAssigned, now, clerk, null) { Handler = handler });
    }

    /// <summary>Hands the matter to the authority it belongs to (转办); the author is still answered.</summary>
    public void Transfer(PersonId clerk, string authority, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNot(FindingAct.Transfer) ?? Missing(authority));
        State = FindingState.Transferred;
        TransferredTo = authority;
        ConcludedOn = today;
        Happened(FindingEventKind.Transferred, now, clerk, authority);
    }

    /// <summary>Feedback to the author ends the section's debt (Article 14: 及时反馈).</summary>
    public void FeedBack(PersonId clerk, string text, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNot(FindingAct.FeedBack) ?? (string.IsNullOrWhiteSpace(text) ? FindingRules.FeedbackMissing() : null));
        State = FindingState.FedBack;
        FeedbackText = text;
        FedBackOn = today;
        Happened(FindingEventKind.FedBack, now, clerk, text);
    }

    /// <summary>Why the finding cannot be closed; an established violation needs the reward check first (Article 15).</summary>
    public RuleViolation? WhyNotClose(bool? rewardCheck) =>
        WhyNot(FindingAct.Close)
        ?? (FedBackOn is null ? FindingRules.FeedbackMissing() : null)
        ?? (IsViolation == true && rewardCheck is null ? FindingRules.RewardNotChecked() : null);

    /// <summary>Closes with the grade that the evaluation counts; the highest grade waits for leadership.</summary>
    public void Close(PersonId clerk, FindingGrade grade, bool? rewardCheck, string note, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNotClose(rewardCheck) ?? Missing(note));
        if (grade == FindingGrade.R4)
        {
            Proposal = FindingProposal.ForTopGrade(clerk, today, note, rewardCheck);
            Happened(FindingEventKind.ClosingProposed, now, clerk, note);
            return;
        }

        CloseWith(grade, rewardCheck, clerk, note, now, today);
    }

    /// <summary>The author may say once that it is not solved (domain.md A2.12, appeal).</summary>
    public RuleViolation? WhyNotAppeal(PersonId author, DateOnly today, OfficeSettings settings) =>
        WhyNot(FindingAct.Appeal)
        ?? (!IsBy(author) ? FindingRules.NotItsAuthor() : null)
        ?? (AppealedOn is not null ? FindingRules.AppealedBefore() : null)
        ?? (FedBackOn is { } day && today > day.AddDays(settings.FindingAppealDays) ? FindingRules.AppealTooLate(day.AddDays(settings.FindingAppealDays)) : null);

    public void Appeal(PersonId author, string reason, DateTimeOffset now, DateOnly today, OfficeSettings settings)
    {
        Rule.Require(WhyNotAppeal(author, today, settings) ?? Missing(reason));
        Reopen(today);
        AppealedOn = today;
        Happened(FindingEventKind.Appealed, now, author, reason);
    }

    /// <summary>
    /// The investigation begins anew (domain.md A2.12: FedBack → Registered), so that what was found, ordered and answered holds no longer and nothing counts it.
    /// The steps keep it. The handler stays until another is chosen.
    /// </summary>
    private void Reopen(DateOnly today)
    {
        State = FindingState.Registered;
        RegisteredOn = today;
        InvestigatingSince = null;
        Conclusion = null;
        ConcludedOn = null;
        IsViolation = null;
        LossAmount = null;
        Rectification = null;
        TransferredTo = null;
        FeedbackText = null;
        FedBackOn = null;
        Grade = null;
        RewardCheck = null;
        Proposal = null;
    }

    private void CloseWith(FindingGrade grade, bool? rewardCheck, PersonId by, string note, DateTimeOffset now, DateOnly today)
    {
        State = FindingState.Closed;
        ClosedOn = today;
        Grade = grade;
        RewardCheck = rewardCheck;
        Proposal = null;
        Happened(FindingEventKind.Closed, now, by, note);
    }

    private RuleViolation? WrongState(FindingAct act) => s_from[act].Contains(State) ? null : FindingRules.WrongState(act, State);

    private RuleViolation? Partial(PersonId handler, bool recused) => recused || IsBy(handler) ? FindingRules.HandlerRecused() : null;

    private static RuleViolation? Missing(string reason) => string.IsNullOrWhiteSpace(reason) ? FindingRules.ReasonMissing() : null;

    private void AddCoAuthors(IEnumerable<PersonId> people) =>
        _coAuthors.AddRange(people.Where(p => !IsBy(p)).Distinct().Select(p => new FindingCoAuthor(p)).ToList());

    private void Happened(FindingEventKind kind, DateTimeOffset at, PersonId? by, string? note, DateOnly? date = null) =>
        Happened(new FindingEvent(kind, at, by, note, date));

    private void Happened(FindingEvent step)
    {
        step.Sequence = _events.Count + 1;
        _events.Add(step);
    }
}
