using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;

namespace Portal.Drafts;

/// <summary>Keeps what a person has typed into a form and not sent. Each person reaches only their own.</summary>
public sealed class DraftService(IDbContextFactory<PortalDbContext> contexts, AccessGuard access, TimeProvider clock)
{
    // Chinese as itself: escaped, a long text would take six times the room that there is.
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

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

    /// <remarks>Written past the change tracker: the last one saved stands, whichever page it came from, and what is not sent yet is no change that the office counts anew for.</remarks>
    /// <exception cref="DraftTooLongException">The draft of before stands.</exception>
    public async Task SaveAsync<T>(string form, T value, CancellationToken cancellationToken = default)
        where T : class
    {
        var actor = await access.DemandAsync(Permissions.KeepDraft, cancellationToken: cancellationToken);
        var draft = new FormDraft { Person = actor.Person, Form = form, Content = JsonSerializer.Serialize(value, s_json), SavedAt = clock.GetUtcNow() };
        if (draft.Content.Length > FormDraft.ContentLength)
        {
            throw new DraftTooLongException();
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await OverwriteAsync(db, draft, cancellationToken))
        {
            return;
        }

        try
        {
            db.Drafts.Add(draft);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException first) when (LostRace.IsDuplicate(first))
        {
            // The same form on a second page was quicker with its first save.
            await OverwriteAsync(db, draft, cancellationToken);
        }
    }

    public async Task DiscardAsync(string form, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.KeepDraft, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Drafts.Where(d => d.Person == actor.Person && d.Form == form).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<bool> OverwriteAsync(PortalDbContext db, FormDraft draft, CancellationToken cancellationToken) =>
        await db.Drafts
            .Where(d => d.Person == draft.Person && d.Form == draft.Form)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Content, draft.Content).SetProperty(d => d.SavedAt, draft.SavedAt), cancellationToken) > 0;
}
