namespace Portal.Domain.Activities;

/// <summary>How supervision is carried out (Article 7: 明察暗访、调研等方式).</summary>
public enum SupervisionMode
{
    OpenVisit,
    UnannouncedVisit,
    Research,
    Other,
}
