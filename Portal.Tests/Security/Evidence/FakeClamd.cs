using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Portal.Tests.Security.Evidence;

/// <summary>A virus scanner that answers as it is told.</summary>
internal sealed class FakeClamd : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public FakeClamd()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public string Answer { get; set; } = "stream: OK";

    public long Received { get; private set; }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Away.
        }
    }

    private async Task AnswerAsync(NetworkStream line)
    {
        var command = new byte[10];
        await line.ReadExactlyAsync(command);
        Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
        Received = 0;
        var length = new byte[4];
        while (true)
        {
            await line.ReadExactlyAsync(length);
            var size = BinaryPrimitives.ReadInt32BigEndian(length);
            if (size == 0)
            {
                break;
            }

            await line.ReadExactlyAsync(new byte[size]);
            Received += size;
        }

        if (Answer.Length > 0)
        {
            await line.WriteAsync(Encoding.ASCII.GetBytes(Answer + "\0"));
        }
    }
}
