using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Recruitment;

namespace Portal.Data.Documents;

/// <summary>The announcement of a batch (Articles 2, 4 and 5).</summary>
public static class BatchDocumentsExtensions
{
    /// <summary>As published: the section's own words, the six conditions, the ways, the days, and what happens to what is handed in.</summary>
    public static Task IssueAnnouncementAsync(
        this PortalDbContext db, RecruitmentBatch batch, PersonId by, DateOnly today, DocumentNumber? number = null, CancellationToken cancellationToken = default) => db.IssueAsync(
        new DocumentOrder(DocumentKind.RecruitmentAnnouncement, batch.Title) { About = batch.Id.Value },
        new Dictionary<DocumentField, string>
        {
            [DocumentField.Heading] = batch.Title,
            [DocumentField.Wording] = batch.Announcement,
            [DocumentField.FirstDay] = OfficialWords.Day(batch.OpensOn),
            [DocumentField.LastDay] = OfficialWords.Day(batch.ClosesOn),
            [DocumentField.Channels] = OfficialWords.Listed(Channels(batch).Select(c => OfficialWords.Of(c))),
        },
        by, today, number, cancellationToken);

    /// <summary>What was announced holds no longer: another announcement, under another number, takes its place.</summary>
    /// <param name="because">Why, as the register says of the one that is void.</param>
    public static async Task AnnounceAnewAsync(this PortalDbContext db, RecruitmentBatch batch, string because, PersonId by, DateOnly today, CancellationToken cancellationToken)
    {
        await db.VoidDocumentsAsync(DocumentKind.RecruitmentAnnouncement, batch.Id.Value, because, by, today, cancellationToken);
        await db.IssueAnnouncementAsync(batch, by, today, cancellationToken: cancellationToken);
    }

    // Another way is one that the section takes up itself: nobody is called to it.
    private static IEnumerable<RecruitmentChannel> Channels(RecruitmentBatch batch)
    {
        if (batch.TakesApplications)
        {
            yield return RecruitmentChannel.OpenRecruitment;
        }

        if (batch.TakesRecommendations)
        {
            yield return RecruitmentChannel.UnitRecommendation;
        }
    }
}
