using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Access;
using Portal.Domain.Appointments;
using Portal.Features.Terms;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Terms;

public sealed class RenewalRoundPageTests : FeaturePages
{
    [Fact]
    public async Task What_was_not_taken_stays_in_the_form_and_can_be_sent_once_more()
    {
        Office.Supervisor("谭示安", from: SmallOffice.Today.AddYears(-3).AddDays(31), until: SmallOffice.Today.AddDays(30), card: "ZZ-2023-0001");
        var clerk = new Interrupted(Office.Staff(PortalRole.Administrator));
        Services.AddScoped(_ => new AccessGuard(clerk, Acting.Authorization, new UnrecordedDenials(), NullLogger<AccessGuard>.Instance));
        AddAuthorization().SetAuthorized("示例科员").SetRoles(nameof(PortalRole.Administrator));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var page = At<RenewalRound>("/terms?within=90");
        await page.Find("[data-testid=choose]").ChangeAsync(true);
        await page.Find("[data-testid=renew]").ChangeAsync(true);
        await page.Find("[data-testid=clear]").ChangeAsync(true);
        await page.Find("[data-testid=round-reason]").InputAsync("履职良好，同意续聘。");

        clerk.IsIn = false;
        await page.Find("form").SubmitAsync();

        Assert.Single(Told.Distinct());
        Assert.Empty(Office.Read(db => db.TermProposals.ToList()));
        clerk.IsIn = true;
        await page.Find("form").SubmitAsync();
        var sent = Office.Read(db => db.TermProposals.Single());
        Assert.Equal((TermProposalKind.Renewal, "履职良好，同意续聘。"), (sent.Kind, sent.Reason));
        Assert.Equal("", page.Find("[data-testid=round-reason]").GetAttribute("value") ?? "");
    }

    /// <summary>Somebody whose sign-in is gone for a while.</summary>
    private sealed class Interrupted(Acting clerk) : ICurrentActor
    {
        public bool IsIn { get; set; } = true;

        public Task<Actor> GetAsync(CancellationToken cancellationToken = default) =>
            IsIn ? clerk.GetAsync(cancellationToken) : throw new AccessDeniedException(AccessDenial.NotSignedIn, nameof(Interrupted));
    }
}
