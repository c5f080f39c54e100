using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace Portal.Evidence.Scanning;

internal enum ScanVerdict
{
    Clean,
    Infected,

    /// <summary>The scanner is away, too slow, or could not say: the file waits.</summary>
    Unknown,
}

/// <summary>Asks a ClamAV daemon (INSTREAM). Nothing is written anywhere for it: it is sent what it looks at.</summary>
internal sealed partial class ClamAv(IOptions<EvidenceOptions> options, ILogger<ClamAv> logger)
{
    private const int Chunk = 64 * 1024;

    public async Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.ClamAvSeconds));
        try
        {
            using var socket = await ConnectAsync(options.Value.ClamAv, limit.Token);
            await using var line = new NetworkStream(socket);
            await SendAsync(content, line, limit.Token);
            return Understand(await AnswerAsync(line, limit.Token));
        }
        catch (Exception away) when (away is SocketException or IOException || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogAway(logger, away.Message);
            return ScanVerdict.Unknown;
        }
    }

    private static async Task<Socket> ConnectAsync(string address, CancellationToken cancellationToken)
    {
        var colon = address.LastIndexOf(':');
        var isTcp = colon > 0 && int.TryParse(address.AsSpan(colon + 1), out _);
        var socket = isTcp ? new Socket(SocketType.Stream, ProtocolType.Tcp) : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await (isTcp
                ? socket.ConnectAsync(address[..colon], int.Parse(address.AsSpan(colon + 1), System.Globalization.CultureInfo.InvariantCulture), cancellationToken)
                : socket.ConnectAsync(new UnixDomainSocketEndPoint(address), cancellationToken));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task SendAsync(Stream content, NetworkStream line, CancellationToken cancellationToken)
    {
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var chunk = new byte[sizeof(int) + Chunk];
        int read;
        while ((read = await content.ReadAsync(chunk.AsMemory(sizeof(int)), cancellationToken)) > 0)
        {
            BinaryPrimitives.WriteInt32BigEndian(chunk, read);
            await line.WriteAsync(chunk.AsMemory(0, sizeof(int) + read), cancellationToken);
        }

        await line.WriteAsync(new byte[sizeof(int)], cancellationToken);
    }

    private static async Task<string> AnswerAsync(NetworkStream line, CancellationToken cancellationToken)
    {
        var answer = new byte[1024];
        var length = await line.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.ASCII.GetString(answer, 0, length).TrimEnd('\0', '\n', ' ');
    }

    private ScanVerdict Understand(string answer)
    {
        if (answer == "stream: OK")
        {
            return ScanVerdict.Clean;
        }

        if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            return ScanVerdict.Infected;
        }

        LogAway(logger, answer);
        return ScanVerdict.Unknown;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The virus scanner did not say whether a file is clean; it waits in quarantine ({Reason}).")]
    private static partial void LogAway(ILogger logger, string reason);
}
