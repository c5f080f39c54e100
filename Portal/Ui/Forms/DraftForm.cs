using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Drafts;

namespace Portal.Ui.Forms;

/// <summary>A form whose content is kept while it is typed: through a reload, a phone that switches apps, a refusal. And what is wrong with its fields, told next to them.</summary>
/// <typeparam name="TForm">What is typed.</typeparam>
public abstract class DraftForm<TForm> : PortalPage, IAsyncDisposable
    where TForm : class, new()
{
    private DraftKeeper? _keeper;

    [Inject]
    public required DraftService Drafts { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    protected TForm Form { get; set; } = new();

    /// <summary>By the name of the field; empty when the form can be sent.</summary>
    protected Dictionary<string, string> Errors { get; } = [];

    /// <summary>Whether the person was told that nothing is lost.</summary>
    protected bool IsSaved { get; private set; }

    /// <summary>Under which name it is kept; a person's own, so the id of what it is about is enough.</summary>
    protected abstract string DraftName { get; }

    /// <summary>The version that the form starts from, where others may change the same thing: what was typed over an older one must not undo what they changed since, and is not taken up.</summary>
    protected virtual int? Version => null;

    private string Kept => Version is { } version ? string.Create(CultureInfo.InvariantCulture, $"{DraftName}-{version}") : DraftName;

    public async ValueTask DisposeAsync()
    {
        if (_keeper is not null)
        {
            await _keeper.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() => _keeper = new DraftKeeper(() => InvokeAsync(() => AttemptAsync(SaveAsync)), Clock);

    /// <summary>Takes up what was typed before.</summary>
    /// <returns>Whether there was something.</returns>
    protected async Task<bool> RecallAsync()
    {
        var kept = await Drafts.LoadAsync<TForm>(Kept);
        Form = kept ?? Form;
        return kept is not null;
    }

    /// <summary>Something was typed: it is kept, and what was wrong is looked at again.</summary>
    protected void Changed()
    {
        if (Errors.Count > 0)
        {
            Check();
        }

        _keeper!.Touch();
    }

    /// <summary>Sends the form. Only when it was taken is the draft gone.</summary>
    /// <returns>Whether it was taken.</returns>
    protected async Task<bool> SendAsync(Func<Task<bool>> send)
    {
        await _keeper!.ForgetAsync();
        if (await send())
        {
            await AttemptAsync(() => Drafts.DiscardAsync(Kept));
            return true;
        }

        // What was typed since the last save is kept as well.
        _keeper.Touch();
        return false;
    }

    protected bool Check()
    {
        Errors.Clear();
        FindErrors();
        return Errors.Count == 0;
    }

    /// <summary>Fills <see cref="Errors"/>.</summary>
    protected virtual void FindErrors()
    {
    }

    protected void Say(string field, string? words)
    {
        if (words is not null)
        {
            Errors[field] = words;
        }
    }

    protected string? ErrorOf(string field) => Errors.GetValueOrDefault(field);

    protected string? Invalid(string field) => Errors.ContainsKey(field) ? "true" : null;

    private async Task SaveAsync()
    {
        // A draft that cannot be kept says so, and the page no longer claims that it is.
        IsSaved = false;
        try
        {
            await Drafts.SaveAsync(Kept, Form);
            IsSaved = true;
        }
        finally
        {
            StateHasChanged();
        }
    }
}
