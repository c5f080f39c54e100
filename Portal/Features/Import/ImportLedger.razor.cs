using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Options;
using Portal.Ui;

namespace Portal.Features.Import;

/// <summary>Upload, look, confirm.</summary>
public sealed partial class ImportLedger : PortalPage
{
    private Guid _input = Guid.CreateVersion7();
    private bool _isChecking;
    private ImportCheck? _check;
    private ImportProgress? _progress;
    private ImportOutcome? _outcome;

    [Inject]
    public required ImportService Import { get; init; }

    [Inject]
    public required IOptions<ImportOptions> Options { get; init; }

    private bool IsBusy => _isChecking || _progress is not null;

    private ImportReport? Report => _outcome?.Report ?? _check?.Report;

    private string Status =>
        _progress is { } progress ? Text[nameof(ImportText.Progress), Text[$"Stage_{progress.Stage}"].Value]
        : _isChecking ? Text[nameof(ImportText.Checking)]
        : _check is { } check ? Text[nameof(ImportText.Checked), check.FileName]
        : "";

    private async Task CheckAsync(InputFileChangeEventArgs chosen)
    {
        (_isChecking, _check, _outcome) = (true, null, null);
        await AttemptAsync(async () =>
        {
            // The guard stops reading at its own limit and says so; the stream's would only throw.
            await using var stream = chosen.File.OpenReadStream(long.MaxValue);
            _check = await Import.CheckAsync(stream, chosen.File.Name);
        });
        _isChecking = false;

        // A browser does not report the same file twice: a corrected workbook mostly keeps its name.
        _input = Guid.CreateVersion7();
    }

    private async Task CommitAsync()
    {
        if (_check is not { } check)
        {
            return;
        }

        _progress = new ImportProgress(ImportStage.Agencies);
        await AttemptAsync(async () => _outcome = await Import.CommitAsync(check, new Progress<ImportProgress>(Show)));
        _progress = null;
    }

    private void Show(ImportProgress progress)
    {
        if (_progress is not null)
        {
            _progress = progress;
            StateHasChanged();
        }
    }

    private string CommitWords(ImportReport report) =>
        report.Errors > 0 ? Text[nameof(ImportText.Blocked_Errors), report.Errors]
        : report.HasChanges ? Text[nameof(ImportText.Commit_Words), report.Added, report.Changed, report.Unchanged, report.Hints]
        : report.Unchanged > 0 ? Text[nameof(ImportText.Blocked_NoChanges), report.Unchanged]
        : Text[nameof(ImportText.Blocked_Empty)];
}
