using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Access;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Ui;

namespace Portal.Features.Accounts;

/// <summary>One account and what can be done with it.</summary>
public sealed partial class AccountDetail : PortalPage
{
    private static readonly PortalRole[] s_staff = [PortalRole.Administrator, PortalRole.Leadership];

    private AccountDetails? _details;
    private InvitationLink? _link;

    [Inject]
    public required AccountService Accounts { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    private AccountId Id => AccountId.From(Key);

    private IEnumerable<PortalRole> OtherRoles => _details!.Row.Role == PortalRole.Supervisor ? [] : s_staff.Where(role => role != _details.Row.Role);

    protected override async Task OnParametersSetAsync()
    {
        await AttemptAsync(ReloadAsync);
        if (_details is null)
        {
            Addresses.NotFound();
        }
    }

    private Task<bool> InviteAgainAsync() => AttemptAsync(async () =>
    {
        _link = await Accounts.InviteAgainAsync(Id);
        await ReloadAsync();
    });

    private async Task ActAsync(Task act, string done)
    {
        _link = null;
        if (await AttemptAsync(() => act))
        {
            Snackbar.Add(Text[done], Severity.Success);
        }

        await AttemptAsync(ReloadAsync);
    }

    private async Task ReloadAsync() => _details = await Accounts.GetAsync(Id);
}
