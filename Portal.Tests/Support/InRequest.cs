using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Portal.Access;
using Portal.Data;
using Portal.Data.SignIns;

namespace Portal.Tests.Support;

/// <summary>Lets a test act inside a request of the real portal, in somebody's name: what a circuit does, without a circuit.</summary>
internal sealed class InRequest : IStartupFilter
{
    public const string Path = "/in-request";

    private Func<HttpContext, Task> _act = _ => Task.CompletedTask;

    /// <summary>Says who acts and how; then the address is asked for.</summary>
    public void Set(SessionId session, AccountId account, Func<IServiceProvider, Task> act) => _act = http =>
    {
        http.User = SignedIn.As(session, account);
        return act(http.RequestServices);
    };

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map(Path, here => here.Run(http => _act(http)));
        next(app);
    };
}
