using Microsoft.EntityFrameworkCore;
using Portal.Domain.Rules;

namespace Portal.Data;

/// <summary>Every text goes into the database in one form, and what may not be kept is refused: here, since no text gets in any other way.</summary>
internal sealed class PlainTextOnSave : ChangesOnSave
{
    /// <exception cref="RuleViolationException">A text holds what may not be kept.</exception>
    protected override void Change(DbContext db)
    {
        // A draft is kept as it is being typed; what is wrong with it is said when it is sent.
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity is not FormDraft))
        {
            foreach (var property in entry.Properties.Where(p => p.Metadata.ClrType == typeof(string) && (entry.State == EntityState.Added || p.IsModified)))
            {
                if (property.CurrentValue is string { Length: > 0 } text)
                {
                    Rule.Require(PlainTextRules.Unfit(text.Replace('\r', '\n')));
                    var normalised = PlainText.Normalised(text);
                    if (!string.Equals(normalised, text, StringComparison.Ordinal))
                    {
                        property.CurrentValue = normalised;
                    }
                }
            }
        }
    }
}
