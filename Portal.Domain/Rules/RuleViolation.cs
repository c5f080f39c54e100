namespace Portal.Domain.Rules;

/// <summary>A provision that stands in the way of an act: its code, the article it comes from, and the facts; never a sentence.</summary>
/// <param name="Code">Key of the sentence in RefusalText, in every language.</param>
/// <param name="Article">Where the provision stands; <c>default</c> for a rule of the office rather than of the measures.</param>
/// <param name="Arguments">Facts that the sentence names, in the order of its placeholders.</param>
public sealed record RuleViolation(string Code, Article Article, params IReadOnlyList<object> Arguments);
