namespace Portal.Access;

/// <summary>The three kinds of people who sign in. Inspected agencies have no accounts.</summary>
public enum PortalRole
{
    Administrator,
    Supervisor,
    Leadership,
}
