namespace Portal.Features.Terms;

/// <summary>What is kept of a renewal round while it is worked on.</summary>
public sealed class RenewalForm
{
    public List<Guid> Chosen { get; set; } = [];

    public bool? Renew { get; set; }

    public string Reason { get; set; } = "";

    public bool RecordClear { get; set; }
}
