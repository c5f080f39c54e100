using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Portal.Tests.Soak;

/// <summary>The real portal as a process of its own, over a folder that outlives it.</summary>
internal sealed class SoakPortal : IDisposable
{
    private const string Terminate = "TERM";

    private static readonly TimeSpan s_startsWithin = TimeSpan.FromSeconds(120);

    private readonly Dictionary<string, string> _settings;
    private Process? _process;

    public SoakPortal(string? data = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        Folder = Path.Combine(Path.GetTempPath(), $"portal-soak-{Guid.CreateVersion7():N}");
        Data = data ?? Path.Combine(Folder, "data");
        Logs = Path.Combine(Folder, "logs");
        _settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = "Portal.Tests",
            ["Portal__DataFolder"] = Data,
            ["Portal__Logs__Folder"] = Logs,
            ["Portal__Logs__MinimumLevel"] = "Warning",
            // Few people do what many would, on a disk that may be small.
            ["Portal__Evidence__UploadsAtOnce"] = "100",
            ["Portal__Evidence__ReserveMegabytes"] = "0",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            _settings[key] = value;
        }

        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; }

    public string Data { get; }

    public string Logs { get; }

    public HttpClient Http { get; private set; } = new();

    public int ProcessId => _process!.Id;

    public bool HasExited => _process!.HasExited;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <returns>Seconds until it answered.</returns>
    public async Task<double> StartAsync()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        Http.Dispose();
        Http = new HttpClient { BaseAddress = address };
        _process = Run("--urls", address.ToString());
        var watch = Stopwatch.StartNew();
        while (true)
        {
            Assert.False(_process.HasExited, "The portal ended by itself.");
            Assert.True(watch.Elapsed < s_startsWithin, "The portal did not start.");
            try
            {
                using var answer = await Http.GetAsync(new Uri("/signin", UriKind.Relative), Stop);
                return watch.Elapsed.TotalSeconds;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, Stop);
            }
        }
    }

    /// <summary>A command of the portal, in a process beside it.</summary>
    public async Task<int> CommandAsync(params string[] words)
    {
        using var command = Run(words);
        await command.WaitForExitAsync(Stop);
        return command.ExitCode;
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public void AskToStop()
    {
        using var kill = Process.Start("kill", [$"-{Terminate}", ProcessId.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async Task<int> ExitedAsync(TimeSpan within)
    {
        await _process!.WaitForExitAsync(Stop).WaitAsync(within, Stop);
        return _process.ExitCode;
    }

    public async Task<HttpStatusCode> GetAsync(string address)
    {
        using var answer = await Http.GetAsync(new Uri(address, UriKind.Relative), Stop);
        return answer.StatusCode;
    }

    public static void Print(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);

    public static int Rounds(int unlessTold) => int.Parse(Environment.GetEnvironmentVariable("PORTAL_SOAK_ROUNDS") ?? $"{unlessTold}", CultureInfo.InvariantCulture);

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
        Http.Dispose();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private Process Run(params string[] arguments)
    {
        var bin = AppContext.BaseDirectory;
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The tests' own dependencies, since their assembly is loaded into the portal.
        foreach (var argument in (string[])["exec", "--depsfile", $"{bin}Portal.Tests.deps.json", "--runtimeconfig", $"{bin}Portal.Tests.runtimeconfig.json", $"{bin}Portal.dll", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in _settings)
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
