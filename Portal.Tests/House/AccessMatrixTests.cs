using System.Reflection;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Portal.Access;
using Portal.Tests.Support;

namespace Portal.Tests.House;

public sealed class AccessMatrixTests : IDisposable
{
    private readonly PortalDb _db = new();

    private static IEnumerable<UseCase> Rows => AccessMatrix.UseCases.Concat(AccessMatrix.Examples);

    public static TheoryData<string, PortalRole> Cells() => [.. Rows.SelectMany(_ => Enum.GetValues<PortalRole>(), (row, role) => (row.Key, role))];

    public void Dispose() => _db.Dispose();

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Each_role_may_do_what_the_table_says_and_nothing_else(string useCase, PortalRole role)
    {
        var row = Rows.Single(r => r.Key == useCase);

        var refused = await CallAsync(row, role);

        Assert.True(
            row.Roles.Contains(role) == refused is not AccessDeniedException,
            row.Roles.Contains(role) ? $"{useCase} refuses {role}." : $"{useCase} lets {role} through: {refused?.GetType().Name ?? "done"} {refused?.Message}");
    }

    [Fact]
    public async Task A_service_that_forgets_to_ask_is_found()
    {
        var forgetful = UseCase.Of<UnguardedExample>(nameof(UnguardedExample.SeeAsync), Permissions.SeeFindings, [PortalRole.Administrator], (example, scene) => example.SeeAsync(scene.Finding));

        Assert.IsNotType<AccessDeniedException>(await CallAsync(forgetful, PortalRole.Supervisor));
    }

    [Fact]
    public async Task What_is_somebody_elses_is_refused_although_the_role_may()
    {
        var row = AccessMatrix.Examples.Single(r => r.Method == nameof(GuardedExample.SeeOwnFindingAsync));
        var scene = new Scene();
        await scene.SetAsync(_db);

        await using var services = PortalServices.For(new Acting(PortalRole.Supervisor, scene.Colleague), _db);

        await Assert.ThrowsAsync<AccessDeniedException>(() => row.Call(services.Create(row.Service), scene));
    }

    [Fact]
    public void Every_public_method_of_every_service_is_in_the_table()
    {
        var stated = AccessMatrix.UseCases.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(ServiceMethods().Select(m => $"{m.DeclaringType!.Name}.{m.Name}").Where(key => !stated.Contains(key)).Select(key => $"{key} is missing from AccessMatrix.UseCases"));
    }

    [Fact]
    public void Every_row_names_a_method_that_there_is_and_names_it_once()
    {
        Assert.Empty(Rows.Where(r => r.Service.GetMethod(r.Method) is null).Select(r => $"{r.Key} is gone"));
        Assert.Empty(Rows.GroupBy(r => r.Key).Where(g => g.Count() > 1).Select(g => $"{g.Key} stands there twice"));
    }

    [Fact]
    public void The_roles_of_a_row_are_those_that_have_its_permission()
    {
        Assert.All(Rows, row => Assert.Equal(
            Enum.GetValues<PortalRole>().Where(role => Portal.Access.Roles.Grant(role, row.Permission)),
            row.Roles.Order()));
    }

    [Fact]
    public void Every_permission_is_granted_to_somebody()
    {
        Assert.Empty(AllPermissions().Where(p => !Array.Exists(Enum.GetValues<PortalRole>(), role => Portal.Access.Roles.Grant(role, p))).Select(p => $"{p.Name} is granted to nobody"));
    }

    [Fact]
    public void Every_permission_is_asked_for_by_a_use_case_or_is_still_to_come()
    {
        var asked = AccessMatrix.UseCases.Select(r => r.Permission).ToHashSet();
        var toCome = AccessMatrix.StillToCome.ToHashSet();

        Assert.Empty(AllPermissions().Where(p => !asked.Contains(p) && !toCome.Contains(p)).Select(p => $"{p.Name} is asked for by no use case"));
        Assert.Empty(asked.Where(toCome.Contains).Select(p => $"{p.Name} has come; take it off AccessMatrix.StillToCome"));
    }

    [Fact]
    public void A_permission_is_named_as_it_is_called()
    {
        Assert.All(Fields(), field => Assert.Equal(field.Name, ((OperationAuthorizationRequirement)field.GetValue(null)!).Name));
    }

    private static IEnumerable<MethodInfo> ServiceMethods() =>
        from type in typeof(Permissions).Assembly.GetExportedTypes()
        where type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Service", StringComparison.Ordinal)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal) || method.ReturnType.Name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal)
        select method;

    private static FieldInfo[] Fields() => typeof(Permissions).GetFields(BindingFlags.Public | BindingFlags.Static);

    private static IEnumerable<OperationAuthorizationRequirement> AllPermissions() => Fields().Select(f => (OperationAuthorizationRequirement)f.GetValue(null)!);

    private async Task<Exception?> CallAsync(UseCase row, PortalRole role)
    {
        var scene = new Scene();
        await scene.SetAsync(_db);
        await using var services = PortalServices.For(new Acting(role, scene.Actor), _db);
        return await Record.ExceptionAsync(() => row.Call(services.Create(row.Service), scene));
    }
}
