using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Documents;
using Portal.Domain.Rules;

namespace Portal.Data;

/// <summary>The office's settings as they stand in rows: a row by the name of a setting takes the place of its default.</summary>
internal static class OfficeSettingsRows
{
    private static readonly PropertyInfo[] s_settings = [.. typeof(OfficeSettings).GetProperties().Where(p => p.SetMethod is not null)];

    /// <summary>As they stand in the transaction of the caller.</summary>
    public static async Task<OfficeSettings> SettingsAsync(this PortalDbContext db, CancellationToken cancellationToken) =>
        Read(await db.Settings.AsNoTracking().ToDictionaryAsync(s => s.Key, s => s.Value, cancellationToken));

    /// <summary>Within the caller's unit of work; what stands already is not written again.</summary>
    public static async Task SetAsync(this PortalDbContext db, string name, string value, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await db.Settings.SingleOrDefaultAsync(s => s.Key == name, cancellationToken);
        if (row is null)
        {
            db.Settings.Add(new SettingRow { Key = name, Value = value, ChangedAt = now });
        }
        else if (row.Value != value)
        {
            (row.Value, row.ChangedAt) = (value, now);
        }
    }

    private static OfficeSettings Read(Dictionary<string, string> rows)
    {
        var settings = new OfficeSettings
        {
            OrgAuthorityName = OfficialWords.Text(nameof(OfficialText.AuthorityName)),
            OrgSectionName = OfficialWords.Text(nameof(OfficialText.SectionName)),
        };
        foreach (var setting in s_settings)
        {
            if (rows.TryGetValue(setting.Name, out var value))
            {
                setting.SetValue(settings, Value(value, setting.PropertyType));
            }
        }

        return settings;
    }

    private static object Value(string value, Type type) =>
        type.IsEnum ? Enum.Parse(type, value) : Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
}
