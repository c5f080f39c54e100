using Microsoft.AspNetCore.Http;

namespace Portal.Evidence;

/// <summary>A file was not taken, or not given out. The code is the key of its words in EvidenceText.</summary>
public sealed class EvidenceRefusedException(string code, int status, params IReadOnlyList<object> arguments) : Exception(code)
{
    public string Code { get; } = code;

    public int Status { get; } = status;

    public IReadOnlyList<object> Arguments { get; } = arguments;
}

/// <summary>Every way in which a file is refused.</summary>
internal static class Refusals
{
    public static EvidenceRefusedException NotFound() => new(nameof(EvidenceText.Refused_NotFound), StatusCodes.Status404NotFound);

    public static EvidenceRefusedException Closed() => new(nameof(EvidenceText.Refused_Closed), StatusCodes.Status409Conflict);

    public static EvidenceRefusedException Stale() => new(nameof(EvidenceText.Refused_Stale), StatusCodes.Status400BadRequest);

    public static EvidenceRefusedException Malformed() => new(nameof(EvidenceText.Refused_Malformed), StatusCodes.Status400BadRequest);

    public static EvidenceRefusedException NotStored() => new(nameof(EvidenceText.Refused_NotStored), StatusCodes.Status503ServiceUnavailable);

    public static EvidenceRefusedException TooMany(int most) => new(nameof(EvidenceText.Refused_TooMany), StatusCodes.Status409Conflict, most);

    public static EvidenceRefusedException Quota(int megabytes) => new(nameof(EvidenceText.Refused_Quota), StatusCodes.Status409Conflict, megabytes);

    public static EvidenceRefusedException TooLarge(long bytes) => new(nameof(EvidenceText.Refused_TooLarge), StatusCodes.Status413PayloadTooLarge, bytes / (1024 * 1024));

    public static EvidenceRefusedException Empty() => new(nameof(EvidenceText.Refused_Empty), StatusCodes.Status415UnsupportedMediaType);

    public static EvidenceRefusedException Type() => new(nameof(EvidenceText.Refused_Type), StatusCodes.Status415UnsupportedMediaType);

    /// <summary>The content is not what the name says, or is something else besides.</summary>
    public static EvidenceRefusedException Content() => new(nameof(EvidenceText.Refused_Content), StatusCodes.Status415UnsupportedMediaType);

    /// <summary>Macros, scripts, programs inside.</summary>
    public static EvidenceRefusedException Active() => new(nameof(EvidenceText.Refused_Active), StatusCodes.Status415UnsupportedMediaType);

    public static EvidenceRefusedException Pixels(int megapixels) => new(nameof(EvidenceText.Refused_Pixels), StatusCodes.Status415UnsupportedMediaType, megapixels);

    public static EvidenceRefusedException Inflates() => new(nameof(EvidenceText.Refused_Inflates), StatusCodes.Status415UnsupportedMediaType);

    public static EvidenceRefusedException Infected() => new(nameof(EvidenceText.Refused_Infected), StatusCodes.Status422UnprocessableEntity);

    public static EvidenceRefusedException Damaged() => new(nameof(EvidenceText.Refused_Damaged), StatusCodes.Status500InternalServerError);

    /// <summary>Nobody can promise that no trace is left in a file of this kind.</summary>
    public static EvidenceRefusedException NoCopy() => new(nameof(EvidenceText.Refused_NoCopy), StatusCodes.Status422UnprocessableEntity);

    /// <summary>Comments and tracked changes carry names through the text itself.</summary>
    public static EvidenceRefusedException CopyHasAuthors() => new(nameof(EvidenceText.Refused_CopyHasAuthors), StatusCodes.Status422UnprocessableEntity);

    /// <summary>Something is in the document, or belongs to it from outside, of which nobody can promise that it says nothing of its maker.</summary>
    public static EvidenceRefusedException CopyHasOther() => new(nameof(EvidenceText.Refused_CopyHasOther), StatusCodes.Status422UnprocessableEntity);

    /// <summary>This person is sending as many files as they may at once.</summary>
    public static EvidenceRefusedException TooManyAtOnce(int most) => new(nameof(EvidenceText.Refused_TooManyAtOnce), StatusCodes.Status429TooManyRequests, most);

    /// <summary>As many files of people without an account as may be are on their way.</summary>
    public static EvidenceRefusedException VisitorsBusy() => new(nameof(EvidenceText.Refused_VisitorsBusy), StatusCodes.Status429TooManyRequests);

    /// <summary>All that is kept for people without an account is taken.</summary>
    public static EvidenceRefusedException VisitorsFull() => new(nameof(EvidenceText.Refused_VisitorsFull), StatusCodes.Status409Conflict);

    /// <summary>The disk has no room for a file of this size.</summary>
    public static EvidenceRefusedException NoRoom() => new(nameof(EvidenceText.Refused_NoRoom), StatusCodes.Status503ServiceUnavailable);
}
