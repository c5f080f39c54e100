namespace Portal.Domain.People;

/// <summary>Ages in completed years, by tens.</summary>
public enum AgeBand
{
    Under35,
    From35,
    From45,
    From55,
    From65,
}
