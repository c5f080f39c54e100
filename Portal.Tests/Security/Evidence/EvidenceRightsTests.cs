using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Confidentiality;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Evidence;
using Portal.Features.Findings.Mine;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Evidence;

/// <summary>Who has to do with a file (test 35; Articles 8, 11, 14).</summary>
public sealed class EvidenceRightsTests : IDisposable
{
    private readonly EvidenceOffice _office = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Reading_a_file_is_on_record_before_its_first_byte_and_not_possible_without()
    {
        var id = await _office.AddAsync(Samples.Pdf(), "a.pdf");

        using (await _office.As(_office.Clerk).OpenAsync(id, false, Stop))
        {
            Assert.Equal(new SensitiveRead(SensitiveReadKind.Evidence, _office.Clerk.Person, id.Value.ToString("D")), Assert.Single(_office.Reads.All));
        }

        _office.Reads.IsBroken = true;
        await Assert.ThrowsAsync<IOException>(() => _office.As(_office.Clerk).OpenAsync(id, false, Stop));
    }

    [Fact]
    public async Task Somebody_elses_file_and_none_at_all_look_the_same()
    {
        var id = await _office.AddAsync(Samples.Pdf(), "a.pdf");
        var stranger = _office.As(Acting.Supervisor(_office.Office.Supervisor("另一人")));

        Assert.Null(await stranger.OpenAsync(id, false, Stop));
        Assert.Null(await stranger.OpenAsync(EvidenceId.New(), false, Stop));
        Assert.Null(await stranger.ListAsync(_office.OfFinding, Stop));
        Assert.Null(await stranger.ListAsync(new EvidenceOwner(EvidenceMatter.Finding, Guid.CreateVersion7()), Stop));
        Assert.False(await stranger.RemoveAsync(id, "reason", Stop));
        Assert.Empty(_office.Reads.All);
    }

    [Fact]
    public async Task Whoever_steps_aside_finds_no_file_any_more()
    {
        var id = await _office.AddAsync(Samples.Pdf(), "a.pdf");
        _office.Office.Recuse(_office.Clerk.Person, RecusalMatter.Of(_office.Finding));
        _office.Office.Recuse(_office.Author, RecusalMatter.Of(_office.Agency));

        Assert.Null(await _office.As(_office.Clerk).OpenAsync(id, false, Stop));
        Assert.Null(await _office.As(_office.Clerk).ListAsync(_office.OfFinding, Stop));
        Assert.Null(await _office.AsAuthor().OpenAsync(id, false, Stop));
        Assert.Null(await _office.AsAuthor().ListAsync(_office.OfFinding, Stop));
    }

    [Fact]
    public async Task Leadership_sees_copies_only_and_not_who_reported()
    {
        var id = await _office.AddAsync(Samples.Jpeg(), "a.jpg");
        var leader = new Acting(PortalRole.Leadership, _office.Office.Staff(PortalRole.Leadership, "示例局长").Person);

        var row = (await _office.As(leader).ListAsync(_office.OfFinding, Stop))!.Rows.Single();

        Assert.Equal((null, false, true), (row.Who, row.CanOpen, row.CanCopy));
        Assert.Null(await _office.As(leader).OpenAsync(id, false, Stop));
        using var copy = await _office.As(leader).OpenAsync(id, true, Stop);
        Assert.NotNull(copy);
    }

    [Fact]
    public async Task The_author_sees_what_they_brought_and_not_what_the_section_adds()
    {
        var own = await _office.AddAsync(Samples.Pdf(), "a.pdf");
        var letter = await _office.AddAsync(Samples.Pdf(), "回复函.pdf", _office.Clerk, kind: EvidenceKind.AgencyReply);

        Assert.Equal([own], (await _office.AsAuthor().ListAsync(_office.OfFinding, Stop))!.Rows.Select(r => r.Id));
        Assert.Null(await _office.AsAuthor().OpenAsync(letter, false, Stop));
        Assert.Null(await _office.AsAuthor().OpenAsync(own, true, Stop));
        var rows = (await _office.As(_office.Clerk).ListAsync(_office.OfFinding, Stop))!.Rows;
        Assert.Equal(["旷样田", "示例科员"], rows.Select(r => r.Who));
    }

