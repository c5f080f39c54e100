using System.Text.Json.Serialization;

namespace Portal.Features.Terms;

/// <summary>What is kept of a renewal round while it is worked on.</summary>
public sealed class RenewalForm
{
    public List<Guid> Chosen { get; set; } = [];

    public bool? Renew { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>Those whose record was looked into again today, one by one, and found clear (Article 5 (5)).</summary>
    // Not kept with the draft: tomorrow it would say something of a day that has passed.
    [JsonIgnore]
    public List<Guid> Clear { get; set; } = [];
}
