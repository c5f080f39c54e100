using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Domain.Recruitment;
using Portal.Evidence;
using Portal.Features.Credentials;
using Portal.Features.Recruitment.Visitors;
using Portal.Tests.Support;

namespace Portal.Tests.House;

/// <summary>What anybody may call without a sign-in: each door is named, and those that ask for a code stay shut to another (domain.md A6, the visitor's column).</summary>
public sealed class OpenDoorsTests : IDisposable
{
    private const string Wrong = "AAAAAAAAAAAAAAAAAAAAAA";

    // For everybody: what is published, and the forms that say what is wrong with them.
    private static readonly string[] s_everybodys =
    [
        "PublicApplications.ApplyAsync", "PublicApplications.BatchAsync", "PublicApplications.OpenAsync", "PublicApplications.RejectsUnassignedAsync", "PublicApplications.WhyNotAgedAsync",
        "PublicNotices.GetAsync", "PublicNotices.ListAsync", "PublicNotices.ObjectAsync",
    ];

    private static readonly Dictionary<string, Func<IServiceProvider, Task<bool>>> s_byCode = new()
    {
        ["CardCheck.AskAsync"] = async s => (await s.GetRequiredService<CardCheck>().AskAsync(Wrong, Stop)).Standing == CardStanding.Unknown,
        ["PublicApplications.FindAsync"] = async s => await s.GetRequiredService<PublicApplications>().FindAsync(Wrong, Stop) is null,
        ["PublicApplications.SupplementAsync"] = s => RefusedAsync(() => s.GetRequiredService<PublicApplications>().SupplementAsync(Wrong, new SupplementForm { Motivation = "x" }, Stop)),
        ["PublicApplications.WithdrawAsync"] = s => RefusedAsync(() => s.GetRequiredService<PublicApplications>().WithdrawAsync(Wrong, Stop)),
        ["PublicNotices.FindObjectionAsync"] = async s => await s.GetRequiredService<PublicNotices>().FindObjectionAsync(Wrong, Stop) is null,
        ["VisitorEvidence.AddAsync"] = s => RefusedAsync(() => s.GetRequiredService<VisitorEvidence>().AddAsync(EvidenceMatter.Application, Wrong, 1, _ => throw new InvalidOperationException("not a byte is read"), Stop)),
        ["VisitorEvidence.ListAsync"] = async s => await s.GetRequiredService<VisitorEvidence>().ListAsync(EvidenceMatter.Objection, Wrong, Stop) is null,
    };

    private readonly PortalDb _db = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> ByCode => [.. s_byCode.Keys];

    public void Dispose() => _db.Dispose();

    [Fact]
    public void Every_door_that_a_page_for_everybody_opens_is_named()
    {
        var doors =
            from page in typeof(Permissions).Assembly.GetExportedTypes()
            where page.Namespace?.StartsWith("Portal.Features", StringComparison.Ordinal) == true && (page.GetCustomAttribute<AllowAnonymousAttribute>() is not null || page == typeof(VisitorFilesPanel))
            from property in page.GetProperties()
            where property.GetCustomAttribute<InjectAttribute>() is not null && property.PropertyType.Namespace?.StartsWith("Portal.", StringComparison.Ordinal) == true && property.PropertyType.Namespace != "Portal.Ui"
            from method in property.PropertyType.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where typeof(Task).IsAssignableFrom(method.ReturnType)
            select $"{property.PropertyType.Name}.{method.Name}";

        Assert.Equal(s_everybodys.Concat(s_byCode.Keys).Order(StringComparer.Ordinal), doors.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ByCode))]
    public async Task With_another_code_a_door_stays_shut_and_nothing_is_written(string door)
    {
        var scene = new Scene();
        await scene.SetAsync(_db);
        var before = await RowsAsync();
        await using var services = PortalServices.For(Acting.Supervisor(scene.Actor), _db);

        Assert.True(await s_byCode[door](services));

        Assert.Equal(before, await RowsAsync());
    }

    private static async Task<bool> RefusedAsync(Func<Task> act)
    {
        try
        {
            await act();
            return false;
        }
        catch (Exception refused) when (refused is AccessDeniedException or EvidenceRefusedException { Status: 404 })
        {
            return true;
        }
    }

    private async Task<(int Applications, int Withdrawn, int Files)> RowsAsync()
    {
        await using var db = _db.CreateDbContext();
        return (await db.Applications.CountAsync(Stop), await db.Applications.CountAsync(a => a.State == ApplicationState.Withdrawn, Stop), await db.Evidence.CountAsync(Stop));
    }
}
