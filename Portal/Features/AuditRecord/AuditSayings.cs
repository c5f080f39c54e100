using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Audit;
using Portal.Confidentiality;
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

    /// <summary>Why it was refused, or what a person gave as the reason.</summary>
    public string? Reason(AuditRow row) => row is { Outcome: AuditOutcome.Denied, Reason: { } code } ? words.Refusal(code) ?? code : row.Reason;

    public string Change(AuditRow row, AuditChange change) => $"{Name(change.Name)}: {Values(row, change)}";

    public string Values(AuditRow row, AuditChange change)
    {
        if (change.IsSealed)
        {
            return text[change.IsErased ? nameof(AuditText.Erased) : nameof(AuditText.Sealed)];
        }

        if (change is { Name: nameof(SensitiveRead.Shown), After: { } shown })
        {
            return Name(shown);
        }

        var type = AuditFields.TypeOf(row.ObjectType, change.Name);
        return $"{Value(type, change.Before)} → {Value(type, change.After)}";
    }

    private string Value(Type? type, string? value) => value is null ? text[nameof(AuditText.Nothing)]
        : type is { IsEnum: true } && Enum.TryParse(type, value, out var word) ? words.Of((Enum)word)
        : type == typeof(bool) && bool.TryParse(value, out var flag) ? text[flag ? nameof(AuditText.Yes) : nameof(AuditText.No)]
        : type == typeof(DateTimeOffset) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var at) ? At(at)
        : value;

    public string Verdict(AuditVerdict verdict) => verdict.Fault is { } fault
        ? text[$"Fault_{fault}", verdict.Row!]
        : text[nameof(AuditText.Verify_Whole), verdict.Rows, verdict.Anchors, At(verdict.At)];

    private string Known(string key, string otherwise) => text[key] is { ResourceNotFound: false } known ? known.Value : otherwise;
}
