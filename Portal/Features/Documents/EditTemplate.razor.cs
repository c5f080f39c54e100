using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Documents;
using Portal.Domain.Rules;
using Portal.Ui.Forms;
using Portal.Ui.Lists;

namespace Portal.Features.Documents;

/// <summary>The words of one kind of document: typed on the left, on the paper at the right as they are typed, and every edition before them below.</summary>
public sealed partial class EditTemplate : DraftForm<TemplateForm>
{
    private TemplateFile? _file;
    private bool _sending;

    [Inject]
    public required DocumentTemplateService Templates { get; init; }

    [Parameter]
    public required string Kind { get; set; }

    protected override string DraftName => $"template-{Kind}".ToLowerInvariant();

    protected override int? Version => _file!.Current.Edition;

    private DocumentForm Fixed => DocumentForm.Of(_file!.Current.Kind);

    private string Title => Words.Stored(Form.Title).Trim();

    private string Body => PlainText.Normalised(Words.Stored(Form.Body)).Trim();

    private string? Stub => Fixed.HasStub ? PlainText.Normalised(Words.Stored(Form.Stub)).Trim() : null;

    private OfficialPaper Preview => OfficialPaper.Sample(_file!.Current.Kind, Title, Body, Stub);

    protected override async Task OnInitializedAsync()
    {
        if (FilterValue.Of<DocumentKind>(Kind) is { } kind)
        {
            await AttemptAsync(async () =>
            {
                var file = await Templates.GetAsync(kind);
                Take(file);
                await RecallAsync();
            });
        }

        if (_file is null)
        {
            Addresses.NotFound();
        }
    }

    protected override void FindErrors()
    {
        var kind = _file!.Current.Kind;
        Say(nameof(TemplateForm.Title), Of(DocumentTemplate.WhyNotTitle(kind, Title)));
        Say(nameof(TemplateForm.Body), Of(DocumentTemplate.WhyNotBody(kind, Title, Body)));
        Say(nameof(TemplateForm.Stub), Of(DocumentTemplate.WhyNotStub(kind, Stub)));
    }

    private string? Of(RuleViolation? violation) => violation is null ? null : Words.Of(violation);

    private void Take(TemplateFile file)
    {
        _file = file;
        Form = new TemplateForm { Title = Words.Shown(file.Current.Title), Body = Words.Shown(file.Current.Body), Stub = Words.Shown(file.Current.Stub ?? "") };
    }

    private async Task SubmitAsync()
    {
        if (_sending || !Check())
        {
            return;
        }

        _sending = true;
        var (kind, edition) = (_file!.Current.Kind, _file.Current.Edition);
        if (await SendAsync(() => AttemptAsync(() => Templates.ReviseAsync(kind, edition, Title, Body, Stub))))
        {
            Snackbar.Add(Text[nameof(DocumentText.Edit_Saved)], Severity.Success);
            await AttemptAsync(async () => Take(await Templates.GetAsync(kind)));
        }

        _sending = false;
    }
}
