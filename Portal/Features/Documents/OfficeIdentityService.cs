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
            await db.SetAsync(nameof(OfficeSettings.OrgAuthorityName), to.Authority.Trim(), clock.GetUtcNow(), cancellationToken);
            await db.SetAsync(nameof(OfficeSettings.OrgSectionName), to.Section.Trim(), clock.GetUtcNow(), cancellationToken);
            await db.SetAsync(nameof(OfficeSettings.OrgTelephone), to.Telephone.Trim(), clock.GetUtcNow(), cancellationToken);
            await db.SetAsync(nameof(OfficeSettings.OrgDocCode), to.CodeWord.Trim(), clock.GetUtcNow(), cancellationToken);
        },
        cancellationToken);
}

/// <summary>What the office is called on its documents.</summary>
public sealed class OfficeIdentity
{
    public string Authority { get; set; } = "";

    public string Section { get; set; } = "";

    public string Telephone { get; set; } = "";

    public string CodeWord { get; set; } = "";
}
