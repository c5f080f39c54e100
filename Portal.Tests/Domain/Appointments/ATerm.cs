using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Time;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Appointments;

/// <summary>A term from 1 December 2023 to 30 November 2026, as it stands near its end.</summary>
internal static class ATerm
{
    public static readonly DateOnly Start = Day("2023-12-01");
    public static readonly DateOnly End = Day("2026-11-30");
    public static readonly DateOnly Monday = Day("2026-11-23");
    public static readonly PersonId Clerk = PersonId.New();
    public static readonly PersonId Leader = PersonId.New();

    public static Appointment Granted(DateOnly? start = null, DateOnly? cohortEnd = null, DateOnly? today = null) => Appointment.Grant(
        AppointmentId.New(), PersonId.New(), 1, SourceCategory.PublicRepresentative, RecruitmentChannel.OpenRecruitment, start ?? Start, TermEndRule.DayBeforeAnniversary, cohortEnd, [], today ?? Monday);
}
