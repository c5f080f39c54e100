using Microsoft.AspNetCore.Components;
using Portal.Configuration;
using Portal.Domain.People;
using Portal.Domain.Recruitment;

namespace Portal.Features.Recruitment.Visitors;

/// <summary>Applying in an open batch. What was typed survives a mistake; the receipt and the private link are shown once.</summary>
public sealed partial class ApplyFormPage : PublicPage
{
    private RecruitmentBatch? _batch;
    private PublicReceipt? _receipt;

    [Inject]
    public required PublicApplications Applications { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    [SupplyParameterFromForm(FormName = "apply")]
    public PublicApplicationForm? Input { get; set; }

    private string Link => LinkTo("/public/application", _receipt!);

    protected override async Task<bool> LoadAsync()
    {
        _batch = await Applications.BatchAsync(RecruitmentBatchId.From(Key), isSent: Input is not null);
        Input ??= new PublicApplicationForm();
        return _batch is not null;
    }

    private async Task SendAsync()
    {
        var form = Input!.ToForm();
        var errors = new ApplicationErrors(Fields, Words).Of(form, Clock.Today(), await Applications.RejectsUnassignedAsync());
        if (IdentityNumber.TryParse(form.IdNumber, Clock.Today(), out var number, out _) && await Applications.WhyNotAgedAsync(_batch!, number) is { } aged)
        {
            errors.TryAdd(nameof(Input.IdNumber), Words.Of(aged));
        }

        Errors = errors;
        if (!string.IsNullOrEmpty(Input.Website))
        {
            Refuse(Text[nameof(PublicText.Trap_Filled)]);
        }
        else if (Errors.Count == 0)
        {
            await AttemptAsync(async () => _receipt = await Applications.ApplyAsync(_batch!.Id, form));
        }
    }
}
