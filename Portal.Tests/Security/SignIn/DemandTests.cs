using Portal.Access;
using Portal.Access.SignIn;

namespace Portal.Tests.Security.SignIn;

/// <summary>What the portal can demand of the provider for administrators and leadership. Claims only take away.</summary>
public sealed class DemandTests : IAsyncLifetime
{
    private PortalWithProvider _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await PortalWithProvider.StartAsync(settings: new Dictionary<string, string>
    {
        ["Portal:SignIn:StaffAcr"] = "mfa",
        ["Portal:SignIn:StaffMaxAuthMinutes"] = "60",
        ["Portal:SignIn:AdministratorRole"] = "portal-admin",
    });

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Who_is_to_sign_in_strongly_does_and_supervisors_need_not()
    {
        await _portal.AccountAsync(PortalRole.Administrator, "admin");
        await _portal.AccountAsync(PortalRole.Leadership, "leader");
        await _portal.AccountAsync(PortalRole.Supervisor, "supervisor");

        foreach (var (subject, acr, ago, roles, expected) in new (string, string?, int?, string[], SignInProblem?)[]
        {
            ("admin", "mfa", 10, ["portal-admin"], null),
            ("admin", "mfa", 10, ["other", "portal-admin", "more"], null),
            ("admin", "mfa", 10, [], SignInProblem.RoleNotStated),
            ("admin", "mfa", 10, ["portal-admin-2", "PORTAL-ADMIN"], SignInProblem.RoleNotStated),
            ("admin", "pwd", 10, ["portal-admin"], SignInProblem.TooWeak),
            ("admin", null, 10, ["portal-admin"], SignInProblem.TooWeak),
            ("admin", "mfa", 61, ["portal-admin"], SignInProblem.TooWeak),
            ("admin", "mfa", null, ["portal-admin"], SignInProblem.TooWeak),
            ("leader", "mfa", 10, [], null),
            ("leader", "pwd", 10, [], SignInProblem.TooWeak),
            ("supervisor", null, null, [], null),
        })
        {
            (_portal.Provider.Subject, _portal.Provider.Acr, _portal.Provider.Roles) = (subject, acr, roles);
            _portal.Provider.AuthenticatedAgo = ago is { } minutes ? TimeSpan.FromMinutes(minutes) : null;
            using var visitor = new Visitor();

            var page = await _portal.EnterAsync(visitor);

            Assert.Equal((subject, acr, ago, expected?.ToString()), (subject, acr, ago, page.Problem));
            Assert.Equal(("mfa", "3600"), (_portal.Provider.LastRequest["acr_values"], _portal.Provider.LastRequest["max_age"]));
        }
    }
}
