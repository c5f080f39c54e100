using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Credentials;

/// <summary>The letter of appointment of one term (聘书, Article 6); issued in one act with the card.</summary>
public sealed class AppointmentLetter
{
    public const int NumberLength = 50;
    public const int ReasonLength = 200;

    private AppointmentLetter()
    {
    }

    public AppointmentLetterId Id { get; private set; }

    public PersonId Person { get; private set; }

    public AppointmentId Term { get; private set; }

    /// <summary>Unique, never used again.</summary>
    public string Number { get; private set; } = "";

    public DateOnly IssuedOn { get; private set; }

    public CertificateState State { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Why it was declared void instead of returned.</summary>
    public string? VoidReason { get; private set; }

    public int Version { get; private set; }

    public bool IsOutstanding => State is CertificateState.Issued or CertificateState.ReturnPending;

    public static AppointmentLetter Issue(AppointmentLetterId id, PersonId person, AppointmentId term, string number, DateOnly today) =>
        new() { Id = id, Person = person, Term = term, Number = number, IssuedOn = today, State = CertificateState.Issued };

    /// <summary>One that the office handed out before the portal, put down when it has to come back.</summary>
    /// <param name="number">As known; where nobody knows it, words that say so.</param>
    /// <param name="issuedOn">The first day of the term, where nothing better is known.</param>
    public static AppointmentLetter FromRegister(AppointmentLetterId id, PersonId person, AppointmentId term, string number, DateOnly issuedOn) => Issue(id, person, term, number, issuedOn);

    /// <summary>The term has ended: it is to come back. A letter that is back or void already stays so.</summary>
    public void AskBack()
    {
        if (State == CertificateState.Issued)
        {
            State = CertificateState.ReturnPending;
        }
    }

    public RuleViolation? WhyNotReceive() => State == CertificateState.ReturnPending ? null : CardRules.NotAskedBack(Number);

    public void Receive(DateOnly today)
    {
        Rule.Require(WhyNotReceive());
        State = CertificateState.Returned;
        ClosedOn = today;
    }

    /// <summary>It will not come back: lost, refused, or the person cannot be reached.</summary>
    public void DeclareVoid(string reason, DateOnly today)
    {
        Rule.Require(WhyNotReceive() ?? (string.IsNullOrWhiteSpace(reason) ? CardRules.ReasonMissing() : null));
        State = CertificateState.Void;
        ClosedOn = today;
        VoidReason = reason;
    }
}
