using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Documents;
using Portal.Domain.Rules;

namespace Portal.Features.Documents;

/// <summary>In whose name documents are issued, and the code word of their numbers.</summary>
public sealed class OfficeIdentityService(UnitOfWork work, OfficeFacts office, AccessGuard access, TimeProvider clock)
{
    public async Task<OfficeIdentity> GetAsync(CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.ManageTemplates, cancellationToken: cancellationToken);
        var settings = await office.SettingsAsync(cancellationToken);
        return new OfficeIdentity { Authority = settings.OrgAuthorityName, Section = settings.OrgSectionName, Telephone = settings.OrgTelephone, CodeWord = settings.OrgDocCode };
    }

    /// <summary>From now on: what was issued keeps the name and number that it has.</summary>
    public async Task ChangeAsync(OfficeIdentity to, CancellationToken cancellationToken = default) => await work.WriteAsync(
        async db =>
        {
            await access.DemandAsync(Permissions.ManageTemplates, cancellationToken: cancellationToken);
            Rule.Require(IssuedDocument.WhyNotSign(to.Authority) ?? IssuedDocument.WhyNotSign(to.Section) ?? DocumentNumber.WhyNotCode(to.CodeWord));
            await SetAsync(db, nameof(OfficeSettings.OrgAuthorityName), to.Authority, cancellationToken);
            await SetAsync(db, nameof(OfficeSettings.OrgSectionName), to.Section, cancellationToken);
            await SetAsync(db, nameof(OfficeSettings.OrgTelephone), to.Telephone, cancellationToken);
            await SetAsync(db, nameof(OfficeSettings.OrgDocCode), to.CodeWord, cancellationToken);
        },
        cancellationToken);

    private async Task SetAsync(PortalDbContext db, string key, string value, CancellationToken cancellationToken)
    {
        var row = await db.Settings.SingleOrDefaultAsync(s => s.Key == key, cancellationToken);
        if (row is null)
        {
            db.Settings.Add(new SettingRow { Key = key, Value = value.Trim(), ChangedAt = clock.GetUtcNow() });
        }
        else if (row.Value != value.Trim())
        {
            (row.Value, row.ChangedAt) = (value.Trim(), clock.GetUtcNow());
        }
    }
}

/// <summary>What the office is called on its documents.</summary>
public sealed class OfficeIdentity
{
    public string Authority { get; set; } = "";

    public string Section { get; set; } = "";

    public string Telephone { get; set; } = "";

    public string CodeWord { get; set; } = "";
}
