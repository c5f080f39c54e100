using Portal.Domain.Activities;
using Portal.Domain.Evaluation;
using Portal.Domain.People;
using Portal.Domain.Time;

namespace Portal.Data.Evaluations;

/// <summary>Gathers one supervisor's facts while the rows of a year go by.</summary>
internal sealed class YearFacts(int year)
{
    private readonly List<TermRow> _terms = [];
    private readonly List<ParticipationFact> _participations = [];
    private readonly List<TrainingFact> _trainings = [];
    private readonly List<SymposiumFact> _symposiums = [];
    private readonly List<OutputFact> _outputs = [];

    /// <summary>Terms come in the order in which they begin, so that the last one is the one in force.</summary>
    public void Add(TermRow term) => _terms.Add(term);

    public void Add(OutputFact output) => _outputs.Add(output);

    /// <summary>Only what falls into a term counts: nobody owes attendance out of office (domain.md E1, due).</summary>
    public void Add(ActivityRow activity, ParticipationState state)
    {
        if (!_terms.Exists(term => term.Start <= activity.Date && activity.Date <= term.LastDay))
        {
            return;
        }

        switch (activity.Kind)
        {
            case ActivityKind.Training when activity.Mandatory:
                _trainings.Add(new TrainingFact(activity.Number, CreditOf(state)));
                break;
            case ActivityKind.Training:
                break;
            case ActivityKind.Symposium:
                _symposiums.Add(new SymposiumFact(activity.Number, AttendanceOf(state)));
                break;
            default:
                _participations.Add(new ParticipationFact(activity.Number, activity.Mandatory, CreditOf(state), activity.Weight));
                break;
        }
    }

    public SupervisorYear Of(PersonId person, string cardNumber) => new(
        person,
        _terms[^1].Name,
        _terms[^1].Group,
        cardNumber,
        new EvaluationFacts
        {
            Year = year,
            ServiceDays = ServiceDays(),
            Participations = _participations,
            Trainings = _trainings,
            Symposiums = _symposiums,
            Outputs = _outputs,
        });

    /// <summary>
    /// Terms follow on each other and add up; registers that overlap by a day must not make a year longer than it is.
    /// The running year is counted to its end, as appointed: the provisional score then asks for the whole year's output,
    /// and becomes the final one without a change of the scheme; nobody looks excellent in February by counting days so far.
    /// </summary>
    private int ServiceDays() => Math.Min(
        DateTime.IsLeapYear(year) ? 366 : 365,
        _terms.Where(term => term.LastDay >= term.Start).Sum(term => new Term(term.Start, term.LastDay).DaysIn(year)));

    private static AttendanceCredit CreditOf(ParticipationState state) => state switch
    {
        ParticipationState.Attended => AttendanceCredit.Full,
        ParticipationState.AttendedPartly => AttendanceCredit.Half,
        ParticipationState.Absent => AttendanceCredit.None,
        _ => Attendance.IsUnrecorded(state) ? AttendanceCredit.NotRecorded : AttendanceCredit.NotDue,
    };

    /// <summary>A symposium knows no half; an opinion in writing is not kept yet, so that an excuse is neutral.</summary>
    private static SymposiumAttendance AttendanceOf(ParticipationState state) => CreditOf(state) switch
    {
        AttendanceCredit.Full or AttendanceCredit.Half => SymposiumAttendance.Attended,
        AttendanceCredit.NotDue => SymposiumAttendance.Excused,
        AttendanceCredit.NotRecorded => SymposiumAttendance.NotRecorded,
        _ => SymposiumAttendance.Absent,
    };
}
