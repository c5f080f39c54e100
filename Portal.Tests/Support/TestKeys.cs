using Portal.Confidentiality;

namespace Portal.Tests.Support;

/// <summary>The keys of every test's database; one set, since each set has a model of its own.</summary>
public static class TestKeys
{
    public static DataKeys Keys { get; } = DataKeys.Create();

    public static FieldCipher Cipher { get; } = new(Keys);
}
