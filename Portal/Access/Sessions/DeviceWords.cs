namespace Portal.Access.Sessions;

/// <summary>What a browser says of itself, in two words that its owner recognises: “Chrome · Windows”. No version, no model: enough to notice a stranger, too little to follow anybody.</summary>
public static class DeviceWords
{
    // In this order: most browsers also claim to be the ones further down.
    private static readonly (string Sign, string Name)[] s_browsers =
        [("MicroMessenger", "WeChat"), ("DingTalk", "DingTalk"), ("Edg", "Edge"), ("OPR/", "Opera"), ("QQBrowser", "QQ"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] s_systems =
        [("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    public static string Of(string? userAgent) => $"{Find(s_browsers, userAgent)} · {Find(s_systems, userAgent)}";

    private static string Find((string Sign, string Name)[] known, string? userAgent) =>
        Array.Find(known, k => userAgent?.Contains(k.Sign, StringComparison.Ordinal) == true).Name ?? "?";
}
