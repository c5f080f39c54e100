using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Tests.Support;

/// <summary>How many queries a use case sends to one test's database: the cost that does not depend on the machine.</summary>
public sealed class CountedQueries : DatabaseEvents
{
    private int _count;

    private CountedQueries(PortalDb db)
        : base(db)
    {
    }

    public static async Task<int> OfAsync(PortalDb db, Func<Task> useCase)
    {
        using var counted = new CountedQueries(db);
        await useCase();
        return counted._count;
    }

    public override void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name
            && value.Value is CommandExecutedEventData { Command.Connection: { } connection, ExecuteMethod: DbCommandMethod.ExecuteReader }
            && NameOf(connection) == Database)
        {
            Interlocked.Increment(ref _count);
        }
    }
}
