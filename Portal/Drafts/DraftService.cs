using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;

namespace Portal.Drafts;

/// <summary>Keeps what a person has typed into a form and not sent. Each person reaches only their own.</summary>
public sealed class DraftService(IDbContextFactory<PortalDbContext> contexts, AccessGuard access, TimeProvider clock)
{
    /// <returns><c>null</c> when nothing was kept, or the form has changed so much that it no longer fits.</returns>
    public async Task<T?> LoadAsync<T>(string form, CancellationToken cancellationToken = default)
        where T : class
    {
        var actor = await access.DemandAsync(Permissions.KeepDraft, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var content = await db.Drafts.Where(d => d.Person == actor.Person && d.Form == form).Select(d => d.Content).SingleOrDefaultAsync(cancellationToken);
        try
        {
            return content is null ? null : JsonSerializer.Deserialize<T>(content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task SaveAsync<T>(string form, T value, CancellationToken cancellationToken = default)
        where T : class
    {
        var actor = await access.DemandAsync(Permissions.KeepDraft, cancellationToken: cancellationToken);
        var content = JsonSerializer.Serialize(value);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await db.Drafts.SingleOrDefaultAsync(d => d.Person == actor.Person && d.Form == form, cancellationToken);
        if (draft is null)
        {
            db.Drafts.Add(new FormDraft { Person = actor.Person, Form = form, Content = content, SavedAt = clock.GetUtcNow() });
        }
        else
        {
            draft.Content = content;
            draft.SavedAt = clock.GetUtcNow();
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task DiscardAsync(string form, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.KeepDraft, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Drafts.Where(d => d.Person == actor.Person && d.Form == form).ExecuteDeleteAsync(cancellationToken);
    }
}
