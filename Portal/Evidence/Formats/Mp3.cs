namespace Portal.Evidence.Formats;

/// <summary>MP3: frames that follow one another, perhaps behind a tag. A single frame's mark is found in any file; three in a row are not.</summary>
internal static class Mp3
{
    private const int Frames = 3;

    private static readonly int[] s_rates = [44100, 48000, 32000];
    private static readonly int[] s_bits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] s_bitsOfLowRates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

    public static void Check(Stream content)
    {
        SkipTag(content);
        for (var frame = 0; frame < Frames; frame++)
        {
            content.Pass(FrameLength(content.Take(4)) - 4, target: null);
        }
    }

    private static void SkipTag(Stream content)
    {
        var head = content.Take(10);
        content.Position = 0;
        if (head.AsSpan(0, 3).SequenceEqual("ID3"u8))
        {
            content.Pass(10 + ((head[6] & 0x7F) << 21 | (head[7] & 0x7F) << 14 | (head[8] & 0x7F) << 7 | (head[9] & 0x7F)), target: null);

            // Some leave room between the tag and the sound.
            int zero;
            while ((zero = content.ReadByte()) == 0)
            {
            }

            content.Position -= zero < 0 ? 0 : 1;
        }
    }

    private static int FrameLength(byte[] head)
    {
        var version = (head[1] >> 3) & 3;
        var (bits, rate) = (head[2] >> 4, (head[2] >> 2) & 3);
        if (head[0] != 0xFF || (head[1] & 0xE0) != 0xE0 || version == 1 || ((head[1] >> 1) & 3) != 1 || bits is 0 or 15 || rate == 3)
        {
            throw new InvalidDataException();
        }

        var isFull = version == 3;
        var hertz = s_rates[rate] / (version switch { 3 => 1, 2 => 2, _ => 4 });
        return ((isFull ? 144_000 * s_bits[bits] : 72_000 * s_bitsOfLowRates[bits]) / hertz) + ((head[2] >> 1) & 1);
    }
}
