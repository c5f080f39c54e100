using System.Net.WebSockets;
using System.Text;
using Portal.Tests.Security.SignIn;

namespace Portal.Tests.Security.Sessions;

/// <summary>The socket of a live page, without the page.</summary>
public sealed class OpenSocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    private OpenSocket()
    {
    }

    /// <summary>Ends when the server closes the socket or cuts it.</summary>
    public Task Closed { get; private set; } = Task.CompletedTask;

    public static async Task<OpenSocket> OpenAsync(PortalWithProvider portal, Visitor visitor)
    {
        var open = new OpenSocket();
        open._socket.Options.SetRequestHeader("Cookie", string.Join("; ", visitor.Cookies[portal.Address.Authority].Select(c => $"{c.Key}={c.Value}")));
        await open._socket.ConnectAsync(new UriBuilder(portal.At("/_blazor")) { Scheme = "ws" }.Uri, TestContext.Current.CancellationToken);
        await open._socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        open.Closed = open.ReadToEndAsync();
        return open;
    }

    public void Dispose() => _socket.Dispose();

    private async Task ReadToEndAsync()
    {
        var buffer = new byte[4096];
        try
        {
            while ((await _socket.ReceiveAsync(buffer, CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception cut) when (cut is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Cut, not closed: the same to us.
        }
    }
}
