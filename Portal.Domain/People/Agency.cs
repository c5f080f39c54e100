namespace Portal.Domain.People;

/// <summary>A social insurance agency under supervision (Articles 8, 13, 16), or an outside authority that findings are transferred to. It has no account.</summary>
public sealed class Agency
{
    public const int CodeLength = 16;
    public const int NameLength = 100;

    private Agency()
    {
    }

    public AgencyId Id { get; private set; }

    /// <summary>The office's own short code, such as AG01; unique.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public AgencyKind Kind { get; private set; }

    /// <summary>Unified social credit code (GB 32100), checked; outside authorities may have none.</summary>
    public string? CreditCode { get; private set; }

    public string? ContactName { get; private set; }

    public bool IsExternal { get; private set; }

    public int Version { get; private set; }

    public static Agency Register(AgencyId id, string code, string name, AgencyKind kind, UnifiedSocialCreditCode? creditCode, string? contactName, bool isExternal) =>
        new()
        {
            Id = id,
            Code = code,
            Name = name,
            Kind = kind,
            CreditCode = creditCode?.Value,
            ContactName = contactName,
            IsExternal = isExternal,
        };

    public void Correct(string name, AgencyKind kind, UnifiedSocialCreditCode? creditCode, string? contactName, bool isExternal)
    {
        Name = name;
        Kind = kind;
        CreditCode = creditCode?.Value;
        ContactName = contactName;
        IsExternal = isExternal;
    }
}
