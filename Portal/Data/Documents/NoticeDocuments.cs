using System.Globalization;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Recruitment;

namespace Portal.Data.Documents;

/// <summary>The documents of a notice: the notice itself, and what it came to (Article 6).</summary>
public static class NoticeDocumentsExtensions
{
    /// <summary>As published, under the number that it has; with names, units and categories, and no number of a person.</summary>
    public static Task IssueNoticeAsync(
        this PortalDbContext db, PublicNotice notice, DocumentNumber number, IReadOnlyCollection<Application> people, PersonId by, DateOnly today, CancellationToken cancellationToken) => db.IssueAsync(
        new DocumentOrder(DocumentKind.PublicNotice, notice.Title) { About = notice.Id.Value },
        new Dictionary<DocumentField, string>
        {
            [DocumentField.Heading] = notice.Title,
            [DocumentField.Wording] = notice.Text,
            [DocumentField.FirstDay] = OfficialWords.Day(notice.PublishedOn!.Value),
            [DocumentField.LastDay] = OfficialWords.Day(notice.LastDay!.Value),
            [DocumentField.Count] = Figure(notice.Entries.Count),
            [DocumentField.People] = OfficialWords.Lines(InOrder(notice, people).Select(Line)),
        },
        by, today, number, cancellationToken);

    /// <summary>Who passed is named; who failed or stepped back is only counted.</summary>
    public static Task IssueResultAsync(
        this PortalDbContext db, PublicNotice notice, IReadOnlyCollection<Application> people, int objections, PersonId by, DateOnly today, CancellationToken cancellationToken)
    {
        var passed = notice.Entries.Where(e => e.Outcome == NoticeOutcome.Passed).Select(e => e.Application).ToHashSet();
        return db.IssueAsync(
            new DocumentOrder(DocumentKind.NoticeResult, notice.Title) { About = notice.Id.Value },
            new Dictionary<DocumentField, string>
            {
                [DocumentField.Heading] = notice.Title,
                [DocumentField.FirstDay] = OfficialWords.Day(notice.PublishedOn!.Value),
                [DocumentField.LastDay] = OfficialWords.Day(notice.LastDay!.Value),
                [DocumentField.Objections] = Figure(objections),
                [DocumentField.Count] = Figure(notice.Entries.Count),
                [DocumentField.PassedCount] = Figure(passed.Count),
                [DocumentField.PassedPeople] = OfficialWords.Listed(InOrder(notice, people).Where(p => passed.Contains(p.Id)).Select(p => p.FullName)),
            },
            by, today, cancellationToken: cancellationToken);
    }

    private static IEnumerable<Application> InOrder(PublicNotice notice, IReadOnlyCollection<Application> people) =>
        notice.Entries.OrderBy(e => e.Position).Select(e => people.Single(p => p.Id == e.Application));

    private static string Line(Application person) => OfficialWords.Joined(
    [
        person.FullName,
        person.Sex is { } sex ? OfficialWords.Of(sex) : null,
        person.WorkUnit ?? person.Occupation,
        OfficialWords.Of(person.Group),
        OfficialWords.Of(person.Channel),
    ]);

    private static string Figure(int count) => count.ToString(CultureInfo.InvariantCulture);
}
