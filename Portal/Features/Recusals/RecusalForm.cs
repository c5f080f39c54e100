using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;

namespace Portal.Features.Recusals;

/// <summary>What a declaration is about.</summary>
public enum RecusalMatterKind
{
    Agency,
    Activity,
    Finding,
}

/// <summary>What a supervisor types when stepping aside. Kept as a draft while it is typed.</summary>
public sealed class RecusalForm
{
    public RecusalMatterKind Kind { get; set; }

    public Guid? Matter { get; set; }

    public RecusalGround? Ground { get; set; }

    public string Explanation { get; set; } = "";

    public RecusalMatter ToMatter() => Kind switch
    {
        RecusalMatterKind.Agency => RecusalMatter.Of(AgencyId.From(Matter!.Value)),
        RecusalMatterKind.Activity => RecusalMatter.Of(ActivityId.From(Matter!.Value)),
        RecusalMatterKind.Finding => RecusalMatter.Of(FindingId.From(Matter!.Value)),
        _ => throw new InvalidOperationException($"Unknown matter {Kind}."),
    };
}
