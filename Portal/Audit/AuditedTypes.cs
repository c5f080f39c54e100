using System.Collections.Frozen;
using System.Globalization;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Documents;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Recusals;
using Portal.Domain.Retention;
using Portal.Domain.Undertakings;
using Portal.Evidence;
using Portal.Retention;

namespace Portal.Audit;

/// <summary>
/// What is put down of each kind of row. Every text is sealed unless it is named here as plain, so that a column added later is sealed until somebody decides.
/// A type of row that is neither here nor among the excluded ones fails a test, and is put down all the same.
/// </summary>
internal static class AuditedTypes
{
    private static readonly FrozenDictionary<Type, AuditedType> s_audited = new Dictionary<Type, AuditedType>
    {
        [typeof(Person)] = new(p => ((Person)p).Id.Value) { Sealed = [nameof(Person.BirthDate), nameof(Person.Sex), nameof(Person.District)] },
        [typeof(Agency)] = new(a => ((Agency)a).Id.Value) { Plain = [nameof(Agency.Code), nameof(Agency.Name), nameof(Agency.CreditCode)] },
        [typeof(SupervisionGroup)] = new(_ => null) { Plain = [nameof(SupervisionGroup.Focus)] },
        // Why somebody was dismissed may be a conviction.
        [typeof(Appointment)] = new(a => ((Appointment)a).Person.Value) { Sealed = [nameof(Appointment.Ground)] },
        [typeof(TermProposal)] = new(_ => null),
        [typeof(DismissalCase)] = new(d => ((DismissalCase)d).Person.Value)
        {
            Plain = [nameof(DismissalCase.Number)],
            Sealed =
            [
                nameof(DismissalCase.Ground), nameof(DismissalCase.Sanction), nameof(DismissalCase.DocumentDate), nameof(DismissalCase.Serious), nameof(DismissalCase.NoGoodReason),
                $"{nameof(DismissalCase.Inactivity)}.{nameof(InactivityCount.LastEngagedOn)}", $"{nameof(DismissalCase.Inactivity)}.{nameof(InactivityCount.LimitDay)}",
                $"{nameof(DismissalCase.Inactivity)}.{nameof(InactivityCount.Invitations)}", $"{nameof(DismissalCase.Inactivity)}.{nameof(InactivityCount.CountedOn)}",
            ],
        },
        [typeof(LeavePeriod)] = new(l => ((LeavePeriod)l).Person.Value),
        [typeof(AppointmentLetter)] = new(l => ((AppointmentLetter)l).Person.Value) { Plain = [nameof(AppointmentLetter.Number)] },
        [typeof(DocumentTemplate)] = new(_ => null) { Plain = [nameof(DocumentTemplate.Title), nameof(DocumentTemplate.Body), nameof(DocumentTemplate.Stub)] },
        [typeof(IssuedDocument)] = new(d => ((IssuedDocument)d).Person?.Value) { Plain = [nameof(IssuedDocument.Number), nameof(IssuedDocument.Series), nameof(IssuedDocument.Authority)] },
        [typeof(IntroductionLetter)] = new(_ => null)
        {
            Plain = [nameof(IntroductionLetter.Serial), $"{nameof(IntroductionLetter.Bearers)}.{nameof(LetterBearer.CardNumber)}"],
        },
        [typeof(Undertaking)] = new(_ => null) { Plain = [nameof(Undertaking.Text), nameof(Undertaking.TextHash)] },
        [typeof(SignedUndertaking)] = new(s => ((SignedUndertaking)s).Person.Value) { Plain = [nameof(SignedUndertaking.TextHash)] },
        [typeof(RecruitmentBatch)] = new(b => ((RecruitmentBatch)b).Id.Value)
        {
            Plain = [nameof(RecruitmentBatch.Number), nameof(RecruitmentBatch.Title), nameof(RecruitmentBatch.Announcement), nameof(RecruitmentBatch.Reason)],
        },
        [typeof(Application)] = new(a => ((Application)a).Id.Value)
        {
            Plain = [nameof(Application.Receipt)],
            Sealed =
            [
                nameof(Application.BirthDate), nameof(Application.Sex), nameof(Application.District), nameof(Application.FailedCondition),
                $"{nameof(Application.Checks)}.{nameof(ConditionCheck.Result)}",
            ],
        },
        [typeof(PublicNotice)] = new(n => ((PublicNotice)n).Id.Value) { Plain = [nameof(PublicNotice.Number), nameof(PublicNotice.Title)] },
        [typeof(Objection)] = new(o => ((Objection)o).Id.Value) { Plain = [nameof(Objection.Receipt)] },
        [typeof(SupervisorCard)] = new(c => ((SupervisorCard)c).Person.Value) { Plain = [nameof(SupervisorCard.Number)] },
        // The title of an undercover visit says what is to be looked at: sealed, as every text is.
        [typeof(Activity)] = new(a => ((Activity)a).Id.Value) { Plain = [nameof(Activity.Number)] },
        [typeof(Participation)] = new(p => ((Participation)p).Person.Value),
        [typeof(RecusalDeclaration)] = new(r => ((RecusalDeclaration)r).Person.Value) { Sealed = [nameof(RecusalDeclaration.Ground)] },
        // Who filed a finding is what the portal guards most.
        [typeof(Finding)] = new(f => ((Finding)f).Id.Value)
        {
            Plain = [nameof(Finding.Number)],
            Sealed = [nameof(Finding.Author), $"{nameof(Finding.CoAuthors)}.{nameof(FindingCoAuthor.Person)}", $"{nameof(Finding.Events)}.{nameof(FindingEvent.By)}"],
        },
        [typeof(Account)] = new(a => ((Account)a).Person.Value) { Plain = [nameof(Account.Issuer)] },
        [typeof(Invitation)] = new(_ => null),
        [typeof(SignInSession)] = new(_ => null),
        // What a file is called and why it was taken back say what is in it; whose it is says who reported.
        [typeof(EvidenceFile)] = new(_ => null) { Sealed = [nameof(EvidenceFile.Owner), nameof(EvidenceFile.AddedBy)] },
        [typeof(LegalHold)] = new(h => ((LegalHold)h).Person?.Value ?? ((LegalHold)h).Finding?.Value),
        // Numbers only, one row a batch: what was erased stands in it as how many.
        [typeof(RetentionRun)] = new(_ => null),
        [typeof(CalendarDayRow)] = new(_ => null),
        [typeof(CalendarYearRow)] = new(_ => null),
        [typeof(SettingRow)] = new(_ => null) { Plain = [nameof(SettingRow.Value)] },
    }.ToFrozenDictionary();

