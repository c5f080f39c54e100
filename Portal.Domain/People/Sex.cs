namespace Portal.Domain.People;

/// <summary>性别, as the identity number states it.</summary>
public enum Sex
{
    Male,
    Female,
}
