using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.People;
using Portal.Ui;

namespace Portal.Features.Retention;

/// <summary>Legal holds: those in force and those that were; placing and lifting one.</summary>
public sealed partial class HoldPanel : PortalPage
{
    private IReadOnlyList<RetentionPerson> _people = [];
    private Asking _asking;
    private LegalHoldRow? _lifting;
    private Guid? _person;
    private string _number = "";
    private string? _error;

    private enum Asking
    {
        Nothing,
        Person,
        Finding,
    }

    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<LegalHoldRow> Holds { get; set; }

    [Parameter]
    public bool MayManage { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required RetentionService Retention { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private async Task OpenAsync(Asking asking)
    {
        Close();
        await AttemptAsync(async () =>
        {
            _people = await Retention.PeopleAsync();
            _asking = asking;
        });
    }

    private void OpenLift(LegalHoldRow hold)
    {
        Close();
        _lifting = hold;
    }

    private void Close() => (_asking, _lifting, _error) = (Asking.Nothing, null, null);

    private Task<bool> PlaceAsync(string reason)
    {
        _error = _asking == Asking.Person && _person is null ? Text[nameof(RetentionText.Choose_First)].Value
            : _asking == Asking.Finding && string.IsNullOrWhiteSpace(_number) ? Text[nameof(RetentionText.Number_First)].Value
            : null;
        // The panel below was pressed, not this one.
        StateHasChanged();
        return _error is null
            ? ActAsync(() => _asking == Asking.Person ? Retention.HoldPersonAsync(PersonId.From(_person!.Value), reason) : Retention.HoldFindingAsync(_number, reason), nameof(RetentionText.Hold_Placed))
            : Task.FromResult(false);
    }

    private Task<bool> LiftAsync(string reason) => ActAsync(() => Retention.LiftAsync(_lifting!.Id, reason), nameof(RetentionText.Lifted));

    private async Task<bool> ActAsync(Func<Task> act, string done)
    {
        if (!await AttemptAsync(act))
        {
            return false;
        }

        Snackbar.Add(Text[done], Severity.Success);
        (_person, _number) = (null, "");
        await OnChanged.InvokeAsync();
        return true;
    }
}
