using System.Globalization;

namespace Portal.Ui.Charts;

/// <summary>What the script is told: numbers and words, never options of the library, which only the script knows.</summary>
internal sealed record ChartPicture(ChartModel Model, string Kind, string Language)
{
    public static ChartPicture Of(ChartModel model) => new(model, model.Kind.ToString(), CultureInfo.CurrentUICulture.Name);
}
