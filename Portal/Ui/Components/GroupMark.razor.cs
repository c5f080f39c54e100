using Microsoft.AspNetCore.Components;
using Portal.Domain.People;

namespace Portal.Ui.Components;

/// <summary>One of the four groups: its shape in its colour, and its name.</summary>
public sealed partial class GroupMark
{
    [Parameter]
    [EditorRequired]
    public SourceCategory Group { get; set; }

    /// <summary>Where the name stands beside it anyway; readers of the screen still hear it.</summary>
    [Parameter]
    public bool ShapeOnly { get; set; }

    public static string TextKey(SourceCategory group) => $"{nameof(SourceCategory)}_{group}";

    /// <summary>The shape, for whoever draws a row without a component: class <c>group-shape group-1</c> to <c>group-4</c>.</summary>
    public static string Shape(SourceCategory group) => group switch
    {
        SourceCategory.GrassrootsWorker => """<circle cx="6" cy="6" r="5"/>""",
        SourceCategory.EnterpriseInstitutionStaff => """<rect x="1.5" y="1.5" width="9" height="9"/>""",
        SourceCategory.IndustryAssociation => """<path d="M6 1 11.5 11H.5z"/>""",
        SourceCategory.PublicRepresentative => """<path d="M6 0 12 6 6 12 0 6z"/>""",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };
}
