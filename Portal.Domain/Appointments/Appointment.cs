using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Appointments;

/// <summary>One term of office of one supervisor (任期, Article 17). A renewal is a further appointment with the next sequence number.</summary>
public sealed partial class Appointment
{
    private readonly List<GroupChange> _groupChanges = [];

    private Appointment()
    {
    }

    public AppointmentId Id { get; private set; }

    public PersonId Person { get; private set; }

    /// <summary>1 for the first term, 2 after one renewal, and so on.</summary>
    public int Sequence { get; private set; }

    public SourceCategory Group { get; private set; }

    public RecruitmentChannel Channel { get; private set; }

    public DateOnly TermStart { get; private set; }

    /// <summary>The last day of the term as appointed; the day itself is still in office.</summary>
    public DateOnly TermEnd { get; private set; }

    public AppointmentState State { get; private set; }

    /// <summary>The last day in office where that is earlier than <see cref="TermEnd"/>.</summary>
    public DateOnly? EndedOn { get; private set; }

    public DismissalGround? Ground { get; private set; }

    public string? Remark { get; private set; }

    /// <summary>Changes of group, oldest first.</summary>
    public IReadOnlyList<GroupChange> GroupChanges => _groupChanges;

    public int Version { get; private set; }

    /// <summary>The last day with a supervisor's rights.</summary>
    public DateOnly LastDay => EndedOn ?? TermEnd;

    /// <summary>Whether it was granted and never began (<see cref="FallAway"/>): no day belongs to it.</summary>
    public bool HasFallenAway => LastDay < TermStart;

    /// <summary>Whether the person holds office on that day. Decided by date, so that a night without the server changes nothing (domain.md A10-4).</summary>
    public bool IsInOffice(DateOnly day) => day >= TermStart && day <= LastDay;

    /// <summary>Why a term with these dates cannot be; <c>null</c> when it can. <paramref name="others"/> are the same person's other terms; one that fell away has no days to overlap.</summary>
    public static RuleViolation? WhyNotAppoint(DateOnly start, DateOnly end, IEnumerable<(DateOnly Start, DateOnly LastDay)> others) =>
        start < RegulationFigures.InForceFrom ? AppointmentRules.BeforeTheMeasures(start)
        : end < start ? AppointmentRules.EndsBeforeItStarts(start, end)
        : end > start.AddYears(RegulationFigures.TermYears) ? AppointmentRules.LongerThanATerm(start, end)
        : others.Any(other => other.Start <= other.LastDay && start <= other.LastDay && other.Start <= end) ? AppointmentRules.TermsOverlap(start, end)
        : null;

    /// <summary>Takes over a term that the office had already granted on paper.</summary>
    /// <exception cref="RuleViolationException">The dates cannot be a term (Articles 17, 19).</exception>
    public static Appointment FromRegister(
        AppointmentId id, PersonId person, int sequence, SourceCategory group, RecruitmentChannel channel,
        DateOnly start, DateOnly end, AppointmentState state, DateOnly? endedOn, DismissalGround? ground, string? remark,
        IEnumerable<(DateOnly Start, DateOnly LastDay)> others)
    {
        Rule.Require(WhyNotAppoint(start, end, others) ?? WhyNotState(state, endedOn));
        return new Appointment
        {
            Id = id,
            Person = person,
            Sequence = sequence,
            Group = group,
            Channel = channel,
            TermStart = start,
            TermEnd = end,
            State = state,
            EndedOn = endedOn,
            Ground = ground,
            Remark = remark,
        };
    }

    /// <summary>Brings the record in line with the office's register, which is the authority until the portal takes over.</summary>
    public void CorrectFromRegister(SourceCategory group, RecruitmentChannel channel, DateOnly end, AppointmentState state, DateOnly? endedOn, DismissalGround? ground, string? remark)
    {
        Rule.Require(WhyNotAppoint(TermStart, end, []) ?? WhyNotState(state, endedOn));
        Group = group;
        Channel = channel;
        TermEnd = end;
        State = state;
        EndedOn = endedOn;
        Ground = ground;
        Remark = remark;
    }

    // Without its day a dismissed supervisor would keep every right to the end of the term.
    private static RuleViolation? WhyNotState(AppointmentState state, DateOnly? endedOn) =>
        state is AppointmentState.Dismissed or AppointmentState.Adjusted && endedOn is null ? AppointmentRules.EndedWithoutDay(state) : null;
}
