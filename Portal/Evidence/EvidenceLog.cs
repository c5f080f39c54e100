namespace Portal.Evidence;

internal static partial class EvidenceLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A file could not be stored.")]
    public static partial void LogNotStored(this ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file of somebody without an account was not taken for {Matter}: {Code}.")]
    public static partial void LogVisitorRefused(this ILogger logger, EvidenceMatter matter, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "The download of {Id} was broken off: what follows is not what was stored.")]
    public static partial void LogBrokenOff(this ILogger logger, Guid id);
}
