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

    private PortalRole? Role => Enum.TryParse<PortalRole>(Shown, ignoreCase: true, out var role) && Enum.IsDefined(role) ? role : null;

    protected override Task<PageOf<AccountRow>> LoadAsync() => Accounts.ListAsync(Role, Paging);
}
