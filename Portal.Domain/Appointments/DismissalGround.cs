namespace Portal.Domain.Appointments;

/// <summary>The six grounds of Article 18, in its order.</summary>
public enum DismissalGround
{
    CriminalOrDisciplinaryOrSerious = 1,
    InactiveOneYear,
    PersonalGainOrCardLending,
    WorkOrHealth,
    Resignation,
    OtherUnsuitable,
}
