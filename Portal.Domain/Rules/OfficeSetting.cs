using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace Portal.Domain.Rules;

/// <summary>What a setting is about; the order in which they are shown.</summary>
public enum SettingGroup
{
    /// <summary>Application, review, public notice (Articles 5 and 6).</summary>
    Recruitment,

    /// <summary>Term and renewal (Article 17).</summary>
    Terms,

    /// <summary>The year without activity, hearing, return of certificates (Article 18).</summary>
    Dismissal,

    /// <summary>Cards and letters of introduction (Article 12).</summary>
    Credentials,

    /// <summary>Findings and rectification (Article 14).</summary>
    Findings,

    /// <summary>What leadership approves. Whoever proposes does not decide that nobody has to (domain.md A4-11): leadership changes these itself.</summary>
    Approvals,
}

/// <summary>One figure that the measures leave open (domain.md A8): where it comes from, and within what bounds an office may choose it.</summary>
public sealed class OfficeSetting
{
    /// <summary>Days before the end of a term from which it can be renewed at the latest: fewer would leave leadership no time.</summary>
    private const int EarliestRenewalDays = 30;

    private static readonly OfficeSettings s_defaults = new();

    private readonly PropertyInfo _property;

    private OfficeSetting(SettingGroup group, Article article, string name, decimal least, decimal most)
    {
        (Group, Article, Name, Least, Most) = (group, article, name, least, most);
        _property = typeof(OfficeSettings).GetProperty(name)!;
    }

    /// <summary>Of the property of <see cref="OfficeSettings"/>, and of the row that takes the place of its default.</summary>
    public string Name { get; }

    public SettingGroup Group { get; }

    /// <summary>The provision that it fills in.</summary>
    public Article Article { get; }

    /// <summary>Of a number, the smallest that is taken.</summary>
    public decimal Least { get; }

    /// <summary>Of a number, the largest that is taken.</summary>
    public decimal Most { get; }

    /// <summary>An integer, a decimal, a switch or a choice of words.</summary>
    public Type Type => _property.PropertyType;

    /// <summary>As the portal comes, written as it is stored.</summary>
    public string Default => In(s_defaults);

    /// <summary>All that an office chooses, but for what it is called (see the page of its documents).</summary>
    public static IReadOnlyList<OfficeSetting> All { get; } =
    [
        Number(SettingGroup.Recruitment, new(6), nameof(OfficeSettings.NoticeDays), RegulationFigures.NoticeDays, 60),
        Choice(SettingGroup.Recruitment, new(6), nameof(OfficeSettings.NoticeUnit)),
        Choice(SettingGroup.Recruitment, new(6), nameof(OfficeSettings.NoticeExcludeStartDay)),
        Choice(SettingGroup.Recruitment, new(6), nameof(OfficeSettings.NoticeRollLastDay)),
        Choice(SettingGroup.Recruitment, new(6), nameof(OfficeSettings.ObjectionAllowAnonymous)),
        Number(SettingGroup.Recruitment, new(6), nameof(OfficeSettings.ObjectionWorkdays), 1, 60),
        Number(SettingGroup.Recruitment, new(6), nameof(OfficeSettings.SupplementDays), 1, 60),
        Choice(SettingGroup.Recruitment, new(5, 1), nameof(OfficeSettings.AgeCount)),
        Choice(SettingGroup.Recruitment, new(5, 1), nameof(OfficeSettings.RejectUnassignedArea)),
        Number(SettingGroup.Recruitment, new(5, 5), nameof(OfficeSettings.RecordCheckDays), 1, 180),
        Number(SettingGroup.Recruitment, new(6), nameof(OfficeSettings.AppointmentWithinDays), 1, 365),
        Choice(SettingGroup.Terms, new(17), nameof(OfficeSettings.TermEnds)),
        Choice(SettingGroup.Terms, new(17), nameof(OfficeSettings.RenewalRecheck)),
        Number(SettingGroup.Terms, new(17), nameof(OfficeSettings.TermReminderDays), EarliestRenewalDays, 365),
        Number(SettingGroup.Terms, new(17), nameof(OfficeSettings.TermSecondReminderDays), 1, 365),
        Number(SettingGroup.Terms, new(17), nameof(OfficeSettings.TermLastReminderDays), 1, 365),
        Number(SettingGroup.Dismissal, new(18, 2), nameof(OfficeSettings.InactivityFirstReminderMonths), 1, RegulationFigures.InactivityMonths - 1),
        Number(SettingGroup.Dismissal, new(18, 2), nameof(OfficeSettings.InactivitySecondReminderMonths), 1, RegulationFigures.InactivityMonths - 1),
        Choice(SettingGroup.Dismissal, new(18, 2), nameof(OfficeSettings.InactivityResetOnRenewal)),
        Number(SettingGroup.Dismissal, new(18), nameof(OfficeSettings.HearingWorkdays), 1, 60),
        Number(SettingGroup.Dismissal, new(18), nameof(OfficeSettings.CertificateReturnDays), 1, 180),
        Number(SettingGroup.Credentials, new(12), nameof(OfficeSettings.LetterMaxValidDays), 1, 90),
        Number(SettingGroup.Credentials, new(12), nameof(OfficeSettings.CardReissueDays), 1, 90),
        Number(SettingGroup.Findings, new(14), nameof(OfficeSettings.FindingRegisterWorkdays), 1, 30),
        Number(SettingGroup.Findings, new(14), nameof(OfficeSettings.FindingInvestigateDays), 1, 365),
        Number(SettingGroup.Findings, new(14), nameof(OfficeSettings.FindingFeedbackWorkdays), 1, 60),
        Number(SettingGroup.Findings, new(14), nameof(OfficeSettings.FindingAppealDays), 1, 180),
        Number(SettingGroup.Findings, new(14), nameof(OfficeSettings.RectificationDefaultDays), 1, 365),
        Number(SettingGroup.Findings, new(14), nameof(OfficeSettings.RectificationMaxExtensions), 0, 10),
        Number(SettingGroup.Findings, new(14), nameof(OfficeSettings.DueSoonDays), 1, 60),
        Choice(SettingGroup.Approvals, new(6), nameof(OfficeSettings.ApproveNotices)),
        Choice(SettingGroup.Approvals, new(6), nameof(OfficeSettings.ApproveAppointments)),
        Choice(SettingGroup.Approvals, new(18), nameof(OfficeSettings.ApproveDismissals)),
        Number(SettingGroup.Approvals, new(14), nameof(OfficeSettings.ConclusionApprovalAmount), 0, 1_000_000_000),
    ];

