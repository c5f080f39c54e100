using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Confidentiality;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Evidence;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Evidence;

/// <summary>An office with one finding of one supervisor, and the store of its files.</summary>
public sealed class EvidenceOffice : IDisposable
{
    private readonly List<ServiceProvider> _providers = [];

    public EvidenceOffice()
    {
        Folder = Path.Combine(Path.GetTempPath(), $"evidence-{Guid.CreateVersion7():N}");
        Author = Office.Supervisor("旷样田");
        Agency = Office.Agency("JG01", "示例经办机构");
        Finding = Office.Finding("WT-2026-9001", Author, Agency);
        Clerk = Office.Staff(PortalRole.Administrator);
    }

    public SmallOffice Office { get; } = new();

    public string Folder { get; }

    public PersonId Author { get; }

    public AgencyId Agency { get; }

    public FindingId Finding { get; }

    public Acting Clerk { get; }

    public DataKeys Keys { get; private set; } = DataKeys.Create();

    public KeptReads Reads { get; } = new();

    public IDiskFiles? Disk { get; set; }

    public EvidenceOptions Options { get; set; } = new();

    public EvidenceOwner OfFinding => new(EvidenceMatter.Finding, Finding.Value);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _providers.ForEach(p => p.Dispose());
        Office.Dispose();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    public void Renew() => Keys = Keys.Renew();

    public T Get<T>(Acting acting)
        where T : notnull
    {
        var made = PortalServices.For(acting, Office.Db, Office.Db.Pulse, Office.Clock, also =>
        {
            also.AddSingleton(new EvidenceFolder(Folder)).AddSingleton(Keys).AddSingleton<ISensitiveReads>(Reads).AddSingleton(Microsoft.Extensions.Options.Options.Create(Options));
            if (Disk is not null)
            {
                also.AddSingleton(Disk);
            }
        });
        _providers.Add(made);
        return made.GetRequiredService<T>();
    }

    public EvidenceService As(Acting acting) => Get<EvidenceService>(acting);

    public EvidenceService AsAuthor() => As(Acting.Supervisor(Author));

    public async Task<EvidenceId> AddAsync(byte[] content, string name, Acting? acting = null, EvidenceOwner? owner = null, EvidenceKind kind = EvidenceKind.Material)
    {
        var before = Rows().Select(f => f.Id).ToHashSet();
        await As(acting ?? Acting.Supervisor(Author)).AddAsync(owner ?? OfFinding, kind, content.Length, _ => Task.FromResult<EvidenceUpload?>(new EvidenceUpload(name, new MemoryStream(content))), Stop);
        return Rows().Single(f => !before.Contains(f.Id)).Id;
    }

    public async Task<byte[]> ReadAsync(EvidenceId id, Acting acting, bool asCopy = false)
    {
        using var download = await As(acting).OpenAsync(id, asCopy, Stop) ?? throw new InvalidOperationException("There is none.");
        using var target = new MemoryStream();
        await download.WriteAsync(target, Stop);
        return target.ToArray();
    }

    public List<EvidenceFile> Rows() => Office.Read(db => db.Evidence.AsNoTracking().ToList());

    public string PathOf(EvidenceId id) => Path.Combine(Folder, Rows().Single(f => f.Id == id).StorageName + ".ev");
}
