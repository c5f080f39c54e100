using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Documents;

/// <summary>A document as it was issued: number, words and facts are frozen. A wrong one is declared void and stays in the register under its number.</summary>
public sealed class IssuedDocument
{
    public const int TitleLength = 300;
    public const int SubjectLength = 200;
    public const int AuthorityLength = 100;
    public const int TextLength = 8000;
    public const int StubLength = 2000;
    public const int FactsLength = 12000;
    public const int ReasonLength = 200;

    // Kept as people read it, whatever script it is in.
    private static readonly JsonSerializerOptions s_legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private IssuedDocument()
    {
    }

    public IssuedDocumentId Id { get; private set; }

    public DocumentKind Kind { get; private set; }

    /// <summary>Series, year and place in it; without a series it bears no number.</summary>
    public string? Series { get; private set; }

    public int Year { get; private set; }

    public int? Sequence { get; private set; }

    /// <summary>The number as it is written. Unique, never used again.</summary>
    public string? Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Whom or what it is about, for lists.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Whose document it is; that person may read it.</summary>
    public PersonId? Person { get; private set; }

    /// <summary>The agency that it names, for those who step aside from it.</summary>
    public AgencyId? Agency { get; private set; }

    /// <summary>The activity that it is for.</summary>
    public ActivityId? Activity { get; private set; }

    /// <summary>The term, case, notice or letter that it was issued for: one document of a kind that is not void.</summary>
    public Guid? About { get; private set; }

    public DateOnly IssuedOn { get; private set; }

    /// <summary><c>null</c>: by the date alone, as a term that ran out.</summary>
    public PersonId? IssuedBy { get; private set; }

    /// <summary>Which edition of the template its words come from.</summary>
    public int Edition { get; private set; }

    public string Authority { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string? Stub { get; private set; }

    /// <summary>What was filled in, by the names of the fields.</summary>
    public string Facts { get; private set; } = "";

    public DateOnly? VoidedOn { get; private set; }

    public PersonId? VoidedBy { get; private set; }

    public string? VoidReason { get; private set; }

    public int Version { get; private set; }

    public bool IsVoid => VoidedOn is not null;

    /// <summary>Fills in a template and freezes what comes of it.</summary>
    /// <param name="template">The words.</param>
    /// <param name="order">What it is about.</param>
    /// <param name="values">What is filled in; what is not there is left to be filled in by hand.</param>
    /// <param name="number">Its number, for a kind that bears one.</param>
    /// <param name="by">Who issues it; <c>null</c> when the date does.</param>
    /// <param name="today">The day.</param>
    /// <exception cref="RuleViolationException">Filled in, it is longer than a document may be.</exception>
    public static IssuedDocument Issue(
        DocumentTemplate template, DocumentOrder order, IReadOnlyDictionary<DocumentField, string> values, DocumentNumber? number, PersonId? by, DateOnly today)
    {
        var form = DocumentForm.Of(template.Kind);
        if (order.Kind != template.Kind || number?.Series != form.Series)
        {
            throw new ArgumentException($"{order.Kind} is not issued as {template.Kind} with the number {number?.Text}.", nameof(order));
        }

        var title = DocumentBlanks.Fill(template.Title, values);
        var text = DocumentBlanks.Fill(template.Body, values);
        var stub = template.Stub is null ? null : DocumentBlanks.Fill(template.Stub, values);
        var facts = JsonSerializer.Serialize(values.OrderBy(v => v.Key).ToDictionary(v => v.Key.ToString(), v => v.Value), s_legible);
        Rule.Require(
            title.Length > TitleLength ? DocumentRules.TooLong(TitleLength)
            : text.Length > TextLength || facts.Length > FactsLength ? DocumentRules.TooLong(TextLength)
            : stub?.Length > StubLength ? DocumentRules.TooLong(StubLength)
            : null);
        return new IssuedDocument
        {
            Id = IssuedDocumentId.New(),
            Kind = order.Kind,
            Series = number?.Series,
            Year = number?.Year ?? today.Year,
            Sequence = number?.Sequence,
            Number = number?.Text,
            Title = title,
            Subject = order.Subject,
            Person = order.Person,
            Agency = order.Agency,
            Activity = order.Activity,
            About = order.About,
            IssuedOn = today,
            IssuedBy = by,
            Edition = template.Edition,
            Authority = values.GetValueOrDefault(form.SignedBy, ""),
            Text = text,
            Stub = stub,
            Facts = facts,
        };
    }

    /// <summary>Why documents cannot be issued in that name.</summary>
    public static RuleViolation? WhyNotSign(string name) =>
        string.IsNullOrWhiteSpace(name) ? DocumentRules.NameMissing() : name.Length > AuthorityLength ? DocumentRules.TooLong(AuthorityLength) : null;

    public RuleViolation? WhyNotVoid() => IsVoid ? DocumentRules.VoidAlready() : null;

    /// <summary>Why nobody declares it void by hand: it prints what is in force, which would stay so. With that it is void by itself.</summary>
    /// <param name="inForce">Whether the notice, letter or certificate that it prints holds.</param>
    public RuleViolation? WhyNotVoidByHand(bool inForce) => WhyNotVoid() ?? (inForce ? DocumentRules.StandsForWhatHolds() : null);

    /// <summary>Declares it void; its number stays in the register.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who; <c>null</c> when what it was issued for fell away by itself.</param>
    /// <param name="today">The day.</param>
    public void DeclareVoid(string reason, PersonId? by, DateOnly today)
    {
        Rule.Require(WhyNotVoid() ?? (string.IsNullOrWhiteSpace(reason) ? DocumentRules.ReasonMissing() : null));
        VoidedOn = today;
        VoidedBy = by;
        VoidReason = reason;
    }

    /// <summary>Why it cannot be issued anew: it still stands, or its number is another row's.</summary>
    /// <param name="another">Whether one that is not void has taken its place.</param>
    public RuleViolation? WhyNotReissue(bool another) =>
        !IsVoid ? DocumentRules.NotVoid()
        : !DocumentForm.Of(Kind).HasOwnNumber ? DocumentRules.NumberOfAnother()
        : another ? DocumentRules.IssuedAnew()
        : null;

    /// <summary>What was filled in, to be filled in anew.</summary>
    public IReadOnlyDictionary<DocumentField, string> Values() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Facts)!.ToDictionary(v => Enum.Parse<DocumentField>(v.Key), v => v.Value);

    /// <summary>The same document once more.</summary>
    public DocumentOrder Again() => new(Kind, Subject) { Person = Person, Agency = Agency, Activity = Activity, About = About };
}

/// <summary>What a document is about.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Subject">Whom or what it is about, in the words that lists show.</param>
public sealed record DocumentOrder(DocumentKind Kind, string Subject)
{
    public PersonId? Person { get; init; }

    public AgencyId? Agency { get; init; }

    public ActivityId? Activity { get; init; }

    /// <summary>The id of what it is issued for.</summary>
    public Guid? About { get; init; }
}
