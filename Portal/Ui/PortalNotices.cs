namespace Portal.Ui;

/// <summary>What every page must say above its content; the composition root decides.</summary>
public sealed record PortalNotices(bool DemonstrationData);
