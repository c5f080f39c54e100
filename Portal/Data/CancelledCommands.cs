using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Data;

/// <summary>SQL Server answers to a command that was given up with an error of its own. Whoever gave it up sees that it was, as everywhere else, and no failure is told of.</summary>
internal sealed class CancelledCommands : DbCommandInterceptor
{
    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default) =>
        throw new OperationCanceledException(cancellationToken);
}
