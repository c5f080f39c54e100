using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Features.Credentials;
using Portal.Features.Dismissals;
using Portal.Features.Letters;
using Portal.Features.Terms;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Terms;

/// <summary>An office with a clerk, a leader and supervisors, over the real services; the clock is the test's.</summary>
public sealed class OfficeLife : IDisposable
{
    private readonly List<ServiceProvider> _scopes = [];

    public OfficeLife()
    {
        Clerk = Office.Staff(PortalRole.Administrator, "科员");
        Leader = Office.Staff(PortalRole.Leadership, "局领导");
    }

    public SmallOffice Office { get; } = new();

    public Acting Clerk { get; }

    public Acting Leader { get; }

    public FakeTimeProvider Clock => Office.Clock;

    public DateOnly Today => Clock.Today();

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _scopes.ForEach(s => s.Dispose());
        Office.Dispose();
    }

    public T As<T>(Acting acting)
        where T : notnull
    {
        var services = PortalServices.For(acting, Office.Db, Office.Db.Pulse, Clock);
        _scopes.Add(services);
        return services.GetRequiredService<T>();
    }

    /// <summary>Somebody whose term ends on that day, with a card.</summary>
    public PersonId Supervisor(string name, DateOnly until, string card) =>
        Office.Supervisor(name, SourceCategory.PublicRepresentative, until.AddYears(-3).AddDays(1), until, card: card);

    public Appointment TermOf(PersonId person, int sequence = 1) => Office.Read(db => db.Appointments.Single(t => t.Person == person && t.Sequence == sequence));

    public SupervisorCard CardOf(PersonId person) => Office.Read(db => db.Cards.Where(c => c.Person == person).OrderByDescending(c => c.Number).First());

    public Task SettleAsync() => Office.Db.Work.WriteAsync(db => db.SettleTermsAsync(null, "离任", Today, Cancel), Cancel);

    public void Approvals(bool needed) => Office.Change(db =>
    {
        db.Settings.Add(new SettingRow { Key = "ApproveAppointments", Value = needed ? "True" : "False", ChangedAt = Clock.GetUtcNow() });
        db.Settings.Add(new SettingRow { Key = "ApproveDismissals", Value = needed ? "True" : "False", ChangedAt = Clock.GetUtcNow() });
    });

    public TermService Terms(Acting? acting = null) => As<TermService>(acting ?? Clerk);

    public TermApprovalService TermApprovals(Acting? acting = null) => As<TermApprovalService>(acting ?? Leader);

    public DismissalService Dismissals(Acting? acting = null) => As<DismissalService>(acting ?? Clerk);

    public LetterService Letters(Acting? acting = null) => As<LetterService>(acting ?? Clerk);

    public CardService Cards(Acting? acting = null) => As<CardService>(acting ?? Clerk);
}
