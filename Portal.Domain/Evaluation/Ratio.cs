namespace Portal.Domain.Evaluation;

/// <summary>Parts of a whole in six decimals, half away from zero, before anything is weighed: two machines must get the same total.</summary>
internal static class Ratio
{
    public static decimal Of(decimal attained, decimal required) => Round(attained / required);

    public static decimal Capped(decimal attained, decimal required) => Math.Min(1m, Of(attained, required));

    public static decimal Round(decimal ratio) => decimal.Round(ratio, 6, MidpointRounding.AwayFromZero);
}
