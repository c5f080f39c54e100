using Portal.Domain.Documents;
using Portal.Domain.Undertakings;

namespace Portal.Data.Documents;

/// <summary>The paper of a signature that was given on screen (Article 8 (3)).</summary>
public static class UndertakingDocumentsExtensions
{
    /// <summary>The version that was signed, with the name as it was typed; it bears no number.</summary>
    public static Task IssueUndertakingAsync(this PortalDbContext db, SignedUndertaking signature, Undertaking version, DateOnly today, CancellationToken cancellationToken) => db.IssueAsync(
        new DocumentOrder(DocumentKind.Undertaking, signature.SignedName) { Person = signature.Person, About = signature.Id.Value },
        new Dictionary<DocumentField, string>
        {
            [DocumentField.Wording] = version.Text,
            [DocumentField.Name] = signature.SignedName,
        },
        signature.Person, today, cancellationToken: cancellationToken);
}
