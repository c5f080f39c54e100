using Portal.Domain.Documents;
using Portal.Domain.Rules;

namespace Portal.Features.Documents;

/// <summary>A document as the register shows it.</summary>
public sealed record DocumentRow(IssuedDocumentId Id, DocumentKind Kind, string? Number, string Title, string Subject, DateOnly IssuedOn, bool IsVoid);

/// <summary>Numbers of a series and year that no document in the register bears: given before the portal issued its documents, or for what was kept on paper.</summary>
public sealed record NumberGap(string Series, int Year, int From, int To);

/// <summary>What the register has of a year beside its rows.</summary>
public sealed record RegisterFacts(IReadOnlyList<int> Years, IReadOnlyList<NumberGap> Gaps);

/// <summary>One document with what may be done with it.</summary>
/// <param name="IssuedBy">Empty when the date did.</param>
/// <param name="CanManage">Whether the reader may declare it void.</param>
public sealed record DocumentFile(
    IssuedDocument Document, string IssuedBy, string? VoidedBy, bool CanManage, RuleViolation? WhyNotVoid, RuleViolation? WhyNotReissue);

/// <summary>A template as the list shows it.</summary>
public sealed record TemplateRow(DocumentKind Kind, int Edition, string Title, DateOnly? ChangedOn, string? ChangedBy, int Issued);

/// <summary>A template with all its editions, the one that holds now first.</summary>
public sealed record TemplateFile(DocumentTemplate Current, IReadOnlyList<TemplateEdition> Editions, DateOnly Today);

/// <param name="ChangedBy"><c>null</c>: the text that the portal came with.</param>
/// <param name="Issued">How many documents have its words.</param>
public sealed record TemplateEdition(DocumentTemplate Template, string? ChangedBy, int Issued);

/// <summary>What is typed into the editor of a template, with the names of its blanks in the reader's language.</summary>
public sealed class TemplateForm
{
    public string Title { get; set; } = "";

    public string Body { get; set; } = "";

    public string Stub { get; set; } = "";
}
