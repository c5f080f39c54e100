using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Tests.Security.Storage;

/// <summary>Which failures are trouble of the storage, and which are faults that must be looked at.</summary>
public sealed class StorageTroubleTests
{
    [Theory]
    [InlineData(13, 13, StorageTrouble.Full)]
    [InlineData(8, 8, StorageTrouble.Full)]
    [InlineData(10, 778, StorageTrouble.Full)]
    [InlineData(10, 1034, StorageTrouble.Full)]
    [InlineData(5, 5, StorageTrouble.Busy)]
    [InlineData(6, 262, StorageTrouble.Busy)]
    [InlineData(14, 14, StorageTrouble.Away)]
    [InlineData(10, 266, StorageTrouble.Away)]
    [InlineData(1, 1, null)]
    [InlineData(11, 11, null)]
    [InlineData(19, 2067, null)]
    public void The_embedded_database_says_by_its_codes(int code, int extended, StorageTrouble? expected)
    {
        var thrown = new SqliteException("any", code, extended);

        Assert.Equal(expected, StorageTroubles.Of(thrown));
        Assert.Equal(expected, StorageTroubles.Of(new DbUpdateException("any", thrown)));
    }

    [Theory]
    [InlineData(28, StorageTrouble.Full)]
    [InlineData(122, StorageTrouble.Full)]
    [InlineData(unchecked((int)0x80070070), StorageTrouble.Full)]
    [InlineData(2, null)]
    public void A_disk_without_room_is_full(int code, StorageTrouble? expected) => Assert.Equal(expected, StorageTroubles.Of(new IOException("any", code)));

    [Fact]
    public void Anything_else_is_a_fault() => Assert.All<Exception?>([new InvalidOperationException(), new DbUpdateConcurrencyException(), null], fault => Assert.Null(StorageTroubles.Of(fault)));
}
