using Portal.Domain.Rules;

namespace Portal.Domain.Credentials;

/// <summary>Identifies a letter of introduction.</summary>
public readonly record struct IntroductionLetterId(Guid Value) : ITypedId<IntroductionLetterId>
{
    public static IntroductionLetterId New() => new(Guid.CreateVersion7());

    public static IntroductionLetterId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
