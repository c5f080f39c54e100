using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Features.Import.Recognition;

namespace Portal.Features.Import.Mapping;

/// <summary>Where a row stands, so that a later check can point at its cells.</summary>
internal sealed record RowPlace(SheetLayout Layout, int Row);

/// <summary>A row that could be read; what it refers to is looked up when it is planned.</summary>
internal abstract record LedgerRow(RowPlace Place);

internal sealed record RosterRow(
    RowPlace Place, string Name, IdentityNumber IdNumber, PhoneNumber? Phone, District? District, string? WorkUnit,
    SourceCategory Group, RecruitmentChannel Channel, DateOnly TermStart, DateOnly TermEnd, string CardNumber, RosterState State,
    DismissalGround? Ground, (DateOnly Start, DateOnly End)? EarlierTerm, string? Remark) : LedgerRow(Place);

internal sealed record AgencyRow(
    RowPlace Place, string Code, string Name, AgencyKind Kind, UnifiedSocialCreditCode? CreditCode, string? Contact, bool IsExternal) : LedgerRow(Place);

internal sealed record ActivityRow(
    RowPlace Place, string Number, string Title, ActivityKind Kind, SupervisionMode? Mode, DateOnly Date, IReadOnlyList<string> Agencies,
    int HourTenths, bool Mandatory, string? Remark) : LedgerRow(Place);

internal sealed record AttendanceRow(RowPlace Place, string Name, string? CardNumber, IReadOnlyList<AttendanceMark> Marks) : LedgerRow(Place);

internal sealed record AttendanceMark(string Activity, ParticipationState State, string Written);

internal sealed record FindingRow(
    RowPlace Place, string Number, DateOnly SubmittedOn, IReadOnlyList<string> Authors, string Unit, FindingCategory Category, string Text, RegisterState State,
    FindingConclusion? Conclusion, bool? IsViolation, decimal? Loss, string? Requirement, bool OnSpot, DateOnly? Deadline, DateOnly? Extended,
    DateOnly? CompletedOn, DateOnly? FedBackOn, FindingGrade? Grade, string? MergedInto, string? Remark) : LedgerRow(Place);

internal sealed record RecusalRow(
    RowPlace Place, string Name, string Matter, RecusalGround Ground, string Explanation, DateOnly FiledOn, RecusalOutcome? Outcome, DateOnly? DecidedOn) : LedgerRow(Place);
