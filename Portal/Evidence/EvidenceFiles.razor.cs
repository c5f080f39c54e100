using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using MudBlazor;
using Portal.Configuration;
using Portal.Evidence.Formats;
using Portal.Ui;

namespace Portal.Evidence;

/// <summary>The files of a matter: what is there, and adding more. Whoever may not see them sees nothing.</summary>
/// <remarks>Files do not go through the page's own line, which takes 32 KB at a time, but beside it, with progress; see EvidenceFiles.razor.js.</remarks>
public sealed partial class EvidenceFiles : LivePage, IAsyncDisposable
{
    private readonly string _id = $"evidence-{Guid.CreateVersion7():n}";
    private EvidenceList? _list;
    private EvidenceOwner _shown;
    private EvidenceKind _kind;
    private EvidenceId? _removing;
    private string? _refused;
    private ElementReference _input;
    private ElementReference _camera;
    private ElementReference _uploads;
    private IJSObjectReference? _module;
    private DotNetObjectReference<EvidenceFiles>? _self;
    private bool _watched;

    [Parameter]
    [EditorRequired]
    public required EvidenceMatter Matter { get; set; }

    [Parameter]
    [EditorRequired]
    public required Guid Key { get; set; }

    /// <summary>Stands by itself among cards, and is not part of one.</summary>
    [Parameter]
    public bool IsCard { get; set; }

    /// <summary>A file was added or taken back here.</summary>
    [Parameter]
    public EventCallback OnChange { get; set; }

    [Inject]
    public required EvidenceService Evidence { get; init; }

    [Inject]
    public required AntiforgeryStateProvider Antiforgery { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ILogger<EvidenceFiles> Logger { get; init; }

    private EvidenceOwner Owner => new(Matter, Key);

    public async ValueTask DisposeAsync()
    {
        Dispose();
        _self?.Dispose();
        if (_module is not null)
        {
            try
            {
                await _module.DisposeAsync();
            }
            catch (Exception gone) when (Reader.HasLeft(gone))
            {
                // The browser has thrown everything away already.
            }
        }
    }

    /// <summary>Called by the script when a file has arrived.</summary>
    [JSInvokable]
    public async Task AddedAsync()
    {
        await AttemptAsync(ReloadAsync);
        await OnChange.InvokeAsync();
        StateHasChanged();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Owner)
        {
            _shown = Owner;
            await AttemptAsync(ReloadAsync);
        }
    }

    protected override async Task ReloadAsync()
    {
        _list = await Evidence.ListAsync(Owner);
        if (_list?.Adds is [var first, ..] adds && !adds.Contains(_kind))
        {
            _kind = first;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var wanted = _list is { Adds.Count: > 0 };
        if (wanted && !_watched)
        {
            _watched = true;
            await WithModuleAsync(async module =>
            {
                _self ??= DotNetObjectReference.Create(this);
                await module.InvokeVoidAsync("watch", _input, _camera, _uploads, Settings(_list!), _self);
            });
        }

        _watched = wanted;
    }

    private async Task SaveCopyAsync(EvidenceRow row)
    {
        _refused = null;
        await WithModuleAsync(async module => _refused = await module.InvokeAsync<string?>("save", $"/evidence/{row.Id.Value}/copy", Text[nameof(EvidenceText.Up_Cut)].Value));
    }

    private async Task AskToRemoveAsync(EvidenceRow row)
    {
        _refused = null;
        if (_list!.AsksReason)
        {
            _removing = row.Id;
        }
        else
        {
            await RemoveAsync(row, "");
        }
    }

    private async Task<bool> RemoveAsync(EvidenceRow row, string reason)
    {
        var done = false;
        var answered = await AttemptAsync(async () => done = await Evidence.RemoveAsync(row.Id, reason));
        if (answered)
        {
            Snackbar.Add(Text[done ? nameof(EvidenceText.Remove_Done) : nameof(EvidenceText.Remove_Failed)], done ? Severity.Success : Severity.Warning);
        }

        await AttemptAsync(ReloadAsync);
        await OnChange.InvokeAsync();
        return answered;
    }

    private async Task WithModuleAsync(Func<IJSObjectReference, Task> use)
    {
        try
        {
            _module ??= await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Evidence/EvidenceFiles.razor.js"]}");
            await use(_module);
        }
        catch (Exception gone) when (Reader.HasLeft(gone))
        {
            // The reader has left.
        }
        catch (JSException failure)
        {
            // Files that cannot be sent must not cost the page and what was typed in it.
            Log.NoScript(Logger, failure, Matter);
            _refused = Text[nameof(EvidenceText.Up_NoScript)];
            StateHasChanged();
        }
    }

    private UploadSettings Settings(EvidenceList list) => new(
        $"/evidence/{Matter}/{Key}",
        EvidenceEndpoints.TokenHeader,
        Antiforgery.GetAntiforgeryToken()?.Value,
        list.Accept.Split(','),
        [.. FormatTable.All.Where(f => f.IsRecording).SelectMany(f => f.Endings)],
        list.MaxDocumentMegabytes,
        list.MaxVideoMegabytes,
        new Dictionary<string, string>
        {
            ["waiting"] = Text[nameof(EvidenceText.Up_Waiting)],
            ["sending"] = Text[nameof(EvidenceText.Up_Sending), "{0}"],
            ["checking"] = Text[nameof(EvidenceText.Up_Checking)],
            ["done"] = Text[nameof(EvidenceText.Up_Done)],
            ["cut"] = Text[nameof(EvidenceText.Up_Cut)],
            ["retry"] = Text[nameof(EvidenceText.Up_Retry)],
            ["stop"] = Text[nameof(EvidenceText.Up_Stop)],
            ["dismiss"] = Text[nameof(EvidenceText.Up_Dismiss)],
            ["type"] = Text[nameof(EvidenceText.Refused_Type)],
            ["large"] = Text[nameof(EvidenceText.Refused_TooLarge), "{0}"],
        });

    private bool HasNoCopy(EvidenceRow row) => row is { CanCopy: false, State: EvidenceState.Accepted, IsRemoved: false } && (_list!.GivesOut || !row.CanOpen);

    private string Kind(EvidenceRow row) => Matter == EvidenceMatter.Finding ? $"{Text[$"Kind_{row.Kind}"]} ·" : "";

    private string By(EvidenceRow row)
    {
        var when = Clock.ShortMoment(row.AddedAt);
        return row.Who is { } who ? Text[nameof(EvidenceText.AddedBy), who, when] : Text[row.IsFromVisitor ? nameof(EvidenceText.AddedByVisitor) : nameof(EvidenceText.AddedByAuthor), when];
    }

    private static string Size(long bytes) => bytes < 1024 * 1024
        ? string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, bytes / 1024)} KB")
        : string.Create(CultureInfo.CurrentCulture, $"{bytes / (1024.0 * 1024.0):0.0} MB");

    /// <summary>What the script has to know.</summary>
    private sealed record UploadSettings(
        string Address, string TokenHeader, string? Token, string[] Endings, string[] Recordings, int MaxDocumentMegabytes, int MaxVideoMegabytes, Dictionary<string, string> Words);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The script that sends files of a {Matter} failed; its page goes on without")]
        public static partial void NoScript(ILogger logger, Exception failure, EvidenceMatter matter);
    }
}
