using Microsoft.Extensions.Options;
using Portal.Domain.People;

namespace Portal.Evidence;

/// <summary>What is being sent at this moment, and by whom: asked before the first byte, so that many at once are no more than one after the other.</summary>
internal sealed class UploadsUnderWay(IDiskFiles disk, EvidenceFolder folder, IOptions<EvidenceOptions> options)
{
    private readonly Lock _lock = new();
    private readonly List<Upload> _underWay = [];

    /// <summary>Takes a place; disposing of it gives it back.</summary>
    /// <param name="announced">Bytes, as the sender says before sending.</param>
    /// <exception cref="EvidenceRefusedException">As many as one person may send are on their way, or the disk has no room.</exception>
    public Upload Begin(PersonId person, long announced) => Begin(person, options.Value.UploadsAtOnce, Refusals.TooManyAtOnce(options.Value.UploadsAtOnce), announced);

    /// <summary>Likewise for somebody without an account: they share the places of all such, and have one each.</summary>
    /// <param name="link">What tells them apart.</param>
    /// <param name="announced">Bytes, as the sender says before sending.</param>
    /// <exception cref="EvidenceRefusedException">Those places are taken, or the disk has no room.</exception>
    public Upload BeginVisitor(string link, long announced) => Begin(person: null, options.Value.VisitorUploadsAtOnce, Refusals.VisitorsBusy(), announced, link);

    private Upload Begin(PersonId? person, int atOnce, EvidenceRefusedException tooMany, long announced, string? link = null)
    {
        var free = disk.FreeAt(folder.Path) - options.Value.ReserveBytes;
        lock (_lock)
        {
            if (_underWay.Count(u => u.Person == person) >= atOnce || (link is not null && _underWay.Exists(u => u.Link == link)))
            {
                throw tooMany;
            }

            // What has arrived of them is counted twice: better one too few than a full disk.
            if (_underWay.Sum(u => u.Announced) + announced > free)
            {
                throw Refusals.NoRoom();
            }

            var upload = new Upload(this, person, announced, link);
            _underWay.Add(upload);
            return upload;
        }
    }

    /// <summary>Bytes that this person, or everybody without an account, has announced, with all that are under way.</summary>
    public long AnnouncedBy(PersonId? person)
    {
        lock (_lock)
        {
            return _underWay.Where(u => u.Person == person).Sum(u => u.Announced);
        }
    }

    private void End(Upload upload)
    {
        lock (_lock)
        {
            _underWay.Remove(upload);
        }
    }

    internal sealed class Upload(UploadsUnderWay uploads, PersonId? person, long announced, string? link) : IDisposable
    {
        public PersonId? Person { get; } = person;

        public string? Link { get; } = link;

        public long Announced { get; } = announced;

        public void Dispose() => uploads.End(this);
    }
}
