using Portal.Domain.Rules;

namespace Portal.Domain.Recruitment;

/// <summary>Identifies a public notice.</summary>
public readonly record struct PublicNoticeId(Guid Value) : ITypedId<PublicNoticeId>
{
    public static PublicNoticeId New() => new(Guid.CreateVersion7());

    public static PublicNoticeId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
