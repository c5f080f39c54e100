using Microsoft.EntityFrameworkCore;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

public sealed class PlainTextOnSaveTests : IDisposable
{
    private readonly SmallOffice _office = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task A_text_is_stored_composed_and_with_plain_line_ends()
    {
        var agency = _office.Agency("AG01", "示例机构");
        var author = _office.Supervisor("旷样田");

        var id = _office.Finding("WT-2026-0001", author, agency, text: "Zoe\u0308 说：\r\n排队过长。");

        Assert.Equal("Zo\u00eb 说：\n排队过长。", await _office.Db.CreateDbContext().Findings.Where(f => f.Id == id).Select(f => f.Text).SingleAsync(Stop));
    }

    [Fact]
    public async Task A_text_with_something_hidden_is_refused_and_nothing_of_the_act_is_written()
    {
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _office.Db.Work.WriteAsync(
            db =>
            {
                db.People.Add(Person.Staff(PersonId.New(), "正常人"));
                db.People.Add(Person.Staff(PersonId.New(), "王\u202e小明"));
                return Task.CompletedTask;
            },
            Stop));

        Assert.Equal("Text_Unfit", refused.Violation.Code);
        Assert.False(await _office.Db.CreateDbContext().People.AnyAsync(p => p.FullName == "正常人", Stop));
    }

    [Fact]
    public async Task What_is_stored_already_is_changed_by_nobody_who_does_not_touch_it()
    {
        var person = _office.Supervisor("旷样田");

        await _office.Db.Work.WriteAsync(async db => _ = await db.People.SingleAsync(p => p.Id == person, Stop), Stop);

        Assert.Equal(1, await _office.Db.CreateDbContext().People.CountAsync(p => p.Id == person && p.Version <= 1, Stop));
    }
}
