using Portal.Domain.Rules;

namespace Portal.Domain.Documents;

/// <summary>What the office demands of its documents and their templates; the measures name the documents, not their form.</summary>
public static class DocumentRules
{
    public static RuleViolation NameMissing() => new("Document_NameMissing", default);

    public static RuleViolation CodeWithFigures() => new("Document_CodeWithFigures", default);

    public static RuleViolation TitleMissing() => new("Document_TitleMissing", default);

    public static RuleViolation TextMissing() => new("Document_TextMissing", default);

    public static RuleViolation TooLong(int most) => new("Document_TooLong", default, most);

    /// <summary>Braces hold something that this kind of document knows nothing of.</summary>
    public static RuleViolation UnknownBlank(string name) => new("Document_UnknownBlank", default, name);

    /// <summary>A brace is not closed, or was never opened.</summary>
    public static RuleViolation LooseBrace() => new("Document_LooseBrace", default);

    public static RuleViolation BlankMissing(DocumentField field) => new("Document_BlankMissing", default, field);

    public static RuleViolation Unchanged() => new("Document_Unchanged", default);

    public static RuleViolation VoidAlready() => new("Document_VoidAlready", default);

    /// <summary>The notice is withdrawn, the letter revoked, the certificate asked back instead.</summary>
    public static RuleViolation StandsForWhatHolds() => new("Document_StandsForWhatHolds", default);

    public static RuleViolation NotVoid() => new("Document_NotVoid", default);

    public static RuleViolation ReasonMissing() => new("Document_ReasonMissing", default);

    /// <summary>Its number belongs to a certificate, a notice or a letter, and is issued anew with that.</summary>
    public static RuleViolation NumberOfAnother() => new("Document_NumberOfAnother", default);

    public static RuleViolation IssuedAnew() => new("Document_IssuedAnew", default);
}
