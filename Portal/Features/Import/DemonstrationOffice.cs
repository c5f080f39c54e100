using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Import;

/// <summary>The office that a developer or a newcomer finds: fictional staff, and the sample ledger moved by whole weeks so that its deadlines and terms are alive today. Only in Development, and only in an empty database.</summary>
public static partial class DemonstrationOffice
{
    /// <summary>The Monday on which the sample ledger was filled in.</summary>
    private static readonly DateOnly s_anchor = new(2026, 11, 23);

    private static readonly (string Key, PortalRole Role)[] s_staff =
    [
        (nameof(ImportText.Demo_Head), PortalRole.Leadership),
        (nameof(ImportText.Demo_Deputy), PortalRole.Leadership),
        (nameof(ImportText.Demo_Chief), PortalRole.Administrator),
        (nameof(ImportText.Demo_Clerk), PortalRole.Administrator),
    ];

    public static async Task PrepareDemonstrationAsync(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        var services = app.Services;
        var options = services.GetRequiredService<IOptions<PortalOptions>>().Value;
        AuditScope.PortalActs(AuditActs.FillDemonstration);
        await services.GetRequiredService<UnitOfWork>().WriteAsync(async db =>
        {
            if (await db.People.AnyAsync())
            {
                return;
            }

            var clock = services.GetRequiredService<TimeProvider>();
            var staff = AddStaff(db, clock.GetUtcNow());
            if (!options.StartEmpty)
            {
                var limits = services.GetRequiredService<IOptions<ImportOptions>>().Value;
                var rows = await ImportSampleAsync(db, limits, clock);
                InviteToWhatIsPlanned(db);
                await DemonstrationDocuments.AddAsync(db, staff[nameof(ImportText.Demo_Head)], clock.GetUtcNow());
                await DemonstrationSelection.AddAsync(db, staff[nameof(ImportText.Demo_Clerk)], staff[nameof(ImportText.Demo_Chief)], staff[nameof(ImportText.Demo_Head)], clock);
                await DemonstrationMatters.AddAsync(db, staff[nameof(ImportText.Demo_Clerk)], clock);
                LogOutcome(app.Logger, rows);
            }
        });
    }

    /// <summary>Imports the sample as of the office's day.</summary>
    /// <returns>How many rows came in.</returns>
    internal static async Task<int> ImportSampleAsync(PortalDbContext db, ImportOptions limits, TimeProvider clock)
    {
        var weeks = (int)Math.Floor((clock.Today().DayNumber - s_anchor.DayNumber) / 7m);
        var years = s_anchor.AddDays(weeks * 7).Year - s_anchor.Year;
        await using var sample = LedgerImport.OpenSample();
        var workbook = await LedgerImport.ReadAsync(sample, limits, clock, rejectUnassignedArea: false, weeks * 7, years);
        var report = await LedgerImport.ApplyAsync(db, workbook, clock);
        return report.Errors == 0 ? report.Added : throw new InvalidOperationException($"The sample ledger has {report.Errors} errors.");
    }

    /// <summary>The ledger names what is planned, but not who is invited: everybody in office, less who steps aside. Two have answered already.</summary>
    private static void InviteToWhatIsPlanned(PortalDbContext db)
    {
        var recusals = db.Recusals.Local.ToList();
        foreach (var activity in db.Activities.Local.Where(a => a.State == ActivityState.Published).ToList())
        {
            var agencies = activity.Agencies.Select(a => a.Agency).ToList();
            var invited = db.Appointments.Local.Where(t => t.IsInOffice(activity.Date)).Select(t => t.Person)
                .Where(person => !recusals.Exists(r => r.Person == person && r.Covers(activity.Id, agencies)))
                .Select(person => Participation.Invite(ParticipationId.New(), activity, person, inOfficeOnTheDay: true, recused: false, placesTaken: 0))
                .ToList();
            invited[0].Accept(activity.Date, activity.Date.AddDays(-1));
            invited[1].RequestLeave(ImportText.ResourceManager.GetString(nameof(ImportText.Demo_Leave), System.Globalization.CultureInfo.InvariantCulture)!, activity.Date, activity.Date.AddDays(-1));
            db.Participations.AddRange(invited);
        }
    }

    private static Dictionary<string, PersonId> AddStaff(PortalDbContext db, DateTimeOffset now)
    {
        var staff = new Dictionary<string, PersonId>(StringComparer.Ordinal);
        // Demonstration people have identity numbers of no province, so that none can be a real person's.
        db.Settings.Add(new SettingRow { Key = nameof(OfficeSettings.RejectUnassignedArea), Value = bool.FalseString, ChangedAt = now });
        foreach (var (key, role) in s_staff)
        {
            var person = Person.Staff(PersonId.New(), ImportText.ResourceManager.GetString(key, System.Globalization.CultureInfo.InvariantCulture)!);
            db.People.Add(person);
            db.Accounts.Add(Account.For(person.Id, role));
            staff[key] = person.Id;
        }

        return staff;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The demonstration office was set up: {Rows} rows.")]
    private static partial void LogOutcome(ILogger logger, int rows);
}
