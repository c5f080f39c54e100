namespace Portal.Domain.Findings;

/// <summary>Quality of an output, set when it is closed (domain.md E1, component B); worth its number in points.</summary>
public enum FindingGrade
{
    R0,
    R1,
    R2,
    R3,
    R4,
}
