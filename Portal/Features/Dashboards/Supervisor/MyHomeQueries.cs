using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;

namespace Portal.Features.Dashboards.Supervisor;

/// <param name="LastTold">The instant of the last step that the author was told of.</param>
internal sealed record HomeFinding(
    FindingId Id, string Number, string Unit, FindingState State, DateOnly SubmittedOn, DateTimeOffset LastTold, DateOnly? RectifyBy, DateOnly? FedBackOn, DateOnly? AppealedOn)
{
    public bool IsDone => State is FindingState.Closed or FindingState.Merged;
}

internal sealed record HomeRecusal(RecusalId Id, string Matter, RecusalState State, DateOnly FiledOn, DateOnly? DecidedOn);

/// <summary>What the supervisor's first page reads: one query for each kind of row, all of them the reader's own.</summary>
internal static class MyHomeQueries
{
    public static Task<List<ComingActivity>> ComingAsync(this PortalDbContext db, PersonId person, RecusedFrom recused, DateOnly today, CancellationToken cancellationToken) => (
        from activity in db.Activities.AsNoTracking().OpenTo(recused)
        join part in db.Participations on activity.Id equals part.Activity
        where part.Person == person && activity.Date >= today
            && (activity.State == ActivityState.Published || activity.State == ActivityState.InProgress)
        orderby activity.Date, activity.Number
        select new ComingActivity(activity.Id, activity.Title, activity.Date, part.State)).ToListAsync(cancellationToken);

    public static Task<List<HomeFinding>> MineAsync(this PortalDbContext db, PersonId person, RecusedFrom recused, CancellationToken cancellationToken) => (
        from finding in db.Findings.AsNoTracking().OpenTo(recused)
        join a in db.Agencies on finding.Agency equals (AgencyId?)a.Id into agencies
        from agency in agencies.DefaultIfEmpty()
        where finding.Author == person || finding.CoAuthors.Any(c => c.Person == person)
        select new HomeFinding(
            finding.Id, finding.Number, agency != null ? agency.Name : finding.OtherUnit!, finding.State, finding.SubmittedOn,
            finding.Events
                .Where(e => e.Kind != FindingEventKind.ConclusionProposed && e.Kind != FindingEventKind.ExtensionProposed
                    && e.Kind != FindingEventKind.ClosingProposed && e.Kind != FindingEventKind.ProposalRefused)
                .Max(e => e.At),
            finding.Rectification!.Deadline, finding.FedBackOn, finding.AppealedOn)).ToListAsync(cancellationToken);

    public static Task<List<HomeRecusal>> RecusalsAsync(this PortalDbContext db, PersonId person, CancellationToken cancellationToken) => (
        from recusal in db.Recusals.AsNoTracking()
        join a in db.Agencies on recusal.Agency equals (AgencyId?)a.Id into agencies
        from agency in agencies.DefaultIfEmpty()
        join b in db.Activities on recusal.Activity equals (ActivityId?)b.Id into activities
        from activity in activities.DefaultIfEmpty()
        join c in db.Findings on recusal.Finding equals (FindingId?)c.Id into findings
        from finding in findings.DefaultIfEmpty()
        where recusal.Person == person
        orderby recusal.FiledOn descending, recusal.Id
        select new HomeRecusal(
            recusal.Id, agency != null ? agency.Name : activity != null ? activity.Title : finding!.Number, recusal.State, recusal.FiledOn, recusal.DecidedOn)).ToListAsync(cancellationToken);
}
