namespace Portal.Ui.Lists;

/// <summary>Reads what stands in an address. Nothing in it is trusted: what is not understood filters nothing.</summary>
public static class FilterValue
{
    /// <summary>Longest text that is looked for.</summary>
    public const int TextLength = 64;

    public static TEnum? Of<TEnum>(string? text)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>The text without the spaces around it; <c>null</c> when there is none.</summary>
    public static string? Text(string? text)
    {
        var trimmed = text?.Trim();
        return string.IsNullOrEmpty(trimmed) ? null
            : trimmed.Length > TextLength ? trimmed[..TextLength]
            : trimmed;
    }
}
