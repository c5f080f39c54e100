using Portal.Domain.People;

namespace Portal.Domain.Recruitment;

/// <summary>One step of an application, kept with its reason and never changed, until it is kept no longer.</summary>
public sealed class ApplicationEvent
{
    public const int NoteLength = 1000;

    private ApplicationEvent()
    {
    }

    internal ApplicationEvent(int sequence, ApplicationState state, DateTimeOffset at, PersonId? by, string? note)
    {
        Sequence = sequence;
        State = state;
        At = at;
        By = by;
        Note = note;
    }

    public int Sequence { get; private set; }

    /// <summary>Where the step led.</summary>
    public ApplicationState State { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The clerk; <c>null</c> for the applicant.</summary>
    public PersonId? By { get; private set; }

    public string? Note { get; private set; }

    internal void Forget() => Note = null;
}
