using Portal.Access;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Evidence;
using Portal.Features.Dismissals;
using Portal.Features.Recruitment;
using Portal.Tests.Features.Recruitment;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Evidence;

/// <summary>The files of applications, objections and dismissals: who brings them, who reads them, until when (Articles 2, 5, 6, 18).</summary>
public sealed class EvidenceOfMattersTests : IDisposable
{
    private readonly EvidenceOffice _office = new();
    private readonly Selection _selection;

    public EvidenceOfMattersTests() => _selection = new Selection(_office.Office);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _selection.Dispose();
        _office.Dispose();
    }

    [Fact]
    public async Task The_letter_of_the_unit_is_kept_with_the_application_and_read_by_who_decides()
    {
        var application = await _selection.EnteredAsync();
        var owner = new EvidenceOwner(EvidenceMatter.Application, application.Value);

        var letter = await _office.AddAsync(Samples.Pdf(), "推荐函.pdf", _selection.Clerk, owner);

        Assert.Equal(Samples.Pdf(), await _office.ReadAsync(letter, _selection.Leader));
        Assert.Empty((await _office.As(_selection.Leader).ListAsync(owner, Stop))!.Adds);
        Assert.Null(await _office.AsAuthor().ListAsync(owner, Stop));
        Assert.Null(await _office.AsAuthor().OpenAsync(letter, false, Stop));
    }

    [Fact]
    public async Task Nothing_is_added_to_an_application_that_is_settled()
    {
        var application = await _selection.EnteredAsync();
        await _selection.As<ApplicationService>(_selection.Clerk).WithdrawAsync(application, _selection.Version(application), "本人要求", Stop);

        await IsClosedAsync(new EvidenceOwner(EvidenceMatter.Application, application.Value));
    }

    [Fact]
    public async Task What_somebody_sent_with_an_objection_is_not_for_leadership()
    {
        var person = await _selection.PassedAsync();
        var objection = await _selection.ObjectedAsync(await _selection.PublishedAsync(person), person);
        var owner = new EvidenceOwner(EvidenceMatter.Objection, objection.Value);

        var photo = await _office.AddAsync(Samples.Jpeg(), "邻例居的照片.jpg", _selection.Clerk, owner);

        Assert.Equal(Samples.Jpeg(), await _office.ReadAsync(photo, _selection.Second));
        Assert.Null(await _office.As(_selection.Leader).ListAsync(owner, Stop));
        Assert.Null(await _office.As(_selection.Leader).OpenAsync(photo, false, Stop));
        Assert.Null(await _office.AsAuthor().OpenAsync(photo, false, Stop));

        var clerk = _selection.As<ObjectionService>(_selection.Clerk);
        await clerk.AcceptAsync(objection, _selection.Version(objection), Stop);
        await clerk.DismissAsync(objection, _selection.Version(objection), "查无此事", Stop);
        await IsClosedAsync(owner);
    }

    [Fact]
    public async Task What_a_stranger_sent_is_taken_back_by_the_section_once_the_matter_is_decided_too()
    {
        var person = await _selection.PassedAsync();
        var objection = await _selection.ObjectedAsync(await _selection.PublishedAsync(person), person);
        var file = StoredFile.Of(new EvidenceOwner(EvidenceMatter.Objection, objection.Value), addedBy: null, _office.Office.Clock.GetUtcNow());
        _office.Office.Change(db => db.Evidence.Add(file));
        var clerk = _selection.As<ObjectionService>(_selection.Clerk);
        await clerk.DeclineAsync(objection, _selection.Version(objection), "没有具体内容", Stop);

        var listed = Assert.Single((await _office.As(_selection.Clerk).ListAsync(new EvidenceOwner(EvidenceMatter.Objection, objection.Value), Stop))!.Rows);
        Assert.Equal((true, true, null), (listed.IsFromVisitor, listed.CanRemove, listed.Who));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _office.As(_selection.Leader).RemoveAsync(file.Id, "与本事项无关", Stop));
        Assert.True(await _office.As(_selection.Clerk).RemoveAsync(file.Id, "与本事项无关", Stop));

        Assert.Equal("与本事项无关", _office.Rows().Single(f => f.Id == file.Id).RemovalReason);
    }

    [Fact]
    public async Task The_decision_that_a_dismissal_rests_on_is_kept_with_it_until_it_is_dropped()
    {
        var clerk = _office.Get<DismissalService>(_selection.Clerk);
        var id = await clerk.DraftAsync(_office.Author, new DismissalForm { Ground = DismissalGround.WorkOrHealth, Facts = "因病", DeclaredOn = SmallOffice.Today }, Stop);
        var owner = new EvidenceOwner(EvidenceMatter.Dismissal, id.Value);

        var paper = await _office.AddAsync(Samples.Pdf(), "病情证明.pdf", _selection.Clerk, owner);

        Assert.Equal(Samples.Pdf(), await _office.ReadAsync(paper, _selection.Leader));
        Assert.Null(await _office.AsAuthor().ListAsync(owner, Stop));

        await clerk.DropAsync(id, (await clerk.GetAsync(id, Stop))!.Case.Version, "本人收回", Stop);
        await IsClosedAsync(owner);
    }

    private async Task IsClosedAsync(EvidenceOwner owner)
    {
        var refused = await Assert.ThrowsAsync<EvidenceRefusedException>(() => _office.AddAsync(Samples.Pdf(), "迟到.pdf", _selection.Clerk, owner));
        Assert.Equal(nameof(EvidenceText.Refused_Closed), refused.Code);
    }
}
