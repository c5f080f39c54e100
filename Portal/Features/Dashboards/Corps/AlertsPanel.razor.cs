using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Alerts;
using Portal.Domain.Rules;
using Portal.Ui;

namespace Portal.Features.Dashboards.Corps;

/// <summary>What of selection, terms and certificates is to be remembered, the most urgent first.</summary>
public sealed partial class AlertsPanel
{
    [Parameter]
    [EditorRequired]
    public required Alerts Alerts { get; set; }

    [Parameter]
    [EditorRequired]
    public required CorpsFigures Figures { get; set; }

    [Parameter]
    public bool ForLeadership { get; set; }

    // Leadership does not open objections and cards.
    private IEnumerable<(string Key, string Value, string Href)> Counted =>
    [
        Figure(nameof(CorpsFigures.Applications), Figures.Applications, "/recruitment"),
        Figure(nameof(CorpsFigures.Notices), Figures.Notices, "/recruitment"),
        ForLeadership ? Figure(nameof(CorpsFigures.Proposed), Figures.Proposed, "/approvals") : Figure(nameof(CorpsFigures.Objections), Figures.Objections, "/objections"),
        Figure(nameof(CorpsFigures.Dismissals), Figures.Dismissals, "/dismissals"),
        Figure(nameof(CorpsFigures.Certificates), Figures.Certificates, ForLeadership ? "/dismissals" : "/cards"),
        Figure(nameof(CorpsFigures.Silent), Figures.Silent, "/inactivity?reached=9"),
    ];

    private static (string Key, string Value, string Href) Figure(string key, int value, string href) => (key, value.ToString("N0", CultureInfo.CurrentCulture), href);

    private static string HrefOf(AlertRow alert) => alert.Kind switch
    {
        AlertKind.TermEnding => "/terms",
        AlertKind.CertificateOutstanding or AlertKind.CardNotReissued => $"/cards/{alert.Subject}",
        AlertKind.Inactive or AlertKind.NeverInvited => "/inactivity",
        AlertKind.AgeAboveLimit => $"/supervisors/{alert.Subject}",
        AlertKind.NoticeEnding or AlertKind.NoticeUndecided => $"/recruitment/notices/{alert.Subject}",
        AlertKind.ObjectionOpen => $"/objections/{alert.Subject}",
        AlertKind.LetterExpired => $"/letters/{alert.Subject}",
        AlertKind.GroupEmpty => $"/supervisors?status=InOffice&group={alert.Group}",
        _ => throw new ArgumentOutOfRangeException(nameof(alert)),
    };

    private static Tone ToneOf(AlertRow alert) => alert.Kind switch
    {
        AlertKind.NoticeUndecided or AlertKind.ObjectionOpen or AlertKind.CardNotReissued or AlertKind.CertificateOutstanding or AlertKind.LetterExpired => Tone.Bad,
        AlertKind.Inactive when alert.Mark == RegulationFigures.InactivityMonths => Tone.Bad,
        AlertKind.AgeAboveLimit => Tone.Neutral,
        _ => Tone.Warning,
    };

    private string WordsOf(AlertRow alert)
    {
        var key = alert is { Kind: AlertKind.Inactive, Mark: RegulationFigures.InactivityMonths } ? nameof(CorpsText.Alert_Inactive_Over) : $"Alert_{alert.Kind}";
        return Text[key, alert.Mark ?? 0, alert.On is { } day ? Words.ShortDay(day) : ""];
    }
}
