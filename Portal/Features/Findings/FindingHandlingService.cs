using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Features.Findings;

/// <summary>The section's acts on a finding, from registering to closing (Article 14; domain.md A2.12). Each takes the version that its page showed, so that of two clerks only one acts.</summary>
public sealed class FindingHandlingService(UnitOfWork work, AccessGuard access, TimeProvider clock)
{
    private DateTimeOffset Now => clock.GetUtcNow();

    private DateOnly Today => clock.Today();

    public Task RegisterAsync(FindingId id, int version, CancellationToken cancellationToken = default) =>
        ActAsync(id, version, (finding, clerk) => finding.Register(clerk, Now, Today), cancellationToken);

    /// <param name="master">The finding that goes on, open to the actor as well.</param>
    public Task MergeAsync(FindingId id, int version, FindingId master, string reason, CancellationToken cancellationToken = default) => ActAsync(
        id,
        version,
        async (db, finding, clerk) =>
        {
            var recused = await db.RecusedFromAsync(clerk, cancellationToken);
            var goesOn = await db.WholeAsync(db.Findings.OpenTo(recused), master, cancellationToken)
                ?? throw new AccessDeniedException(AccessDenial.NotPermitted, nameof(Permissions.HandleFinding));
            finding.MergeInto(goesOn, clerk, reason, Now);
        },
        cancellationToken);

    public Task RequestInfoAsync(FindingId id, int version, string question, CancellationToken cancellationToken = default) =>
        ActAsync(id, version, (finding, clerk) => finding.RequestInfo(clerk, question, Now), cancellationToken);

    public Task NotAcceptAsync(FindingId id, int version, string reason, CancellationToken cancellationToken = default) =>
        ActAsync(id, version, (finding, clerk) => finding.NotAccept(clerk, reason, Now, Today), cancellationToken);

    /// <summary>Whether the handler is recused is read in the same transaction (Article 11).</summary>
    public Task InvestigateAsync(FindingId id, int version, PersonId handler, CancellationToken cancellationToken = default) => ActAsync(
        id,
        version,
        async (db, finding, clerk) => finding.Investigate(clerk, handler, await HandlerRecusedAsync(db, finding, handler, cancellationToken), Now, Today),
        cancellationToken);

    /// <summary>Names the handler of what the office's register brought without one, or another handler.</summary>
    public Task AssignHandlerAsync(FindingId id, int version, PersonId handler, CancellationToken cancellationToken = default) => ActAsync(
        id,
        version,
        async (db, finding, clerk) => finding.AssignHandler(clerk, handler, await HandlerRecusedAsync(db, finding, handler, cancellationToken), Now),
        cancellationToken);

    public Task TransferAsync(FindingId id, int version, string authority, CancellationToken cancellationToken = default) =>
        ActAsync(id, version, (finding, clerk) => finding.Transfer(clerk, authority, Now, Today), cancellationToken);

    /// <summary>A serious conclusion, or a large loss, becomes a proposal to leadership.</summary>
    public Task ConcludeAsync(
        FindingId id, int version, FindingConclusion conclusion, string note, bool isViolation, decimal? loss, bool serious, CancellationToken cancellationToken = default) => ActAsync(
        id,
        version,
        async (db, finding, clerk) => finding.Conclude(clerk, conclusion, note, isViolation, loss, serious, await db.SettingsAsync(cancellationToken), Now, Today),
        cancellationToken);

    public Task OrderRectificationAsync(FindingId id, int version, string requirement, DateOnly deadline, CancellationToken cancellationToken = default) =>
        ActAsync(id, version, (finding, clerk) => finding.OrderRectification(clerk, requirement, deadline, Now, Today), cancellationToken);

    public Task FixOnSpotAsync(FindingId id, int version, string evidence, CancellationToken cancellationToken = default) =>
        ActAsync(id, version, (finding, clerk) => finding.FixOnSpot(clerk, evidence, Now, Today), cancellationToken);

    public Task ReceiveReplyAsync(FindingId id, int version, string reply, CancellationToken cancellationToken = default) =>
        ActAsync(id, version, (finding, clerk) => finding.ReceiveReply(clerk, reply, Now, Today), cancellationToken);

    public Task VerifyAsync(FindingId id, int version, string evidence, DateOnly completedOn, CancellationToken cancellationToken = default) =>
        ActAsync(id, version, (finding, clerk) => finding.Verify(clerk, evidence, completedOn, Now, Today), cancellationToken);

    public Task RejectRectificationAsync(FindingId id, int version, string reason, DateOnly newDeadline, CancellationToken cancellationToken = default) =>
        ActAsync(id, version, (finding, clerk) => finding.RejectRectification(clerk, reason, newDeadline, Now, Today), cancellationToken);

    /// <summary>Asks leadership for a later deadline.</summary>
    public Task ProposeExtensionAsync(FindingId id, int version, string reason, DateOnly newDeadline, CancellationToken cancellationToken = default) => ActAsync(
        id,
        version,
        async (db, finding, clerk) => finding.ProposeExtension(clerk, reason, newDeadline, await db.SettingsAsync(cancellationToken), Now, Today),
        cancellationToken);

    public Task FeedBackAsync(FindingId id, int version, string text, CancellationToken cancellationToken = default) =>
        ActAsync(id, version, (finding, clerk) => finding.FeedBack(clerk, text, Now, Today), cancellationToken);

    /// <summary>The highest grade becomes a proposal to leadership.</summary>
    public Task CloseAsync(FindingId id, int version, FindingGrade grade, bool? rewardCheck, string note, CancellationToken cancellationToken = default) =>
        ActAsync(id, version, (finding, clerk) => finding.Close(clerk, grade, rewardCheck, note, Now, Today), cancellationToken);

    // Whoever is sent as handler is one whom the page offered: the section's own people (Article 3).
    private static async Task<bool> HandlerRecusedAsync(PortalDbContext db, Finding finding, PersonId handler, CancellationToken cancellationToken) =>
        (await db.HandlersAsync(cancellationToken)).Any(choice => choice.Id == handler.Value)
            ? (await db.RecusedFromAsync(handler, cancellationToken)).Covers(finding.Id, finding.Agency)
            : throw new AccessDeniedException(AccessDenial.NotPermitted, nameof(Permissions.HandleFinding));

    private Task ActAsync(FindingId id, int version, Action<Finding, PersonId> act, CancellationToken cancellationToken) => ActAsync(
        id,
        version,
        (_, finding, clerk) =>
        {
            act(finding, clerk);
            return Task.CompletedTask;
        },
        cancellationToken);

    private async Task ActAsync(FindingId id, int version, Func<PortalDbContext, Finding, PersonId, Task> act, CancellationToken cancellationToken)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.HandleFinding, cancellationToken: cancellationToken);
                await act(db, await db.TakeUpAsync(id, version, actor.Person, nameof(Permissions.HandleFinding), cancellationToken), actor.Person);
            },
            cancellationToken);
    }
}
