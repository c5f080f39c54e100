using System.Globalization;
using Portal.Domain.Activities;
using Portal.Domain.Credentials;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Ui.Lists;

namespace Portal.Features.Letters;

/// <summary>Which letters a list shows; everything left out filters nothing.</summary>
public sealed record LetterFilter(LetterStanding? Standing = null, AgencyId? Agency = null, ActivityId? Activity = null, string? Text = null)
{
    /// <summary>Reads the words of an address.</summary>
    public static LetterFilter From(string? standing, string? agency, string? activity, string? text) => new(
        FilterValue.Of<LetterStanding>(standing),
        Guid.TryParse(agency, CultureInfo.InvariantCulture, out var unit) ? AgencyId.From(unit) : null,
        Guid.TryParse(activity, CultureInfo.InvariantCulture, out var visit) ? ActivityId.From(visit) : null,
        FilterValue.Text(text));
}

/// <summary>A letter as the list shows it.</summary>
/// <param name="Serial"><c>null</c> until it is issued.</param>
/// <param name="Bearers">What they are called.</param>
public sealed record LetterRow(
    IntroductionLetterId Id, string? Serial, string Agency, string Matter, IReadOnlyList<string> Bearers, DateOnly ValidFrom, DateOnly ValidTo, bool Sensitive, LetterStanding Standing);

/// <summary>Who bears a letter, with the card that is shown with it.</summary>
public sealed record LetterBearerLine(PersonId Person, string Name, string CardNumber);

/// <summary>A letter with everything on it, and what may be done now. The same lines refuse the act itself.</summary>
/// <param name="Activity"><c>null</c> where it is for none, or the reader may not know of it.</param>
/// <param name="Paper">The document that it is; <c>null</c> before it is issued, and for one from before the portal issued documents.</param>
/// <param name="CanManage">Whether the reader is of the section.</param>
/// <param name="CanDecide">Whether the reader decides what is proposed.</param>
public sealed record LetterFile(
    IntroductionLetterId Id, int Version, string? Serial, AgencyId Agency, string AgencyName, NamedActivity? Activity, string Matter, DateOnly ValidFrom, DateOnly ValidTo,
    bool Sensitive, LetterStanding Standing, string PreparedBy, string? ApprovedBy, DateOnly? IssuedOn, DateOnly? ClosedOn, string? Note, IReadOnlyList<LetterBearerLine> Bearers, LetterPaper? Paper,
    bool CanManage, bool CanDecide, RuleViolation? WhyNotIssue, RuleViolation? WhyNotApprove, RuleViolation? WhyNotSendBack, RuleViolation? WhyNotUse, RuleViolation? WhyNotRevoke)
{
    /// <summary>There are no blank letters: what is printed was issued, and holds.</summary>
    public bool CanPrint => Standing == LetterStanding.Issued && Paper is { IsVoid: false };
}

/// <summary>Which document of the register a letter is: the one paper under its serial.</summary>
public sealed record LetterPaper(IssuedDocumentId Id, bool IsVoid);

public sealed record NamedActivity(ActivityId Id, string Title);

/// <summary>What a new letter can choose from.</summary>
public sealed record LetterChoices(IReadOnlyList<AgencyChoice> Agencies, IReadOnlyList<ActivityChoice> Activities, int MaxDays);

public sealed record AgencyChoice(Guid Id, string Name);

/// <summary>An activity that is still to come or under way.</summary>
public sealed record ActivityChoice(Guid Id, string Number, string Title, DateOnly Date, IReadOnlyList<Guid> Agencies);

/// <summary>Somebody in office.</summary>
/// <param name="WhyNot">Why they cannot bear the letter; <c>null</c> when they can.</param>
public sealed record BearerChoice(PersonId Person, string Name, SourceCategory Group, string? CardNumber, RuleViolation? WhyNot);

/// <summary>A letter that its bearer reads: on their page, and held out on a phone.</summary>
/// <param name="InForce">Whether it opens documents to the reader today.</param>
/// <param name="Revoked">Why it was revoked; <c>null</c> when it was not.</param>
public sealed record MyLetter(
    IntroductionLetterId Id, string Serial, string Agency, string Matter, DateOnly ValidFrom, DateOnly ValidTo, LetterStanding Standing, bool InForce, string? Revoked)
{
    /// <summary>The words on its paper; <c>null</c> in lists, and for one from before the portal issued documents.</summary>
    public LetterWords? Words { get; init; }
}

/// <summary>What stands on the paper, in the office's language.</summary>
public sealed record LetterWords(IReadOnlyList<string> Lines, string Authority, string Day);
