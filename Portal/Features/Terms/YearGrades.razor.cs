using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.Terms;

/// <summary>The grades of a term's years, for whoever decides on its renewal.</summary>
public sealed partial class YearGrades
{
    [Inject]
    public required Words Words { get; init; }

    [Parameter]
    [EditorRequired]
    public required IEnumerable<GradedYear> Years { get; set; }
}
