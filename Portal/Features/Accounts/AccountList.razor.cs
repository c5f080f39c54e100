using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Access;
using Portal.Data;
using Portal.Ui.Lists;

namespace Portal.Features.Accounts;

/// <summary>Who may sign in.</summary>
public sealed partial class AccountList : ListPage<AccountRow>
{
    [Inject]
    public required AccountService Accounts { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IStringLocalizer<ListText> ListWords { get; init; }

    [SupplyParameterFromQuery(Name = "role")]
    public string? Shown { get; set; }

    protected override Task<PageOf<AccountRow>> LoadAsync() =>
        Accounts.ListAsync(Enum.TryParse<PortalRole>(Shown, ignoreCase: true, out var role) && Enum.IsDefined(role) ? role : null, Paging);

    private void Choose(ChangeEventArgs chosen) => Filter("role", chosen.Value as string);
}
