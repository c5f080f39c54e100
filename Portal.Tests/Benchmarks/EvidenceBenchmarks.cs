using System.Net;
using Portal.Tests.Security.Evidence;

namespace Portal.Tests.Benchmarks;

/// <summary>A film of 300 MB through the real server: never more of it is held than a few segments.</summary>
[Collection(CityBenchmarks.Name)]
public sealed class EvidenceBenchmarks
{
    private const int Megabyte = 1024 * 1024;

    [Fact(Explicit = true)]
    public async Task A_film_of_300_megabytes()
    {
        await using var portal = new EvidencePortal();
        await portal.SignInAsync();
        using var warm = await portal.SendAsync(new StreamContent(new Film(5L * Megabyte)), "a.mp4");
        Assert.Equal(HttpStatusCode.Created, warm.StatusCode);
        GC.Collect();
        var before = Environment.WorkingSet;
        using var watch = new Peak();

        var upload = await Measure.OnceAsync(async () =>
        {
            using var sent = await portal.SendAsync(new StreamContent(new Film(300L * Megabyte)), "a.mp4");
            Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        });
        var grown = (watch.Highest - before) / Megabyte;
        Measure.Print("Evidence: 300 MB in", upload.Milliseconds, 60_000, $"process grew by {grown} MB at most (must: 50), client included");

        var download = await Measure.OnceAsync(async () =>
        {
            await using var content = await portal.Client.GetStreamAsync(new Uri($"/evidence/{portal.Newest()!.Id.Value}", UriKind.Relative), TestContext.Current.CancellationToken);
            await content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        });
        Measure.Print("Evidence: 300 MB out", download.Milliseconds, 60_000, $"process grew by {(watch.Highest - before) / Megabyte} MB at most (must: 50), client included");
        Assert.InRange(grown, 0, 50);
    }

    /// <summary>Looks twenty times a second how large the process is.</summary>
    private sealed class Peak : IDisposable
    {
        private readonly Timer _timer;

        public Peak() => _timer = new Timer(_ => Highest = Math.Max(Highest, Environment.WorkingSet), null, 0, 50);

        public long Highest { get; private set; } = Environment.WorkingSet;

        public void Dispose() => _timer.Dispose();
    }

    /// <summary>A film made as it is read.</summary>
    private sealed class Film(long length) : Stream
    {
        private readonly byte[] _head = Head(length);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            for (var i = 0; i < read; i++, Position++)
            {
                buffer[offset + i] = Position < _head.Length ? _head[Position] : (byte)Position;
            }

            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private static byte[] Head(long length)
        {
            var small = Samples.Mp4(data: 0);
            var data = (uint)(length - small.Length + 8);
            return [.. small[..^8], (byte)(data >> 24), (byte)(data >> 16), (byte)(data >> 8), (byte)data, .. "mdat"u8];
        }
    }
}
