using Portal.Access;
using Portal.Access.SignIn;
using Portal.Audit;
using Portal.Commands;
using Portal.Confidentiality;
using Portal.Configuration;
using Portal.Data;
using Portal.Evidence;
using Portal.Features;
using Portal.Features.Import;
using Portal.Live;
using Portal.Retention;
using Portal.Ui;
using Serilog;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalOptions();
builder.AddPortalLogging();
builder.Services.AddPortalData(builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>()?.Provider ?? DatabaseProvider.Sqlite);
builder.Services.AddPortalConfidentiality();
builder.Services.AddPortalAccess(builder.Configuration.GetSection(SignInOptions.Section).Get<SignInOptions>()?.HasProvider ?? false);
builder.Services.AddPortalEvidence();
builder.Services.AddPortalAudit();
builder.Services.AddPortalRetention();
builder.Services.AddPortalLive();
builder.Services.AddPortalFeatures();
builder.Services.AddPortalUi();
builder.Services.AddWebSurface();
builder.Services.AddPortalCommands();

var app = builder.Build();
if (!app.OptionsAreValid())
{
    return 1;
}

if (await app.RunCommandAsync(args) is { } done)
{
    return done;
}

if (!app.KeysAreThere())
{
    return 1;
}

await app.PrepareDatabaseAsync();
await app.PrepareDemonstrationAsync();
app.UseWebSurface();
app.UsePortalUi();
app.UseSerilogRequestLogging(logging =>
{
    logging.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
    logging.GetLevel = RequestLevels.Of;
});
app.UseAuthentication();
app.MapWebSurface();
app.UseAuthorization();
app.MapPortalUi();
app.MapPortalAccess();
app.MapPortalFeatures();
app.MapPortalEvidence();
await app.RunAsync();
return 0;

/// <summary>The entry point, named so that tests can start the portal as it is.</summary>
public partial class Program;
