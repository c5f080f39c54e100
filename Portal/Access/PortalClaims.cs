namespace Portal.Access;

/// <summary>The claims of a signed-in person. They say who it is; what the person may do is read from the database every time.</summary>
public static class PortalClaims
{
    public const string Account = "sub";
    public const string Name = "name";
    public const string Role = "role";

    /// <summary>One sign-in of many that the same person may have, so that ending one leaves the others.</summary>
    public const string Session = "sid";
}
