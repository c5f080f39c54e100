using System.IO.Pipelines;

namespace Portal.Evidence;

/// <summary>Makers of copies write as they walk; an answer over the network must not be waited for in that way. A pipe stands between, a few segments wide.</summary>
internal static class CopyPlan
{
    public static async Task WriteAsync(Action<Stream, Stream> copy, Stream content, Stream target, CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        var making = Task.Run(
            async () =>
            {
                try
                {
                    await using (var writer = pipe.Writer.AsStream(leaveOpen: true))
                    {
                        copy(content, writer);
                    }

                    await pipe.Writer.CompleteAsync();
                }
                catch (Exception failure)
                {
                    await pipe.Writer.CompleteAsync(failure);
                }
            },
            cancellationToken);
        try
        {
            await pipe.Reader.CopyToAsync(target, cancellationToken);
        }
        finally
        {
            await pipe.Reader.CompleteAsync();
            await making;
        }
    }
}
