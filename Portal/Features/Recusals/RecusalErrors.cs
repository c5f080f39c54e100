using Microsoft.Extensions.Localization;
using Portal.Domain.Recusals;

namespace Portal.Features.Recusals;

/// <summary>What is still missing in a form, field by field.</summary>
internal static class RecusalErrors
{
    public static Dictionary<string, string> Of(RecusalForm form, IStringLocalizer<RecusalText> text)
    {
        var errors = new Dictionary<string, string>();
        if (form.Matter is null)
        {
            errors[nameof(RecusalForm.Matter)] = text[nameof(RecusalText.Error_Matter)];
        }

        if (form.Ground is null)
        {
            errors[nameof(RecusalForm.Ground)] = text[nameof(RecusalText.Error_Ground)];
        }

        if (string.IsNullOrWhiteSpace(form.Explanation))
        {
            errors[nameof(RecusalForm.Explanation)] = text[nameof(RecusalText.Error_Explanation)];
        }
        else if (form.Explanation.Length > RecusalDeclaration.TextLength)
        {
            errors[nameof(RecusalForm.Explanation)] = text[nameof(RecusalText.Error_TooLong), RecusalDeclaration.TextLength];
        }

        return errors;
    }
}
