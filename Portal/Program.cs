using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Live;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalOptions();
builder.AddPortalLogging();
builder.Services.AddPortalData(builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>()?.Provider ?? DatabaseProvider.Sqlite);
builder.Services.AddPortalAccess();
builder.Services.AddPortalLive();

var app = builder.Build();
await app.PrepareDatabaseAsync();
await app.RunAsync();