    [Theory]
    [InlineData(FindingState.Submitted, true)]
    [InlineData(FindingState.NeedsInfo, true)]
    [InlineData(FindingState.Registered, false)]
    [InlineData(FindingState.Closed, false)]
    public async Task The_author_adds_until_it_is_taken_up_and_when_more_is_asked_for(FindingState state, bool may)
    {
        var finding = _office.Office.Finding("WT-2026-0009", _office.Author, _office.Agency, state);
        var owner = new EvidenceOwner(EvidenceMatter.Finding, finding.Value);

        var refused = await Record.ExceptionAsync(() => _office.AddAsync(Samples.Pdf(), "a.pdf", owner: owner));

        Assert.Equal(may ? null : nameof(EvidenceText.Refused_Closed), (refused as EvidenceRefusedException)?.Code);
        Assert.Equal(may, (await _office.AsAuthor().ListAsync(owner, Stop))!.Adds.Count > 0);
    }

    [Fact]
    public async Task The_author_adds_no_reply_of_the_agency()
    {
        var refused = await Assert.ThrowsAsync<EvidenceRefusedException>(() => _office.AddAsync(Samples.Pdf(), "a.pdf", kind: EvidenceKind.AgencyReply));

        Assert.Equal(nameof(EvidenceText.Refused_Closed), refused.Code);
    }

    [Fact]
    public async Task A_file_is_taken_back_by_whoever_added_it_with_a_reason_that_stays()
    {
        var id = await _office.AddAsync(Samples.Pdf(), "a.pdf");

        Assert.False(await _office.As(_office.Clerk).RemoveAsync(id, "reason", Stop));
        Assert.False(await _office.AsAuthor().RemoveAsync(id, "  ", Stop));
        Assert.True(await _office.AsAuthor().RemoveAsync(id, "发错了", Stop));

        Assert.Null(await _office.As(_office.Clerk).OpenAsync(id, false, Stop));
        var row = (await _office.As(_office.Clerk).ListAsync(_office.OfFinding, Stop))!.Rows.Single();
        Assert.Equal(("发错了", false), (row.RemovalReason, row.CanOpen));
    }

    [Fact]
    public async Task What_was_chosen_while_writing_belongs_to_the_finding_once_it_is_filed()
    {
        var form = new FindingForm { Agency = _office.Agency.Value, Category = FindingCategory.Service, Text = "排队", SecrecyConfirmed = true };
        var draft = new EvidenceOwner(EvidenceMatter.FindingDraft, form.Id);
        var author = Acting.Supervisor(_office.Author);
        var id = await _office.AddAsync(Samples.Jpeg(), "a.jpg", owner: draft);
        Assert.Null(await _office.As(_office.Clerk).OpenAsync(id, false, Stop));
        Assert.Empty((await _office.As(Acting.Supervisor(_office.Office.Supervisor("另一人"))).ListAsync(draft, Stop))!.Rows);

        var finding = await _office.Get<MyFindingService>(author).SubmitAsync(form, Stop);

        Assert.Equal([id], (await _office.As(_office.Clerk).ListAsync(new EvidenceOwner(EvidenceMatter.Finding, finding.Value), Stop))!.Rows.Select(r => r.Id));

        // One that was still on its way when the form was sent arrives at the finding too.
        var late = await _office.AddAsync(Samples.Jpeg(), "b.jpg", owner: draft);
        Assert.Equal(EvidenceMatter.Finding, _office.Rows().Single(f => f.Id == late).Matter);
    }

    [Fact]
    public async Task A_file_of_an_unfinished_form_is_gone_at_once_when_taken_back()
    {
        var id = await _office.AddAsync(Samples.Jpeg(), "a.jpg", owner: new EvidenceOwner(EvidenceMatter.FindingDraft, Guid.CreateVersion7()));

        Assert.True(await _office.AsAuthor().RemoveAsync(id, "", Stop));

        Assert.Empty(_office.Rows());
        Assert.Empty(Directory.EnumerateFiles(_office.Folder));
    }

    [Fact]
    public async Task A_recusal_has_files_of_whoever_declares_it()
    {
        _office.Office.Recuse(_office.Author, RecusalMatter.Of(_office.Finding), RecusalState.Declared);
        var owner = new EvidenceOwner(EvidenceMatter.Recusal, _office.Office.Read(db => db.Recusals.AsNoTracking().Single().Id.Value));

        var id = await _office.AddAsync(Samples.Pdf(), "a.pdf", owner: owner);

        Assert.Equal(Samples.Pdf(), await _office.ReadAsync(id, _office.Clerk));
        Assert.Null(await _office.As(Acting.Supervisor(_office.Office.Supervisor("另一人"))).ListAsync(owner, Stop));
    }
}
