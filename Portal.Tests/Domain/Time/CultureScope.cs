using System.Globalization;

namespace Portal.Tests.Domain.Time;

/// <summary>A test thread that speaks another language for a while: Thai has another calendar, Turkish another i, Arabic other digits and signs.</summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public CultureScope(string culture) => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

    public static TheoryData<string> Cultures => ["zh-CN", "en-US", "tr-TR", "ar-SA", "th-TH", "fa-IR"];

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