    private static readonly FrozenDictionary<string, OfficeSetting> s_byName = All.ToFrozenDictionary(s => s.Name, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">No setting is called so.</exception>
    public static OfficeSetting Named(string name) => s_byName[name];

    /// <summary>As it stands in those settings, written as it is stored.</summary>
    public string In(OfficeSettings settings) => Convert.ToString(_property.GetValue(settings), CultureInfo.InvariantCulture)!;

    /// <summary>Why an office cannot choose that.</summary>
    /// <param name="value">As typed or as stored.</param>
    public RuleViolation? WhyNot(string? value) =>
        Read(value) is not { } read ? OfficeSettingRules.NotReadable(Article)
        : Type.IsEnum || read is bool ? null
        : Convert.ToDecimal(read, CultureInfo.InvariantCulture) is var number && (number < Least || number > Most) ? OfficeSettingRules.OutOfBounds(Article, Least, Most)
        : null;

    /// <summary>As it is stored, whatever blanks or cases it was typed with.</summary>
    /// <exception cref="RuleViolationException">See <see cref="WhyNot"/>.</exception>
    public string Normal(string? value)
    {
        Rule.Require(WhyNot(value));
        return Convert.ToString(Read(value), CultureInfo.InvariantCulture)!;
    }

    /// <summary>Why such settings contradict each other: what is reminded of later is reminded of closer to the day.</summary>
    /// <param name="stored">All settings by name, as they would be stored.</param>
    /// <returns>By the name of the setting to change.</returns>
    public static (string Name, RuleViolation WhyNot)? WhyNotTogether(IReadOnlyDictionary<string, string> stored)
    {
        int Of(string name) => int.Parse(stored[name], CultureInfo.InvariantCulture);
        return Of(nameof(OfficeSettings.TermSecondReminderDays)) >= Of(nameof(OfficeSettings.TermReminderDays)) ? (nameof(OfficeSettings.TermSecondReminderDays), OfficeSettingRules.RemindersOutOfOrder(new(17)))
            : Of(nameof(OfficeSettings.TermLastReminderDays)) >= Of(nameof(OfficeSettings.TermSecondReminderDays)) ? (nameof(OfficeSettings.TermLastReminderDays), OfficeSettingRules.RemindersOutOfOrder(new(17)))
            : Of(nameof(OfficeSettings.InactivitySecondReminderMonths)) <= Of(nameof(OfficeSettings.InactivityFirstReminderMonths)) ? (nameof(OfficeSettings.InactivitySecondReminderMonths), OfficeSettingRules.RemindersOutOfOrder(new(18, 2)))
            : null;
    }

    private object? Read(string? value)
    {
        var text = value?.Trim() ?? "";
        return Type.IsEnum ? (Enum.TryParse(Type, text, ignoreCase: false, out var word) && Enum.IsDefined(Type, word) && !char.IsAsciiDigit(text[0]) ? word : null)
            : Type == typeof(bool) ? (bool.TryParse(text, out var on) ? on : null)
            : Type == typeof(int) ? (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null)
            : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && decimal.Round(number, 2) == number ? number
            : (object?)null;
    }

    private static OfficeSetting Number(SettingGroup group, Article article, string name, decimal least, decimal most) => new(group, article, name, least, most);

    private static OfficeSetting Choice(SettingGroup group, Article article, string name) => new(group, article, name, 0, 0);
}
