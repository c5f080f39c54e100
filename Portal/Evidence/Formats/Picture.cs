namespace Portal.Evidence.Formats;

internal static class Picture
{
    /// <summary>A small file may decode to gigabytes; its header says so beforehand.</summary>
    public static void RequirePixels(long pixels, EvidenceOptions options)
    {
        if (pixels > options.MaxPixels)
        {
            throw Refusals.Pixels(options.MaxMegapixels);
        }
    }
}
