using Microsoft.JSInterop;

namespace Portal.Ui;

/// <summary>The person at the other end of a page's scripts.</summary>
internal static class Reader
{
    /// <summary>A call to the browser that failed because nobody is there any more: the page is closed, or closing.</summary>
    public static bool HasLeft(Exception failure) => failure is JSDisconnectedException or OperationCanceledException;
}
