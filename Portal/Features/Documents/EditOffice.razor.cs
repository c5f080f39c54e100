using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Configuration;
using Portal.Data.Documents;
using Portal.Domain.Documents;
using Portal.Domain.Rules;
using Portal.Ui.Forms;

namespace Portal.Features.Documents;

/// <summary>What the office is called on its documents, and the code word of their numbers.</summary>
public sealed partial class EditOffice : DraftForm<OfficeIdentity>
{
    private bool _known;
    private bool _sending;

    [Inject]
    public required OfficeIdentityService Office { get; init; }

    protected override string DraftName => "office-identity";

    private string Example => DocumentNumber.OfOffice(OfficialWords.NumberForm, Form.CodeWord.Trim(), Clock.Today().Year, 1).Text;

    protected override Task OnInitializedAsync() => AttemptAsync(async () =>
    {
        Form = await Office.GetAsync();
        await RecallAsync();
        _known = true;
    });

    protected override void FindErrors()
    {
        Say(nameof(OfficeIdentity.Authority), Of(IssuedDocument.WhyNotSign(Form.Authority)));
        Say(nameof(OfficeIdentity.Section), Of(IssuedDocument.WhyNotSign(Form.Section)));
        Say(nameof(OfficeIdentity.CodeWord), Of(DocumentNumber.WhyNotCode(Form.CodeWord)));
    }

    private string? Of(RuleViolation? violation) => violation is null ? null : Words.Of(violation);

    private async Task SubmitAsync()
    {
        if (_sending || !Check())
        {
            return;
        }

        _sending = true;
        if (await SendAsync(() => AttemptAsync(() => Office.ChangeAsync(Form))))
        {
            Snackbar.Add(Text[nameof(DocumentText.Office_Saved)], Severity.Success);
        }

        _sending = false;
    }
}
