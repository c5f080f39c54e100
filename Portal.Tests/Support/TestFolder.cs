namespace Portal.Tests.Support;

/// <summary>The folder of a portal that a test has let go of. Its last tasks may still be writing while it is removed.</summary>
internal static class TestFolder
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    public static void Delete(string path) => Assert.True(SpinWait.SpinUntil(() => IsGone(path), s_patience), $"{path} is still being written to.");

    private static bool IsGone(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }

        return !Directory.Exists(path);
    }
}
