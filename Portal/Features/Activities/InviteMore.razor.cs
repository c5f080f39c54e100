using Microsoft.AspNetCore.Components;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Ui;

namespace Portal.Features.Activities;

/// <summary>Invites people one by one. Whoever cannot be invited stands there with the reason; whoever is invited elsewhere on the day is only pointed out (domain.md A2.10).</summary>
public sealed partial class InviteMore : PortalPage
{
    private readonly HashSet<PersonId> _chosen = [];
    private Candidates? _candidates;
    private bool _sending;

    [Inject]
    public required ActivityRevisionService Revisions { get; init; }

    [Parameter]
    [EditorRequired]
    public ActivityId Activity { get; set; }

    /// <summary>How many were invited; none when the person went back.</summary>
    [Parameter]
    public EventCallback<int> OnDone { get; set; }

    protected override Task OnInitializedAsync() => AttemptAsync(ReloadAsync);

    private bool CanChoose(Candidate candidate) =>
        candidate.WhyNot is null && (_chosen.Contains(candidate.Person) || _candidates!.PlacesLeft is not { } left || _chosen.Count < left);

    private void Toggle(Candidate candidate)
    {
        if (!_chosen.Remove(candidate.Person))
        {
            _chosen.Add(candidate.Person);
        }
    }

    private async Task InviteAsync()
    {
        _sending = true;
        var invited = await AttemptAsync(() => Revisions.InviteAsync(Activity, _chosen));
        _sending = false;
        if (invited)
        {
            await OnDone.InvokeAsync(_chosen.Count);
            return;
        }

        // Somebody else was quicker, or a recusal came in between: what is possible is looked at anew.
        await AttemptAsync(ReloadAsync);
        _chosen.RemoveWhere(person => _candidates!.People.All(c => c.Person != person || c.WhyNot is not null));
    }

    private async Task ReloadAsync() => _candidates = await Revisions.CandidatesAsync(Activity);
}
