using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Evidence.Cipher;
using Portal.Ui;

namespace Portal.Evidence;

/// <summary>Where files are sent to and fetched from.</summary>
public static class EvidenceEndpoints
{
    public const string TokenHeader = "RequestVerificationToken";

    private const long Overhead = 64 * 1024;

    public static IEndpointRouteBuilder MapEvidenceEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/evidence/{matter}/{id:guid}", AddAsync);
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
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            {
                body.MaxRequestBodySize = Math.Max(options.Value.MaxDocumentBytes, options.Value.MaxVideoBytes) + Overhead;
            }

            var state = await evidence.AddAsync(new EvidenceOwner(matter, id), kind ?? EvidenceKind.Material, Announced(http.Request, options.Value), stop => ReceiveAsync(http.Request, stop), http.RequestAborted);
            return Results.Json(new { state = state.ToString() }, statusCode: StatusCodes.Status201Created);
        }
        catch (EvidenceRefusedException refused)
        {
            return Refused(refused, text);
        }
        catch (AccessDeniedException denied)
        {
            return Problem(StatusCodes.Status403Forbidden, denied.Denial.ToString(), words.Of(denied.Denial));
        }
        catch (BadHttpRequestException broken) when (broken.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refused(Refusals.TooLarge(options.Value.MaxVideoBytes), text);
        }
        catch (Exception broken) when (broken is BadHttpRequestException or InvalidDataException || (broken is IOException && http.RequestAborted.IsCancellationRequested))
        {
            return Refused(Refusals.Malformed(), text);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty; // Nobody is there to be told.
        }
        catch (Exception trouble) when (trouble is not IOException && StorageTroubles.Of(trouble) is not null)
        {
            return Unavailable(http, trouble, words);
        }
        catch (IOException noRoom)
        {
            http.RequestServices.GetRequiredService<ILogger<EvidenceStore>>().LogNotStored(noRoom);
            return Refused(Refusals.NotStored(), text);
        }
    }

    /// <summary>Who does not say how much comes, may send as much as any file may be.</summary>
    private static long Announced(HttpRequest request, EvidenceOptions options) => request.ContentLength ?? Math.Max(options.MaxDocumentBytes, options.MaxVideoBytes);

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
