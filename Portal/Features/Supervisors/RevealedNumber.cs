namespace Portal.Features.Supervisors;

/// <summary>A full identity number, asked for with a reason and on record. Shown for a minute.</summary>
public sealed record RevealedNumber(string Number);
