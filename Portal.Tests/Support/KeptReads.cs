using Portal.Confidentiality;

namespace Portal.Tests.Support;

/// <summary>What was put on record, in order; or a record that cannot be written.</summary>
public sealed class KeptReads : ISensitiveReads
{
    public List<SensitiveRead> All { get; } = [];

    public bool IsBroken { get; set; }

    public Task RecordAsync(SensitiveRead read, CancellationToken cancellationToken = default)
    {
        if (IsBroken)
        {
            throw new IOException("The record cannot be written.");
        }

        All.Add(read);
        return Task.CompletedTask;
    }
}
