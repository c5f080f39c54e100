using System.Security.Cryptography;
using System.Text;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Undertakings;

/// <summary>The words of the confidentiality undertaking (保密承诺书, Article 8 (3)) in one version. They are never changed: a new version is published, and signed anew.</summary>
public sealed class Undertaking
{
    public const int TextLength = 4000;
    public const int HashLength = 64;

    private Undertaking()
    {
    }

    /// <summary>The version, from 1.</summary>
    public int Number { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>SHA-256 of the text: what was signed is this and nothing else.</summary>
    public string TextHash { get; private set; } = "";

    public DateOnly PublishedOn { get; private set; }

    public PersonId PublishedBy { get; private set; }

    /// <param name="text">The new words.</param>
    /// <param name="current">The version in force; <c>null</c> before the first.</param>
    public static RuleViolation? WhyNotPublish(string text, Undertaking? current) =>
        string.IsNullOrWhiteSpace(text) ? UndertakingRules.TextMissing()
        : current?.TextHash == HashOf(text) ? UndertakingRules.SameText()
        : null;

    public static Undertaking Publish(string text, Undertaking? current, PersonId by, DateOnly today)
    {
        Rule.Require(WhyNotPublish(text, current));
        return new Undertaking { Number = (current?.Number ?? 0) + 1, Text = text, TextHash = HashOf(text), PublishedOn = today, PublishedBy = by };
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