    /// <summary>Rows that are not put down, with the reason.</summary>
    public static FrozenDictionary<Type, string> Excluded { get; } = new Dictionary<Type, string>
    {
        [typeof(FormDraft)] = "what a person has not sent is nobody's business (docs/decisions/0002)",
        [typeof(ExportDay)] = "each export has a row of its own",
        [typeof(NumberSeries)] = "the number taken stands in the row that took it",
        [typeof(AuditEntry)] = "the record itself",
        [typeof(AuditHead)] = "the record itself",
        [typeof(AuditKey)] = "the record itself",
    }.ToFrozenDictionary();

    public static IEnumerable<Type> Named => s_audited.Keys;

    /// <summary>As it stands in the record.</summary>
    public static string ObjectTypeOf(Type type) => AuditedObject.TypeOf(type.GetProperty("Id")?.PropertyType ?? type, type.Name);

    public static AuditedType Of(Type type) => s_audited.GetValueOrDefault(type) ?? AuditedType.Unnamed;

    /// <summary>The object that a loaded row is, for a row of the record about something that was not saved.</summary>
    public static AuditedObject? ObjectOf(object row) => row switch
    {
        Finding finding => AuditedObject.Of(finding.Id),
        RecusalDeclaration recusal => AuditedObject.Of(recusal.Id),
        Participation participation => AuditedObject.Of(participation.Id),
        AuditedObject what => what,
        _ => null,
    };

    public static string KeyText(object? key) => key switch
    {
        Guid id => AuditedObject.KeyText(id),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => key?.ToString() ?? "",
    };
}

/// <summary>What is put down of one kind of row.</summary>
/// <param name="Subject">Whose key seals its protected values; without one, the office's.</param>
internal sealed record AuditedType(Func<object, Guid?> Subject)
{
    public static AuditedType Unnamed { get; } = new(_ => null);

    /// <summary>Texts that name no person.</summary>
    public string[] Plain { get; init; } = [];

    /// <summary>Values that say something about a person although they are no text.</summary>
    public string[] Sealed { get; init; } = [];

    /// <param name="name">The property; of an owned part, <c>Part.Property</c>.</param>
    public bool Seals(string name, Type type) => Sealed.Contains(name, StringComparer.Ordinal) || (!IsPlain(type) && !Plain.Contains(name, StringComparer.Ordinal));

    private static bool IsPlain(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        return value.IsEnum || value.IsPrimitive || value == typeof(decimal) || value == typeof(DateOnly) || value == typeof(DateTimeOffset) || value == typeof(Guid)
            || Array.Exists(value.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(Domain.Rules.ITypedId<>));
    }
}
