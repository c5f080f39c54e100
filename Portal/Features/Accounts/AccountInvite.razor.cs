using Microsoft.AspNetCore.Components;
using Portal.Access;
using Portal.Data.SignIns;
using Portal.Domain.People;
using Portal.Ui;

namespace Portal.Features.Accounts;

/// <summary>Inviting somebody by a one-time link.</summary>
public sealed partial class AccountInvite : PortalPage
{
    private static readonly PortalRole[] s_roles = [PortalRole.Supervisor, PortalRole.Administrator, PortalRole.Leadership];

    private InvitationChoices? _choices;
    private InvitationLink? _link;
    private PortalRole _role = PortalRole.Supervisor;
    private Guid? _person;
    private string _name = "";
    private string? _error;
    private bool _sending;

    [Inject]
    public required AccountService Accounts { get; init; }

    protected override Task OnInitializedAsync() => AttemptAsync(ReloadAsync);

    private async Task InviteAsync()
    {
        if (_sending)
        {
            return;
        }

        _link = null;
        _error = Check();
        if (_error is null)
        {
            // A second press would invite a second person of the same name.
            _sending = true;
            await AttemptAsync(async () =>
            {
                _link = _role == PortalRole.Supervisor ? await Accounts.InviteSupervisorAsync(PersonId.From(_person!.Value)) : await Accounts.InviteStaffAsync(_name, _role);
                (_person, _name) = (null, "");
                await ReloadAsync();
            });
            _sending = false;
        }
    }

    private string? Check() =>
        _role == PortalRole.Supervisor
            ? _person is null ? Text[nameof(AccountText.Error_Supervisor)].Value : null
            : _name.Trim() is { Length: > 0 and <= Person.NameLength } ? null : Text[nameof(AccountText.Error_Name), Person.NameLength].Value;

    private async Task ReloadAsync() => _choices = await Accounts.ChoicesAsync();
}
