namespace Portal.Ui.Charts;

/// <summary>How tall a chart stands; the place is kept free before it is drawn, so that nothing jumps.</summary>
public enum ChartHeight
{
    Small,
    Medium,
    Tall,
}
