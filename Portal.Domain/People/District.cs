namespace Portal.Domain.People;

/// <summary>The nine districts and counties of the city; supervisors live or work in one of them (Article 2: 本市).</summary>
public enum District
{
    /// <summary>天元区.</summary>
    Tianyuan,

    /// <summary>芦淞区.</summary>
    Lusong,

    /// <summary>荷塘区.</summary>
    Hetang,

    /// <summary>石峰区.</summary>
    Shifeng,

    /// <summary>渌口区.</summary>
    Lukou,

    /// <summary>醴陵市.</summary>
    Liling,

    /// <summary>攸县.</summary>
    Youxian,

    /// <summary>茶陵县.</summary>
    Chaling,

    /// <summary>炎陵县.</summary>
    Yanling,
}
