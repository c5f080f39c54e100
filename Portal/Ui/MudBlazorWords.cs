using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Portal.Ui;

/// <summary>MudBlazor's own words, from our bundle, in the reader's language.</summary>
internal sealed class MudBlazorWords(IStringLocalizer<MudBlazorText> text) : MudLocalizer
{
    public override LocalizedString this[string key] => text[key];

    public override LocalizedString this[string key, params object[] arguments] => text[key, arguments];
}
