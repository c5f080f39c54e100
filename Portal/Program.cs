using Portal.Access;
using Portal.Access.SignIn;
using Portal.Configuration;
using Portal.Data;
using Portal.Features;
using Portal.Features.Import;
using Portal.Live;
using Portal.Ui;
using Serilog;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalOptions();
builder.AddPortalLogging();
builder.Services.AddPortalData(builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>()?.Provider ?? DatabaseProvider.Sqlite);
builder.Services.AddPortalAccess(builder.Configuration.GetSection(SignInOptions.Section).Get<SignInOptions>()?.HasProvider ?? false);
builder.Services.AddPortalLive();
builder.Services.AddPortalFeatures();
builder.Services.AddPortalUi();
builder.Services.AddWebSurface();

var app = builder.Build();
if (!app.OptionsAreValid())
{
    return 1;
}

await app.PrepareDatabaseAsync();
if (args is [FirstAdministrator.Command, var name])
{
    return await FirstAdministrator.InviteAsync(app.Services, name, Console.Out);
}

await app.PrepareDemonstrationAsync();
app.UseWebSurface();
app.UsePortalUi();
app.UseSerilogRequestLogging();
app.UseAuthentication();
app.UseAuthorization();
app.MapPortalUi();
app.MapPortalAccess();
app.MapPortalFeatures();
await app.RunAsync();
return 0;

/// <summary>The entry point, named so that tests can start the portal as it is.</summary>
public partial class Program;
