using Microsoft.EntityFrameworkCore;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Domain.Alerts;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;
using Portal.Domain.Time;
using Portal.Features.Dashboards.Administrator;
using Portal.Live;

namespace Portal.Features.Dashboards.Corps;

/// <summary>Counts the corps once for everybody.</summary>
public sealed class CorpsSnapshotQuery(IDbContextFactory<PortalDbContext> contexts, OfficeFacts office, TimeProvider clock) : ISnapshotQuery<CorpsSnapshot>
{
    private static readonly ApplicationState[] s_toReview = [ApplicationState.Submitted, ApplicationState.UnderReview, ApplicationState.PassProposed];
    private static readonly DismissalState[] s_dismissed = [DismissalState.Closed, DismissalState.Dropped];
    private static readonly AlertKind[] s_leadership = [AlertKind.TermEnding, AlertKind.NeverInvited, AlertKind.GroupEmpty];

    // Who has been silent is asked of everybody's rows of a year.
    private readonly Paced<IReadOnlyList<Engagement>> _engaged = new(clock);

    public async Task<CorpsSnapshot> TakeAsync(CancellationToken cancellationToken)
    {
        var asOf = clock.GetUtcNow();
        var today = clock.Today();
        var settings = await office.SettingsAsync(cancellationToken);
        var calendar = await office.CalendarAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var members = await db.MembersAsync(today, cancellationToken);
        var engaged = await _engaged.CountAsync(() => db.EngagementsAsync(null, today, cancellationToken));
        var composition = members.Composition(settings, today);
        IReadOnlyList<AlertRow> alerts =
        [
            .. InOrder([
                .. members.Alerts(settings, today),
                .. engaged.Alerts(settings, today),
                .. composition.Alerts(),
                .. await db.NoticeAlertsAsync(today, cancellationToken),
                .. await db.ObjectionAlertsAsync(settings, calendar, clock, today, cancellationToken),
                .. await db.CertificateAlertsAsync(settings, today, cancellationToken),
                .. await db.LetterAlertsAsync(today, cancellationToken),
            ], settings),
        ];
        return new CorpsSnapshot
        {
            AsOf = asOf,
            Today = today,
            Figures = new CorpsFigures(
                await db.Applications.CountAsync(a => s_toReview.Contains(a.State), cancellationToken),
                await db.Notices.CountAsync(n => n.State == NoticeState.Published, cancellationToken),
                await db.Objections.CountAsync(o => Objection.OpenStates.Contains(o.State), cancellationToken),
                await db.Dismissals.CountAsync(d => !s_dismissed.Contains(d.State), cancellationToken),
                await db.Cards.CountAsync(c => c.State == CardState.ReturnPending, cancellationToken)
                    + await db.AppointmentLetters.CountAsync(l => l.State == CertificateState.ReturnPending, cancellationToken),
                engaged.Count(e => OfficeAlerts.Inactive(e.Clock, settings, today) is not null),
                await db.ProposedAsync(cancellationToken)),
            Composition = composition,
            Ends = Ends(members, today),
            ForSection = Alerts.Of(alerts),
            ForLeadership = Alerts.Of([.. alerts.Where(a => s_leadership.Contains(a.Kind))]),
        };
    }

    private static Rows<MonthOfEnds> Ends(IReadOnlyList<Member> members, DateOnly today)
    {
        var byMonth = members.Where(m => !m.Renewed).CountBy(m => new DateOnly(m.LastDay.Year, m.LastDay.Month, 1)).ToDictionary();
        var first = new DateOnly(today.Year, today.Month, 1);
        return new(Enumerable.Range(0, CorpsSnapshot.Months).Select(i => first.AddMonths(i)).Select(month => new MonthOfEnds(month, byMonth.GetValueOrDefault(month))));
    }

    // What the law sets days for comes first, then what runs out soonest, then what has waited longest.
    private static IEnumerable<AlertRow> InOrder(IEnumerable<AlertRow> alerts, OfficeSettings settings) => alerts
        .OrderBy(a => a.Kind switch
        {
            AlertKind.NoticeEnding or AlertKind.NoticeUndecided or AlertKind.ObjectionOpen => 0,
            AlertKind.TermEnding when a.Mark <= settings.TermSecondReminderDays => 1,
            AlertKind.Inactive when a.Mark == RegulationFigures.InactivityMonths => 2,
            AlertKind.CardNotReissued or AlertKind.CertificateOutstanding or AlertKind.LetterExpired => 3,
            AlertKind.AgeAboveLimit => 5,
            _ => 4,
        })
        .ThenBy(a => a.On)
        .ThenBy(a => a.Name, StringComparer.Ordinal);
}
