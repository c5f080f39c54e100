using System.Diagnostics;

namespace Portal.Ui;

/// <summary>What a person reads out on the telephone, and what the log is searched for: the trace the failure belongs to.</summary>
public static class ErrorId
{
    public static string Current() => (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
}
