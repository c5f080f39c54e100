namespace Portal.Drafts;

/// <summary>What was typed is longer than a draft can be. It stays on the page and is not kept beyond it.</summary>
public sealed class DraftTooLongException : Exception;
