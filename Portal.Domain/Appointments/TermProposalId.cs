using Portal.Domain.Rules;

namespace Portal.Domain.Appointments;

/// <summary>Identifies a proposal to grant, renew or adjust a term.</summary>
public readonly record struct TermProposalId(Guid Value) : ITypedId<TermProposalId>
{
    public static TermProposalId New() => new(Guid.CreateVersion7());

    public static TermProposalId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
