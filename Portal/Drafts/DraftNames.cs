namespace Portal.Drafts;

/// <summary>Names of forms whose kept drafts are spoken of outside the form itself.</summary>
public static class DraftNames
{
    public const string Finding = "finding";
}
