using Microsoft.AspNetCore.Components;
using Portal.Configuration;
using Portal.Data;
using Portal.Ui.Lists;

namespace Portal.Features.Recruitment;

/// <summary>Every objection, those that wait first; for administrators only.</summary>
public sealed partial class ObjectionList : ListPage<ObjectionRow>
{
    [Inject]
    public required ObjectionService Objections { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    protected override Task<PageOf<ObjectionRow>> LoadAsync() => Objections.ListAsync(Paging);
}
