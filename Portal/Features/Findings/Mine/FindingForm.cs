using System.Text.Json.Serialization;
using Portal.Domain.Findings;

namespace Portal.Features.Findings.Mine;

/// <summary>The short steps of the form, in order.</summary>
public enum FindingStep
{
    Unit,
    Kind,
    Story,
    Confirm,
}

/// <summary>What a supervisor types when reporting something. Kept as a draft on every step.</summary>
public sealed class FindingForm
{
    /// <summary>The finding that this becomes: files are added to it before it is filed.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Where the person was, so that an interrupted form goes on there.</summary>
    public FindingStep Step { get; set; }

    public Guid? Agency { get; set; }

    /// <summary>The unit is not on the list and is named in <see cref="OtherUnit"/>.</summary>
    public bool IsOtherUnit { get; set; }

    public string OtherUnit { get; set; } = "";

    public FindingCategory? Category { get; set; }

    public string Text { get; set; } = "";

    /// <summary>Who files it too.</summary>
    public List<Guid> CoAuthors { get; set; } = [];

    /// <summary>Confirmed when sending (Article 8 (3)), never remembered from before.</summary>
    [JsonIgnore]
    public bool SecrecyConfirmed { get; set; }

    [JsonIgnore]
    public bool IsEmpty => Agency is null && !IsOtherUnit && Category is null && Text.Length == 0 && CoAuthors.Count == 0;
}
