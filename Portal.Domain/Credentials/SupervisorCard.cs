using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Credentials;

/// <summary>The card that a supervisor shows on duty (Article 12). Its number is unique and never used again.</summary>
public sealed class SupervisorCard
{
    public const int NumberLength = 20;
    public const int ReasonLength = 200;
    public const int CheckTokenLength = 22;

    private SupervisorCard()
    {
    }

    public SupervisorCardId Id { get; private set; }

    public PersonId Person { get; private set; }

    public string Number { get; private set; } = "";

    public CardState State { get; private set; }

    /// <summary>The term it was issued for; <c>null</c> for a card from the office's register.</summary>
    public AppointmentId? Term { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    /// <summary>The card whose place it took.</summary>
    public SupervisorCardId? Replaces { get; private set; }

    /// <summary>When it was missed, as its holder says.</summary>
    public DateOnly? LostOn { get; private set; }

    /// <summary>When that was reported; the gap is shown, the measures set no number to 及时.</summary>
    public DateOnly? ReportedOn { get; private set; }

    /// <summary>What the code on the card asks the public check page for: random, and all that page is told. Given when it is first printed.</summary>
    public string? CheckToken { get; private set; }

    /// <summary>The day it came back, was replaced or was declared void.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Why it was replaced or declared void.</summary>
    public string? Reason { get; private set; }

    public int Version { get; private set; }

    public bool IsOutstanding => State is CardState.Active or CardState.ReturnPending;

    /// <summary>Takes over a card that the office had issued on paper.</summary>
    public static SupervisorCard FromRegister(SupervisorCardId id, PersonId person, string number, CardState state) =>
        new() { Id = id, Person = person, Number = number, State = state };

    /// <summary>Why the person gets no card now: one that is valid at a time, and while in office only (Article 12).</summary>
    /// <param name="inOffice">Whether the person is in office, or will be by the appointment made in the same act.</param>
    /// <param name="hasActive">Whether another card of theirs is valid.</param>
    public static RuleViolation? WhyNotIssue(bool inOffice, bool hasActive) =>
        !inOffice ? CardRules.HolderNotInOffice()
        : hasActive ? CardRules.OneValidCard()
        : null;

    /// <summary>Issues a new card.</summary>
    public static SupervisorCard Issue(SupervisorCardId id, PersonId person, AppointmentId term, string number, bool inOffice, bool hasActive, DateOnly today)
    {
        Rule.Require(WhyNotIssue(inOffice, hasActive));
        return new SupervisorCard { Id = id, Person = person, Term = term, Number = number, State = CardState.Active, IssuedOn = today };
    }

    /// <summary>Why this card gets no successor: it must have been reported lost, or be handed in as damaged (domain.md A1 §12).</summary>
    public RuleViolation? WhyNotReissue(bool inOffice, bool hasActive) =>
        State != CardState.Lost ? CardRules.NotReportedLost(Number, State) : WhyNotIssue(inOffice, hasActive);

    /// <summary>A new card with a new number in place of the lost one.</summary>
    public SupervisorCard Reissue(SupervisorCardId id, AppointmentId term, string number, bool inOffice, bool hasActive, DateOnly today)
    {
        Rule.Require(WhyNotReissue(inOffice, hasActive));
        return new SupervisorCard { Id = id, Person = Person, Term = term, Number = number, State = CardState.Active, IssuedOn = today, Replaces = Id };
    }

    public RuleViolation? WhyNotReportLost(DateOnly lostOn, DateOnly today) =>
        State is not (CardState.Active or CardState.ReturnPending) ? CardRules.WrongState(Number, State)
        : lostOn > today ? CardRules.LostInTheFuture(lostOn)
        : null;

    /// <summary>Void from this moment, whatever becomes of it.</summary>
    public void ReportLost(DateOnly lostOn, DateOnly today)
    {
        Rule.Require(WhyNotReportLost(lostOn, today));
        State = CardState.Lost;
        LostOn = lostOn;
        ReportedOn = today;
    }

    public RuleViolation? WhyNotRecover() => State == CardState.Lost ? null : CardRules.WrongState(Number, State);

    /// <summary>Found and handed in; it stays void.</summary>
    public void Recover(DateOnly today)
    {
        Rule.Require(WhyNotRecover());
        State = CardState.LostRecovered;
        ClosedOn = today;
    }

    public RuleViolation? WhyNotReplace() => State == CardState.Active ? null : CardRules.WrongState(Number, State);

    /// <summary>Damaged, or its data changed: handed in for another.</summary>
    public SupervisorCard Replace(SupervisorCardId id, AppointmentId term, string number, string reason, bool inOffice, DateOnly today)
    {
        Rule.Require(WhyNotReplace() ?? (string.IsNullOrWhiteSpace(reason) ? CardRules.ReasonMissing() : null));
        State = CardState.Replaced;
        Reason = reason;
        ClosedOn = today;
        var successor = Issue(id, Person, term, number, inOffice, hasActive: false, today);
        successor.Replaces = Id;
        return successor;
    }

    /// <summary>The term has ended: it is to come back. A card that is lost, back or void stays so.</summary>
    public void AskBack()
    {
        if (State == CardState.Active)
        {
            State = CardState.ReturnPending;
        }
    }

    public RuleViolation? WhyNotReceive() => State == CardState.ReturnPending ? null : CardRules.NotAskedBack(Number);

    public void Receive(DateOnly today)
    {
        Rule.Require(WhyNotReceive());
        State = CardState.Returned;
        ClosedOn = today;
    }

    /// <summary>It will not come back: refused, or the person cannot be reached.</summary>
    public void DeclareVoid(string reason, DateOnly today)
    {
        Rule.Require(WhyNotReceive() ?? (string.IsNullOrWhiteSpace(reason) ? CardRules.ReasonMissing() : null));
        State = CardState.Void;
        Reason = reason;
        ClosedOn = today;
    }

    /// <summary>Gives it the token that its code carries; a card that has one keeps it, so that what is printed stays right.</summary>
    public void GiveCheckToken(string token) => CheckToken ??= token;

    /// <summary>A number that was void once stays void (domain.md A2.6); a found or renewed card gets a new one.</summary>
    public RuleViolation? WhyNotCorrect(CardState state) =>
        state == CardState.Active && State != CardState.Active ? CardRules.NeverValidAgain(Number, State) : null;

    public void CorrectFromRegister(CardState state)
    {
        Rule.Require(WhyNotCorrect(state));
        State = state;
    }
}
