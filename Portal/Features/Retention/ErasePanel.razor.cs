using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.People;
using Portal.Ui;

namespace Portal.Features.Retention;

/// <summary>Erasing one person from the audit record: who, their name typed again, and why.</summary>
public sealed partial class ErasePanel : PortalPage
{
    private IReadOnlyList<RetentionPerson> _people = [];
    private bool _asking;
    private Guid? _person;
    private string _name = "";
    private string? _error;

    /// <summary>Whether the reader proved lately who they are.</summary>
    [Parameter]
    public bool IsConfirmed { get; set; }

    [Inject]
    public required RetentionService Retention { get; init; }

    private Task<bool> OpenAsync() => AttemptAsync(async () =>
    {
        _people = await Retention.PeopleAsync();
        _asking = true;
    });

    private void Close() => (_asking, _error, _person, _name) = (false, null, null, "");

    private async Task<bool> EraseAsync(string reason)
    {
        _error = _person is null ? Text[nameof(RetentionText.Choose_First)].Value : null;
        // The panel below was pressed, not this one.
        StateHasChanged();
        if (_error is not null || !await AttemptAsync(() => Retention.EraseAsync(PersonId.From(_person!.Value), _name, reason)))
        {
            return false;
        }

        Snackbar.Add(Text[nameof(RetentionText.Erase_Done)], Severity.Success);
        return true;
    }
}
