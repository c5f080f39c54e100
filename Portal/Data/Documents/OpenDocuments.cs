using Portal.Access;
using Portal.Data.Activities;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.Documents;
using Portal.Domain.People;

namespace Portal.Data.Documents;

/// <summary>Which documents of the register somebody of the section or of leadership may open.</summary>
public static class OpenDocumentsExtensions
{
    /// <summary>Leaves out what names an agency or activity that the reader steps aside from, and undercover visits to come.</summary>
    public static IQueryable<IssuedDocument> DocumentsOpenTo(this PortalDbContext db, Actor reader, RecusedFrom recused, DateOnly today)
    {
        var activities = db.Activities.OpenTo(recused).KnownTo(reader, today).Select(a => (ActivityId?)a.Id);
        var documents = db.IssuedDocuments.Where(d => d.Activity == null || activities.Contains(d.Activity));
        var agencies = recused.Agencies.Select(a => (AgencyId?)a).ToList();
        return agencies.Count > 0 ? documents.Where(d => d.Agency == null || !agencies.Contains(d.Agency)) : documents;
    }
}
