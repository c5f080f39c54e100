using Microsoft.AspNetCore.Http;
using Portal.Configuration;
using Serilog.Events;

namespace Portal.Tests.Security.Logs;

public sealed class RequestLevelsTests
{
    [Theory]
    [InlineData("/findings", 200, LogEventLevel.Information)]
    [InlineData("/findings", 404, LogEventLevel.Information)]
    [InlineData("/findings", 503, LogEventLevel.Error)]
    [InlineData("/health/ready", 503, LogEventLevel.Warning)]
    [InlineData("/healthy", 503, LogEventLevel.Error)]
    public void Only_what_fails_is_an_error(string path, int status, LogEventLevel level)
    {
        var http = new DefaultHttpContext { Request = { Path = path }, Response = { StatusCode = status } };

        Assert.Equal(level, RequestLevels.Of(http, 1, null));
        Assert.Equal(LogEventLevel.Error, RequestLevels.Of(http, 1, new InvalidOperationException()));
    }
}
