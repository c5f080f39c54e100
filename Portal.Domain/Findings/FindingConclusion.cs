namespace Portal.Domain.Findings;

/// <summary>What the investigation found (调查论证, Article 14). Each is also the state that it leads to.</summary>
public enum FindingConclusion
{
    Substantiated,
    PartlySubstantiated,
    NotSubstantiated,
    SuggestionAdopted,
    SuggestionNoted,
}
