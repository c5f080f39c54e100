using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Audit;
using Portal.Ui;

namespace Portal.Features.AuditRecord;

/// <summary>The record's names in the reader's language. A name that has no words, such as one of an older version, is shown as it stands in the record.</summary>
public sealed class AuditSayings(IStringLocalizer<AuditText> text, Words words, TimeProvider clock)
{
    public string At(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public string Who(AuditRow row) => row.IsWithheld ? text[nameof(AuditText.Who_Withheld)]
        : row.Who is { } name ? name
        : row.Role is { } role ? words.Of(role)
        : text[nameof(AuditText.Who_Portal)];

    public string Act(string act) => Known($"Act_{act}", act);

    public string Kind(string? type) => type is null ? "" : Known($"Object_{type}", type);

    public string Outcome(AuditOutcome outcome) => text[$"Outcome_{outcome}"];

    public string Name(string name) => Known($"Field_{name.Split('.', '(')[^1].TrimEnd(')')}", name);

    /// <summary>Of a value that is not shown: that it is sealed, or that it is no more.</summary>
    public string Hidden(AuditChange change) => text[change.IsErased ? nameof(AuditText.Erased) : nameof(AuditText.Sealed)];

    public string Value(string? value) => value ?? text[nameof(AuditText.Nothing)];

    public string Change(AuditChange change) => change.IsSealed
        ? $"{Name(change.Name)}: {Hidden(change)}"
        : $"{Name(change.Name)}: {Value(change.Before)} → {Value(change.After)}";

    public string Verdict(AuditVerdict verdict) => verdict.Fault is { } fault
        ? text[$"Fault_{fault}", verdict.Row!]
        : text[nameof(AuditText.Verify_Whole), verdict.Rows, verdict.Anchors, At(verdict.At)];

    private string Known(string key, string otherwise) => text[key] is { ResourceNotFound: false } known ? known.Value : otherwise;
}
