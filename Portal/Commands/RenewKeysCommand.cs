using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Confidentiality;
using Portal.Data;
using Portal.Evidence.Cipher;

namespace Portal.Commands;

/// <summary>Makes a newer key and writes everything protected anew under it, while the portal is in use. When an earlier renewal was stopped, it is finished first, under its key.</summary>
internal sealed class RenewKeysCommand(KeyFile file, IDbContextFactory<PortalDbContext> contexts) : IPortalCommand
{
    private const int Batch = 200;

    public string Name => "keys renew";

    public async Task<int> RunAsync(TextWriter output, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            await output.WriteLineAsync($"{file.Path}: there is no such file. A new office makes one with: keys new");
            return 1;
        }

        var keys = file.Read();
        var rows = new ProtectedRows(contexts);
        if (await rows.OutdatedAsync(cancellationToken) is > 0 and var left)
        {
            await output.WriteLineAsync($"Version {keys.Current}: an earlier renewal was not finished, {left} values are left. No newer key is made.");
        }
        else
        {
            keys = keys.Renew();
            file.Write(keys);
            await output.WriteLineAsync($"{file.Path}: version {keys.Current} made. Keep a new copy apart from every copy of the database; older versions stay in the file, for backups.");
        }

        foreach (var moved in await rows.MoveAsync(cancellationToken))
        {
            await output.WriteLineAsync($"{moved.Column}: {moved.Values} values written anew.");
        }

        await output.WriteLineAsync($"Files: {await new FileKeys(keys).RewrapAsync(new UnitOfWork(contexts), cancellationToken)} keys wrapped anew.");
        await output.WriteLineAsync($"Audit record: {await RewrapRecordAsync(keys, cancellationToken)} keys wrapped anew.");
        var rest = await rows.OutdatedAsync(cancellationToken);
        await output.WriteLineAsync(rest == 0 ? $"Done: everything is under version {keys.Current}." : $"{rest} values were written meanwhile under an older version. Run it again.");
        return rest == 0 ? 0 : 1;
    }

    private async Task<int> RewrapRecordAsync(DataKeys keys, CancellationToken cancellationToken)
    {
        var work = new UnitOfWork(contexts);
        var moved = 0;
        for (int count; (count = await work.WriteAsync(db => db.RewrapAuditKeysAsync(keys, Batch, cancellationToken), cancellationToken)) > 0; moved += count)
        {
        }

        return moved;
    }
}
