namespace Portal.Domain.Rules;

/// <summary>The figures that the measures fix. They change when the measures change, not when an office likes; what the measures leave open is in <see cref="OfficeSettings"/>.</summary>
public static class RegulationFigures
{
    /// <summary>Youngest age in completed years, itself included (Article 5 (1)).</summary>
    public const int MinimumAge = 25;

    /// <summary>Oldest age in completed years, itself included (Article 5 (1)).</summary>
    public const int MaximumAge = 70;

    /// <summary>Days of public notice at the least (Article 6).</summary>
    public const int NoticeDays = 5;

    /// <summary>Years of a term (Article 17).</summary>
    public const int TermYears = 3;

    /// <summary>Months without activity after which dismissal may be considered (Article 18 (2)).</summary>
    public const int InactivityMonths = 12;

    /// <summary>The day the measures came into force; no appointment is older (Article 19).</summary>
    public static DateOnly InForceFrom { get; } = new(2023, 4, 23);
}
