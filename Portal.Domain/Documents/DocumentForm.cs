using System.Collections.Frozen;

namespace Portal.Domain.Documents;

/// <summary>What is fixed about a kind of document: its series of numbers, and what its template has to leave open and may (domain.md A7).</summary>
public sealed record DocumentForm
{
    /// <summary>The series of documents that bear the office's code word; one for all of them, as the standard for official documents asks.</summary>
    public const string Official = "FW";

    public const string AppointmentLetters = "PS";
    public const string IntroductionLetters = "JS";
    public const string EndOfTermNotices = "JM";

    // The office itself and the day can be named in any document.
    private static readonly DocumentField[] s_everywhere = [DocumentField.Authority, DocumentField.Section, DocumentField.Phone, DocumentField.IssuedOn, DocumentField.Number];

    private static readonly FrozenDictionary<DocumentKind, DocumentForm> s_forms = new DocumentForm[]
    {
        new(DocumentKind.RecruitmentAnnouncement, Official)
        {
            Required = [DocumentField.Wording, DocumentField.FirstDay, DocumentField.LastDay, DocumentField.Channels],
            Optional = [DocumentField.Heading],
        },
        new(DocumentKind.PublicNotice, Official)
        {
            Required = [DocumentField.Wording, DocumentField.FirstDay, DocumentField.LastDay, DocumentField.People],
            Optional = [DocumentField.Heading, DocumentField.Count],
        },
        new(DocumentKind.NoticeResult, Official)
        {
            Required = [DocumentField.FirstDay, DocumentField.LastDay, DocumentField.PassedCount, DocumentField.PassedPeople],
            Optional = [DocumentField.Heading, DocumentField.Count, DocumentField.Objections],
            HasOwnNumber = true,
        },
        new(DocumentKind.AppointmentLetter, AppointmentLetters)
        {
            Required = [DocumentField.Name, DocumentField.TermStart, DocumentField.TermEnd],
            Optional = [DocumentField.Group, DocumentField.Length],
        },
        new(DocumentKind.DismissalNotice, Official)
        {
            Required = [DocumentField.Name, DocumentField.Ground, DocumentField.EffectiveOn],
            HasOwnNumber = true,
        },
        new(DocumentKind.EndOfTermNotice, EndOfTermNotices) { Required = [DocumentField.Name, DocumentField.TermEnd], HasOwnNumber = true },
        new(DocumentKind.MidTermAdjustment, Official) { Required = [DocumentField.Name, DocumentField.EffectiveOn], HasOwnNumber = true },
        new(DocumentKind.IntroductionLetter, IntroductionLetters)
        {
            Required = [DocumentField.Unit, DocumentField.Bearers, DocumentField.Matter, DocumentField.ValidFrom, DocumentField.ValidTo],
            Optional = [DocumentField.Name, DocumentField.CardNumber, DocumentField.CountInWords],
            InStub = [DocumentField.Bearers, DocumentField.Unit, DocumentField.Matter, DocumentField.ValidFrom, DocumentField.ValidTo, DocumentField.Approver],
        },
        new(DocumentKind.ReturnChecklist, null) { Required = [DocumentField.Name, DocumentField.Certificates], HasOwnNumber = true },
        new(DocumentKind.Undertaking, null) { Required = [DocumentField.Wording], Optional = [DocumentField.Name], IsOfPerson = true },
    }.ToFrozenDictionary(f => f.Kind);

    private DocumentForm(DocumentKind kind, string? series) => (Kind, Series) = (kind, series);

    public DocumentKind Kind { get; }

    /// <summary><c>null</c>: it bears no number.</summary>
    public string? Series { get; }

    /// <summary>Its title and text together have to leave these open.</summary>
    public IReadOnlyList<DocumentField> Required { get; private init; } = [];

    /// <summary>The stub has to leave these open; empty for a document without one.</summary>
    public IReadOnlyList<DocumentField> InStub { get; private init; } = [];

    /// <summary>Whether its number is nobody else's, so that it can be issued anew under another.</summary>
    public bool HasOwnNumber { get; private init; }

    /// <summary>Whether it is a person's word to the office, and bears that person's name below instead of the office's.</summary>
    public bool IsOfPerson { get; private init; }

    /// <summary>Whose name stands below it.</summary>
    public DocumentField SignedBy => IsOfPerson ? DocumentField.Name : DocumentField.Authority;

    public bool HasStub => InStub.Count > 0;

    public bool IsOfficial => Series == Official;

    /// <summary>Everything that the template may leave open, the required first.</summary>
    public IReadOnlyList<DocumentField> Fields => [.. Required.Concat(Optional).Concat(InStub).Concat(s_everywhere).Distinct()];

    private IReadOnlyList<DocumentField> Optional { get; init; } = [];

    public static DocumentForm Of(DocumentKind kind) => s_forms[kind];
}
