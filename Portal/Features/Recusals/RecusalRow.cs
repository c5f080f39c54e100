using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;

namespace Portal.Features.Recusals;

/// <summary>A recusal as lists and its page show it.</summary>
public sealed record RecusalRow(
    RecusalId Id,
    PersonId Person,
    string PersonName,
    AgencyId? Agency,
    ActivityId? Activity,
    FindingId? Finding,
    string Matter,
    RecusalGround Ground,
    string Explanation,
    RecusalState State,
    DateOnly FiledOn,
    DateOnly? DecidedOn,
    string? DecisionReason,
    DateOnly? LiftedOn,
    string? LiftReason)
{
    public bool IsPending => State is RecusalState.Declared or RecusalState.Directed or RecusalState.Requested;
}

/// <summary>Which recusals a list shows.</summary>
public enum RecusalFilter
{
    Pending,
    InEffect,
    Done,
}

/// <summary>What can be stepped aside from, to choose from in the form.</summary>
public sealed record RecusalChoices(IReadOnlyList<Choice> Agencies, IReadOnlyList<Choice> Activities, IReadOnlyList<Choice> Findings)
{
    public static RecusalChoices None { get; } = new([], [], []);

    public IReadOnlyList<Choice> Of(RecusalMatterKind kind) => kind switch
    {
        RecusalMatterKind.Activity => Activities,
        RecusalMatterKind.Finding => Findings,
        _ => Agencies,
    };

    public bool Offers(RecusalForm form) => Of(form.Kind).Any(choice => choice.Id == form.Matter);
}

/// <summary>One thing to choose.</summary>
public sealed record Choice(Guid Id, string Name);
