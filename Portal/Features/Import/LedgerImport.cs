using Portal.Configuration;
using Portal.Data;
using Portal.Features.Import.Mapping;
using Portal.Features.Import.Planning;
using Portal.Features.Import.Reading;

namespace Portal.Features.Import;

/// <summary>The import without a page or a person: reads a workbook, and brings a database in line with it. The demonstration office begins with it too.</summary>
internal static class LedgerImport
{
    public const string SampleName = "ledger-2026.xlsx";

    /// <summary>The sample ledger that comes with the portal.</summary>
    public static Stream OpenSample() => typeof(LedgerImport).Assembly.GetManifestResourceStream(SampleName)
        ?? throw new InvalidOperationException($"{SampleName} is not embedded.");

    /// <summary>Reads what can be read; a file that is refused gives a workbook with that one problem.</summary>
    /// <param name="shiftDays">Whole weeks to move every legal day by; 0 outside a demonstration.</param>
    /// <param name="numberYearOffset">Years to add to the year inside numbers.</param>
    public static async Task<LedgerWorkbook> ReadAsync(
        Stream file, ImportOptions limits, TimeProvider clock, bool rejectUnassignedArea, int shiftDays = 0, int numberYearOffset = 0, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var admitted = await WorkbookGuard.AdmitAsync(file, limits, cancellationToken);
            var mapper = new WorkbookMapper(limits, clock.Today(), rejectUnassignedArea);
            // Parsing is plain computing: not on the thread that somebody's page lives on.
            var workbook = await Task.Run(() => WorkbookReader.Read(admitted, limits, mapper.Map), cancellationToken);
            return new LedgerShift(shiftDays, numberYearOffset).Of(workbook);
        }
        catch (WorkbookRefusedException refusal)
        {
            return LedgerWorkbook.Refused(refusal);
        }
    }

    /// <summary>Changes the context, and saves nothing: whoever owns it saves, or forgets it when the report has errors.</summary>
    public static async Task<ImportReport> ApplyAsync(
        PortalDbContext db, LedgerWorkbook workbook, TimeProvider clock, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var plan = new LedgerPlan(db, workbook, clock);

        // In the order in which the sheets refer to each other.
        (ImportStage Stage, Func<LedgerPlan, CancellationToken, Task> PlanAsync)[] steps =
        [
            (ImportStage.Agencies, AgencyPlanner.PlanAsync),
            (ImportStage.Roster, RosterPlanner.PlanAsync),
            (ImportStage.Activities, ActivityPlanner.PlanAsync),
            (ImportStage.Findings, FindingPlanner.PlanAsync),
            (ImportStage.Recusals, RecusalPlanner.PlanAsync),
            (ImportStage.Attendance, AttendancePlanner.PlanAsync),
        ];
        foreach (var (stage, planAsync) in steps)
        {
            progress?.Report(new ImportProgress(stage));
            await planAsync(plan, cancellationToken);
        }

        progress?.Report(new ImportProgress(ImportStage.Saving));
        return plan.Report();
    }
}
