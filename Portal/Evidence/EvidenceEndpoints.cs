using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Evidence.Cipher;
using Portal.Ui;
using MinDataRate = Microsoft.AspNetCore.Server.Kestrel.Core.MinDataRate;

namespace Portal.Evidence;

/// <summary>Where files are sent to and fetched from.</summary>
public static class EvidenceEndpoints
{
    public const string TokenHeader = "RequestVerificationToken";

    /// <summary>Where people without an account send files to; the kind of matter and the code of their private link follow.</summary>
    public const string VisitorAddress = "/public/files";

    /// <summary>How many times the largest file is read of what a stranger sends.</summary>
    private const int ReadBeyond = 5;

    private const long Overhead = 64 * 1024;

    // A slow telephone sends as much; who sends less holds a place that is everybody's.
    private static readonly MinDataRate s_slowestVisitor = new(bytesPerSecond: 8 * 1024, gracePeriod: TimeSpan.FromSeconds(20));

    public static IEndpointRouteBuilder MapEvidenceEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/evidence/{matter}/{id:guid}", AddAsync);
        endpoints.MapPost(VisitorAddress + "/{matter}", AddAsVisitorAsync).AllowAnonymous().DisableAntiforgery();
        endpoints.MapGet("/evidence/{id:guid}", (HttpContext http, EvidenceService evidence, IStringLocalizer<EvidenceText> text, Words words, Guid id) => SendAsync(http, evidence, text, words, id, asCopy: false));
        endpoints.MapGet("/evidence/{id:guid}/copy", (HttpContext http, EvidenceService evidence, IStringLocalizer<EvidenceText> text, Words words, Guid id) => SendAsync(http, evidence, text, words, id, asCopy: true));
        return endpoints;
    }

    private static async Task<IResult> AddAsync(
        HttpContext http, EvidenceService evidence, IAntiforgery antiforgery, IOptions<EvidenceOptions> options, IStringLocalizer<EvidenceText> text, Words words,
        EvidenceMatter matter, Guid id, [FromQuery] EvidenceKind? kind)
    {
        try
        {
            await RequireOwnPageAsync(http, antiforgery);
            Admit(http, Largest(options.Value));
            var state = await evidence.AddAsync(new EvidenceOwner(matter, id), kind ?? EvidenceKind.Material, http.Request.ContentLength ?? Largest(options.Value), stop => ReceiveAsync(http.Request, stop), http.RequestAborted);
            return Results.Json(new { state = state.ToString() }, statusCode: StatusCodes.Status201Created);
        }
        catch (Exception failed) when (RefusalOf(failed, http, Largest(options.Value)) is { } refused)
        {
            return Refused(refused, text);
        }
        catch (AccessDeniedException denied)
        {
            return Problem(StatusCodes.Status403Forbidden, denied.Denial.ToString(), words.Of(denied.Denial));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty; // Nobody is there to be told.
        }
        catch (Exception trouble) when (StorageTroubles.Of(trouble) is not null)
        {
            return Unavailable(http, trouble, words);
        }
    }

    /// <summary>The answer is the page that the file was sent from, with what came of it: a browser without script shows no other. The code, which nobody guesses, stands for a token.</summary>
    private static async Task<IResult> AddAsVisitorAsync(HttpContext http, VisitorEvidence evidence, IOptions<EvidenceOptions> options, EvidenceMatter matter, [FromQuery] string? code)
    {
        if (evidence.PageOf(matter) is not { } page)
        {
            return Results.NotFound();
        }

        var back = new Dictionary<string, string?> { ["code"] = code };
        try
        {
            // A browser shows what came of it only when all that it sends was read: more than a file may be is let in, and thrown away.
            Admit(http, options.Value.MaxDocumentBytes * ReadBeyond, s_slowestVisitor);
            await evidence.AddAsync(matter, code, http.Request.ContentLength ?? options.Value.MaxDocumentBytes, stop => ReceiveAsync(http.Request, stop), http.RequestAborted);
            back["added"] = bool.TrueString;
        }
        catch (Exception failed) when (RefusalOf(failed, http, options.Value.MaxDocumentBytes) is { } refused)
        {
            http.RequestServices.GetRequiredService<ILogger<EvidenceStore>>().LogVisitorRefused(matter, refused.Code);
            await ReadToEndAsync(http.Request.Body, http.RequestAborted);
            if (refused.Status == StatusCodes.Status404NotFound)
            {
                return Results.NotFound();
            }

            (back["refused"], back["limit"]) = (refused.Code, refused.Arguments is [var only] ? Convert.ToString(only, CultureInfo.InvariantCulture) : null);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty; // Nobody is there to be told.
        }

        return Results.LocalRedirect(QueryHelpers.AddQueryString(page, back) + "#files");
    }

    private static long Largest(EvidenceOptions options) => Math.Max(options.MaxDocumentBytes, options.MaxVideoBytes);

    private static async Task ReadToEndAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            await body.CopyToAsync(Stream.Null, cancellationToken);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            // Even more than that, too slow, or gone: there is nobody to be told.
        }
    }

    private static void Admit(HttpContext http, long bytes, MinDataRate? slowest = null)
    {
        if (slowest is not null && http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = slowest;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = bytes + Overhead;
        }
    }

    /// <summary>What a failure says to whoever sent the file; <c>null</c> when it says nothing about the file.</summary>
    private static EvidenceRefusedException? RefusalOf(Exception failed, HttpContext http, long largest)
    {
        switch (failed)
        {
            case EvidenceRefusedException refused:
                return refused;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Refusals.TooLarge(largest);
            case BadHttpRequestException or InvalidDataException:
            case IOException when http.RequestAborted.IsCancellationRequested:
                return Refusals.Malformed();
            case IOException:
                http.RequestServices.GetRequiredService<ILogger<EvidenceStore>>().LogNotStored(failed);
                return Refusals.NotStored();
            default:
                return null;
        }
    }

    /// <summary>Asked of the header alone: looking for it in the form would read the form.</summary>
    private static async Task RequireOwnPageAsync(HttpContext http, IAntiforgery antiforgery)
    {
        if (!http.Request.Headers.TryGetValue(TokenHeader, out var token) || string.IsNullOrEmpty(token))
        {
            throw Refusals.Stale();
        }

        try
        {
            await antiforgery.ValidateRequestAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            throw Refusals.Stale();
        }
    }

    /// <summary>Goes to the file and no further: its bytes are read as they are encrypted.</summary>
    private static async Task<EvidenceUpload?> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 70 } boundary)
        {
            return null;
        }

        var parts = new MultipartReader(boundary, request.Body);
        while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            if (ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) && disposition.IsFileDisposition())
            {
                var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
                return new EvidenceUpload(HeaderUtilities.RemoveQuotes(name).Value, part.Body);
            }
        }

        return null;
    }

    private static async Task<IResult> SendAsync(HttpContext http, EvidenceService evidence, IStringLocalizer<EvidenceText> text, Words words, Guid id, bool asCopy)
    {
        EvidenceDownload? download;
        try
        {
            download = await evidence.OpenAsync(EvidenceId.From(id), asCopy, http.RequestAborted);
        }
        catch (EvidenceRefusedException refused)
        {
            return Refused(refused, text);
        }
        catch (Exception trouble) when (StorageTroubles.Of(trouble) is not null)
        {
            return Unavailable(http, trouble, words);
        }

        if (download is null)
        {
            return Results.NotFound();
        }

        using (download)
        {
            var name = download.IsCopy ? text[nameof(EvidenceText.Copy_Name), download.Id.ToString()[^6..]] + download.Name : download.Name;
            Prepare(http.Response, download, name);
            try
            {
                await download.WriteAsync(http.Response.Body, http.RequestAborted);
            }
            catch (DamagedEvidenceException)
            {
                http.RequestServices.GetRequiredService<ILogger<EvidenceStore>>().LogBrokenOff(id);
                http.Abort(); // The length that was promised does not come: the browser shows a failed download.
            }
            catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
            {
                // The reader has left.
            }
        }

        return Results.Empty;
    }

    /// <summary>Saved, never shown: and if something shows it all the same, it may do nothing.</summary>
    private static void Prepare(HttpResponse response, EvidenceDownload download, string name)
    {
        response.ContentType = download.ContentType;
        response.ContentLength = download.Length;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = WebSurface.EvidencePolicy;
        response.Headers.CacheControl = "no-store";
    }

    /// <summary>Of an upload: certainly not there. Of a download: not put on record, and so not given out.</summary>
    private static IResult Unavailable(HttpContext http, Exception trouble, Words words)
    {
        http.RequestServices.GetRequiredService<ILogger<EvidenceStore>>().LogNotStored(trouble);
        var kind = StorageTroubles.Of(trouble)!.Value;
        return Problem(StatusCodes.Status503ServiceUnavailable, kind.ToString(), words.Of(kind));
    }

    private static IResult Refused(EvidenceRefusedException refused, IStringLocalizer<EvidenceText> text) =>
        Problem(refused.Status, refused.Code, text[refused.Code, [.. refused.Arguments]]);

    private static IResult Problem(int status, string code, string words) =>
        Results.Json(new { title = code, status, detail = words }, statusCode: status, contentType: "application/problem+json");
}
