using Portal.Domain.People;

namespace Portal.Features.Recruitment.Visitors;

/// <summary>An application as a browser without script sends it: words only, read by the page.</summary>
public sealed class PublicApplicationForm
{
    public string? FullName { get; set; }

    public string? IdNumber { get; set; }

    public string? Phone { get; set; }

    public string? District { get; set; }

    public string? WorkUnit { get; set; }

    public string? Occupation { get; set; }

    public string? Group { get; set; }

    public string? Motivation { get; set; }

    public string? Declared { get; set; }

    /// <summary>Nobody sees this field; what fills it in is no person.</summary>
    public string? Website { get; set; }

    public ApplicationForm ToForm() => new()
    {
        FullName = FullName,
        IdNumber = IdNumber,
        Phone = Phone,
        District = Named<District>(District),
        WorkUnit = WorkUnit,
        Occupation = Occupation,
        Group = Named<SourceCategory>(Group),
        Channel = RecruitmentChannel.OpenRecruitment,
        Motivation = Motivation,
        Declared = Declared is not null,
    };

    private static TEnum? Named<TEnum>(string? word)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(word, out var value) && Enum.IsDefined(value) ? value : null;
}

/// <summary>What an applicant supplements.</summary>
public sealed class SupplementForm
{
    /// <summary>Empty: it stays as it was.</summary>
    public string? Phone { get; set; }

    public string? WorkUnit { get; set; }

    public string? Occupation { get; set; }

    public string? Motivation { get; set; }

    public string? Note { get; set; }
}

/// <summary>An objection as a browser without script sends it.</summary>
public sealed class PublicObjectionForm
{
    public string? About { get; set; }

    public string? Anonymous { get; set; }

    public string? Name { get; set; }

    public string? Contact { get; set; }

    public string? Content { get; set; }

    /// <summary>Nobody sees this field; what fills it in is no person.</summary>
    public string? Website { get; set; }

    public ObjectionForm ToForm() => new()
    {
        About = Guid.TryParse(About, out var about) ? about : null,
        Anonymous = Anonymous is not null,
        Name = Name,
        Contact = Contact,
        Content = Content,
    };
}
