using Microsoft.Extensions.Options;
using Portal.Commands;
using Portal.Confidentiality;
using Portal.Configuration;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Confidentiality;

public sealed class DataKeysTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-keys-");

    [Fact]
    public void Each_purpose_and_version_has_a_key_of_its_own()
    {
        var keys = DataKeys.Create().Renew();
        byte[][] all =
        [
            keys.For(KeyPurpose.Fields, 1), keys.For(KeyPurpose.Fields, 2), keys.For(KeyPurpose.Files, 1),
            keys.For(KeyPurpose.Files, 2), keys.For(KeyPurpose.Index), keys.For(KeyPurpose.Audit),
        ];

        Assert.Equal(all.Length, all.Select(Convert.ToHexString).Distinct().Count());
        Assert.All(all, key => Assert.Equal(DataKeys.Length, key.Length));
    }

    [Fact]
    public void Renewing_keeps_what_was_written_readable_and_people_findable()
    {
        var old = DataKeys.Create();
        var renewed = old.Renew();

        Assert.Equal(2, renewed.Current);
        Assert.Equal(old.For(KeyPurpose.Fields, 1), renewed.For(KeyPurpose.Fields, 1));
        Assert.Equal(old.For(KeyPurpose.Index), renewed.For(KeyPurpose.Index));
        Assert.Equal(old.For(KeyPurpose.Audit), renewed.For(KeyPurpose.Audit));
    }

    [Fact]
    public void What_the_file_keeps_is_what_was_written()
    {
        var file = File("Production");
        var keys = DataKeys.Create().Renew();
        file.Write(keys);

        var read = file.Read();
        Assert.Equal(keys.Current, read.Current);
        Assert.Equal(keys.For(KeyPurpose.Files, 1), read.For(KeyPurpose.Files, 1));
        Assert.Equal(keys.For(KeyPurpose.Audit), read.For(KeyPurpose.Audit));
    }

    [Fact]
    public void Nobody_else_on_the_machine_reads_the_file()
    {
        var file = File("Production");
        file.Write(DataKeys.Create());

        // On Windows the folder's own rights decide.
        Assert.True(OperatingSystem.IsWindows() || System.IO.File.GetUnixFileMode(file.Path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void A_first_start_in_Development_makes_keys_and_keeps_them()
    {
        var made = File("Development").Read();
        Assert.Equal(made.For(KeyPurpose.Index), File("Development").Read().For(KeyPurpose.Index));
    }

    [Fact]
    public void In_Production_missing_keys_stop_the_start_instead_of_being_replaced()
    {
        Assert.ThrowsAny<IOException>(() => File("Production").Read());
    }

    [Fact]
    public async Task The_command_makes_keys_once_and_never_over_others()
    {
        var file = File("Production");
        var command = new NewKeysCommand(file);

        Assert.Equal(0, await command.RunAsync(TextWriter.Null, [], TestContext.Current.CancellationToken));
        var first = await System.IO.File.ReadAllTextAsync(file.Path, TestContext.Current.CancellationToken);
        Assert.Equal(1, await command.RunAsync(TextWriter.Null, [], TestContext.Current.CancellationToken));
        Assert.Equal(first, await System.IO.File.ReadAllTextAsync(file.Path, TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private KeyFile File(string environment) => new(
        Options.Create(new KeysOptions { File = Path.Combine(_folder.FullName, "deep", "data.json") }),
        Options.Create(new PortalOptions()),
        new Place(environment, _folder.FullName));
}
