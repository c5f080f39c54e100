using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Confidentiality;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Recusals;
using Portal.Domain.Retention;

namespace Portal.Data;

/// <summary>Which columns are kept encrypted. Nothing can be compared, sorted or searched in them: an identity number is found by its fingerprint, the rest is only shown.</summary>
internal static class ProtectedColumns
{
    /// <summary>The fingerprint of the identity number, beside it in its row.</summary>
    public const string IdNumberHash = nameof(IdNumberHash);

    /// <summary>The fingerprint of the token of a card, beside it in its row.</summary>
    public const string CheckTokenHash = nameof(CheckTokenHash);

    /// <summary>Characters of a fingerprint.</summary>
    public const int HashLength = 44;

    // Why somebody steps aside, is on leave or was dismissed is kinship, illness or punishment, a hold may be a lawsuit; a draft can hold any of it.
    private static readonly HashSet<(Type Row, string Column)> s_texts =
    [
        (typeof(Appointment), nameof(Appointment.Remark)),
        (typeof(TermProposal), nameof(TermProposal.Reason)),
        (typeof(TermProposal), nameof(TermProposal.DecisionReason)),
        (typeof(DismissalCase), nameof(DismissalCase.Facts)),
        (typeof(DismissalCase), nameof(DismissalCase.Document)),
        (typeof(DismissalCase), nameof(DismissalCase.Statement)),
        (typeof(DismissalCase), nameof(DismissalCase.Reason)),
        (typeof(LeavePeriod), nameof(LeavePeriod.Reason)),
        (typeof(SupervisorCard), nameof(SupervisorCard.CheckToken)),
        // On what ground somebody was dismissed stands in the notice.
        (typeof(IssuedDocument), nameof(IssuedDocument.Text)),
        (typeof(IssuedDocument), nameof(IssuedDocument.Stub)),
        (typeof(IssuedDocument), nameof(IssuedDocument.Facts)),
        (typeof(IssuedDocument), nameof(IssuedDocument.VoidReason)),
        // What was found in the registers of debtors and courts, and what somebody has against somebody.
        (typeof(ConditionCheck), nameof(ConditionCheck.Note)),
        (typeof(ApplicationEvent), nameof(ApplicationEvent.Note)),
        (typeof(Objection), nameof(Objection.ObjectorName)),
        (typeof(Objection), nameof(Objection.Contact)),
        (typeof(Objection), nameof(Objection.Content)),
        (typeof(Objection), nameof(Objection.Decision)),
        (typeof(Objection), nameof(Objection.Reply)),
        (typeof(Participation), nameof(Participation.Reason)),
        (typeof(RecusalDeclaration), nameof(RecusalDeclaration.Explanation)),
        (typeof(RecusalDeclaration), nameof(RecusalDeclaration.DecisionReason)),
        (typeof(RecusalDeclaration), nameof(RecusalDeclaration.LiftReason)),
        (typeof(LegalHold), nameof(LegalHold.Reason)),
        (typeof(LegalHold), nameof(LegalHold.LiftReason)),
        (typeof(FormDraft), nameof(FormDraft.Content)),
    ];

    public static bool IsProtected(IReadOnlyProperty property) =>
        Bare(property.ClrType) == typeof(IdentityNumber) || Bare(property.ClrType) == typeof(PhoneNumber) || s_texts.Contains((property.DeclaringType.ClrType, property.Name));

    /// <summary>What the ciphertext of a column is bound to.</summary>
    public static string NameOf(IReadOnlyProperty property) => $"{property.DeclaringType.GetTableName()}.{property.GetColumnName()}";

    public static string CheckTokenFingerprint(this FieldCipher cipher, string token) => cipher.Fingerprint(token, $"SupervisorCards.{nameof(SupervisorCard.CheckToken)}");

    public static string Fingerprint(this FieldCipher cipher, IdentityNumber number) => cipher.Fingerprint(number.Value, $"People.{nameof(Person.IdNumber)}");

    /// <summary>Puts the cipher behind each protected property, and gives its column the room that a ciphertext needs.</summary>
    public static void Protect(this ModelBuilder model, FieldCipher cipher)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetDeclaredProperties()).Where(IsProtected))
        {
            var longest = property.GetMaxLength()!.Value;
            var encrypt = new CipherConverter(cipher, NameOf(property), longest);
            property.SetValueConverter(property.GetValueConverter()?.ComposeWith(encrypt) ?? encrypt);
            property.SetMaxLength(FieldCipher.StoredLength(longest));
        }
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private sealed class CipherConverter(FieldCipher cipher, string column, int longest) : ValueConverter<string, string>(
        clear => Sealed(cipher, clear, column, longest),
        stored => cipher.Reveal(stored, column))
    {
        // The database sees only the length of the ciphertext, which for Latin letters would leave room for three times as many.
        private static string Sealed(FieldCipher cipher, string clear, string column, int longest) => clear.Length <= longest
            ? cipher.Protect(clear, column)
            : throw new ArgumentOutOfRangeException(nameof(clear), clear.Length, $"{column} takes {longest} characters.");
    }
}

/// <summary>A model holds the cipher of its columns: contexts of other keys have a model of their own.</summary>
internal sealed class ModelOfItsCipher : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), ((PortalDbContext)context).Cipher, designTime);
}
