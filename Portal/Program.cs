// Temporary, to look at the frame: the composition root replaces it.
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Portal.Ui;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(new PortalNotices(DemonstrationData: true));
builder.Services.AddPortalUi();
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o =>
{
    o.LoginPath = "/signin";
    o.AccessDeniedPath = "/not-permitted";
});
builder.Services.AddAuthorization();
var app = builder.Build();
app.Use((http, next) =>
{
    http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; object-src 'none'";
    return next();
});
app.UsePortalUi();
app.UseAuthentication();
app.UseAuthorization();
app.MapGet("/fake/{role}", async (HttpContext http, string role) =>
{
    var identity = new ClaimsIdentity([new("name", role == "Supervisor" ? "旷样田" : "丁拟荞"), new("role", role)], "fake", "name", "role");
    await http.SignInAsync(new ClaimsPrincipal(identity));
    return Results.LocalRedirect("/demo");
});
app.MapPortalUi();
await app.RunAsync();
