using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Documents;

/// <summary>One edition of the words of a kind of document. It never changes: whoever words it otherwise makes the next edition, and what was issued before keeps its own.</summary>
public sealed class DocumentTemplate
{
    public const int TitleLength = 100;
    public const int BodyLength = 4000;
    public const int StubLength = 1000;

    private DocumentTemplate()
    {
    }

    public DocumentTemplateId Id { get; private set; }

    public DocumentKind Kind { get; private set; }

    /// <summary>1 for the text that the portal came with first, and so on.</summary>
    public int Edition { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>A line is a paragraph; a first line that ends with a colon is the salutation.</summary>
    public string Body { get; private set; } = "";

    /// <summary>What is kept when the document is handed out; <c>null</c> for a kind without a stub.</summary>
    public string? Stub { get; private set; }

    /// <summary><c>null</c>: a text that the portal came with.</summary>
    public PersonId? ChangedBy { get; private set; }

    public DateOnly? ChangedOn { get; private set; }

    /// <summary>The first edition.</summary>
    public static DocumentTemplate First(DocumentKind kind, string title, string body, string? stub) => Make(kind, 1, title, body, stub, null, null);

    public static RuleViolation? WhyNotTitle(DocumentKind kind, string title) =>
        string.IsNullOrWhiteSpace(title) ? DocumentRules.TitleMissing() : DocumentBlanks.WhyNot(DocumentForm.Of(kind), title, TitleLength);

    /// <param name="kind">The kind.</param>
    /// <param name="title">What it leaves open need not be left open again.</param>
    /// <param name="body">The text.</param>
    public static RuleViolation? WhyNotBody(DocumentKind kind, string title, string body) =>
        string.IsNullOrWhiteSpace(body) ? DocumentRules.TextMissing()
        : DocumentBlanks.WhyNot(DocumentForm.Of(kind), body, BodyLength) ?? Missing(DocumentForm.Of(kind).Required, $"{title}\n{body}");

    public static RuleViolation? WhyNotStub(DocumentKind kind, string? stub) =>
        !DocumentForm.Of(kind).HasStub ? null
        : string.IsNullOrWhiteSpace(stub) ? DocumentRules.TextMissing()
        : DocumentBlanks.WhyNot(DocumentForm.Of(kind), stub, StubLength) ?? Missing(DocumentForm.Of(kind).InStub, stub);

    /// <summary>Why these words cannot be the next edition.</summary>
    public RuleViolation? WhyNotRevise(string title, string body, string? stub) =>
        WhyNotTitle(Kind, title) ?? WhyNotBody(Kind, title, body) ?? WhyNotStub(Kind, stub)
        ?? (title == Title && body == Body && (stub ?? "") == (Stub ?? "") ? DocumentRules.Unchanged() : null);

    /// <summary>The next edition; this one stays as it is.</summary>
    public DocumentTemplate Revise(string title, string body, string? stub, PersonId by, DateOnly today)
    {
        Rule.Require(WhyNotRevise(title, body, stub));
        return Make(Kind, Edition + 1, title, body, stub, by, today);
    }

    /// <summary>The portal's own words as the next edition: where these are its own of an earlier day, or leave out what such a document has to say by now. What the office worded itself stays otherwise.</summary>
    /// <param name="own">The first edition as the portal comes with it today.</param>
    /// <returns><c>null</c> when this edition holds on.</returns>
    public DocumentTemplate? Renewed(DocumentTemplate own)
    {
        var holds = ChangedBy is null
            ? (Title, Body, Stub) == (own.Title, own.Body, own.Stub)
            : (WhyNotTitle(Kind, Title) ?? WhyNotBody(Kind, Title, Body) ?? WhyNotStub(Kind, Stub)) is null;
        return holds ? null : Make(Kind, Edition + 1, own.Title, own.Body, own.Stub, null, null);
    }

    private static DocumentTemplate Make(DocumentKind kind, int edition, string title, string body, string? stub, PersonId? by, DateOnly? today)
    {
        Rule.Require(WhyNotTitle(kind, title) ?? WhyNotBody(kind, title, body) ?? WhyNotStub(kind, stub));
        return new DocumentTemplate
        {
            Id = DocumentTemplateId.New(),
            Kind = kind,
            Edition = edition,
            Title = title,
            Body = body,
            Stub = DocumentForm.Of(kind).HasStub ? stub : null,
            ChangedBy = by,
            ChangedOn = today,
        };
    }

    private static RuleViolation? Missing(IReadOnlyList<DocumentField> required, string text)
    {
        foreach (var field in required)
        {
            if (!DocumentBlanks.Leaves(text, field))
            {
                return DocumentRules.BlankMissing(field);
            }
        }

        return null;
    }
}
