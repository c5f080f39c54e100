namespace Portal.Tests.Support;

/// <summary>What every answer carries besides its policy, whatever it is.</summary>
internal static class ProtectedHeaders
{
    private static readonly Dictionary<string, string> s_all = new()
    {
        ["X-Content-Type-Options"] = "nosniff",
        ["Referrer-Policy"] = "no-referrer",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()",
    };

    public static void AreOn(HttpResponseMessage answer)
    {
        Assert.All(s_all, header => Assert.Equal([header.Value], answer.Headers.GetValues(header.Key)));
        Assert.False(answer.Headers.Contains("Server"));
    }
}
