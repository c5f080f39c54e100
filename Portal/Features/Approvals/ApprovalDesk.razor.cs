using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.Approvals;

/// <summary>What waits for leadership: each feature's part, one below the other.</summary>
public sealed partial class ApprovalDesk
{
    private readonly Dictionary<Type, int> _waiting = [];
    private List<(Type Section, Dictionary<string, object> Parameters)> _parts = [];

    [Inject]
    public required IEnumerable<ApprovalSection> Sections { get; init; }

    /// <summary>Every part has looked, and none has anything.</summary>
    private bool IsEmpty => _waiting.Count == _parts.Count && _waiting.Values.Sum() == 0;

    protected override void OnInitialized() => _parts =
    [
        .. Sections.OrderBy(s => s.Order).Select(s => (s.Component, new Dictionary<string, object>
        {
            [ApprovalSection.OnCount] = EventCallback.Factory.Create<int>(this, count => _waiting[s.Component] = count),
        })),
    ];
}
