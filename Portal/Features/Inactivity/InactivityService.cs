using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Domain.Alerts;
using Portal.Domain.Rules;

namespace Portal.Features.Inactivity;

/// <summary>Who has been without activity for how long (Article 18 (2); domain.md A3.4). It shows and reminds; whether there was good reason is judged in a dismissal case, by people.</summary>
public sealed class InactivityService(IDbContextFactory<PortalDbContext> contexts, AccessGuard access, OfficeFacts office, TimeProvider clock)
{
    /// <summary>Everybody in office, whose year ends soonest first.</summary>
    public async Task<PageOf<InactivityRow>> ListAsync(InactivityFilter filter, Paging paging, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.SeeTerms, cancellationToken: cancellationToken);
        var settings = await office.SettingsAsync(cancellationToken);
        var today = clock.Today();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // The clock is a rule and not a column: it is set for everybody in office before one page of it is shown.
        var rows = (await db.EngagementsAsync(null, today, cancellationToken))
            .Select(one => RowOf(one, settings, today))
            .Where(row => (filter.Reached is null || row.Mark >= filter.Reached) && (!filter.NeverInvited || row.NeverInvited) && (filter.Group is null || row.Group == filter.Group))
            .OrderBy(row => row.LimitDay)
            .ThenBy(row => row.Name, StringComparer.Ordinal)
            .ToList();
        return new PageOf<InactivityRow>([.. rows.Skip(paging.Skip).Take(Paging.Size)], rows.Count);
    }

    private static InactivityRow RowOf(Engagement one, OfficeSettings settings, DateOnly today) => new(
        one.Person, one.Name, one.Group, one.Clock.LastEngagedOn, one.Clock.LimitDay, one.Clock.LimitDay.DayNumber - today.DayNumber, one.Clock.PausedDays, one.Invitations,
        OfficeAlerts.Inactive(one.Clock, settings, today), OfficeAlerts.NeverInvited(one.Since, one.Invitations, today), one.OnLeave);
}
