using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Recruitment;

/// <summary>What the public's forms do not take, and what they do not tell.</summary>
public sealed partial class PublicPagesTests
{
    [Fact]
    public async Task A_visitor_does_not_learn_whose_numbers_the_office_knows()
    {
        await SetAsync();
        await ChangeAsync(db =>
        {
            var known = Person.Citizen(PersonId.New(), "甘示白", IdentityNumber.FromStore(Selection.JustOldEnough), null, null, null);
            db.AddRange(known, Appointment.FromRegister(
                AppointmentId.New(), known.Id, 1, SourceCategory.GrassrootsWorker, RecruitmentChannel.OpenRecruitment, OfficeClock.Anchor.AddYears(-1), OfficeClock.Anchor.AddYears(1), AppointmentState.Active, null, null, null, []));
            return Task.CompletedTask;
        });

        var inOffice = await SendAsync(Path("form"), "apply", Applying());
        var applied = await SendAsync(Path("form"), "apply", Applying(("Input.IdNumber", Selection.Ou)));

        Assert.Equal(RefusalOf(inOffice), RefusalOf(applied));
        Assert.Contains("不能在网上受理", RefusalOf(applied), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(db => db.Applications));
    }

    [Fact]
    public async Task Many_addresses_together_are_limited_too()
    {
        await using var limited = Running(host => host.UseSetting("Portal:Web:AllApplicationsPerHour", "1").UseSetting("Portal:Web:KnownProxies", "127.0.0.1;::1"));
        using var visitor = limited.Stranger();
        var codes = new List<HttpStatusCode>();
        foreach (var address in (string[])["203.0.113.7", "198.51.100.9"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/public/apply/{Guid.CreateVersion7()}") { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("X-Forwarded-For", address);
            using var answer = await visitor.SendAsync(request, Cancel);
            codes.Add(answer.StatusCode);
        }

        Assert.NotEqual(HttpStatusCode.TooManyRequests, codes[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, codes[1]);
    }

    [Fact]
    public async Task A_supplement_that_is_too_long_is_said_next_to_the_field_and_what_was_typed_stays()
    {
        await SetAsync();
        var link = $"/public/application?code={Code().Match(await SendAsync(Path("form"), "apply", Applying())).Groups[1].Value}";
        await ChangeAsync(async db => (await ApplicationAsync(db)).Return(PersonId.New(), "请补充工作单位", OfficeClock.Anchor.AddDays(7), _clock.GetUtcNow(), OfficeClock.Anchor));
        var (unit, note) = (new string('单', Person.WorkUnitLength + 1), new string('注', ApplicationEvent.NoteLength + 1));

        var html = await SendAsync(
            link,
            "supplement",
            [new("Input.WorkUnit", unit), new("Input.Occupation", new string('职', Application.OccupationLength + 1)), new("Input.Motivation", new string('愿', Application.MotivationLength + 1)), new("Input.Note", note)]);

        Assert.Equal(4, TooLong().Count(html));
        Assert.Contains(unit, html, StringComparison.Ordinal);
        Assert.Contains(note, html, StringComparison.Ordinal);
        Assert.Equal(ApplicationState.ReturnedForSupplement, (await ReadAsync(ApplicationAsync)).State);
    }

    [Fact]
    public async Task Whoever_is_too_young_on_the_closing_day_reads_so_beside_the_number()
    {
        await SetAsync();

        var html = await SendAsync(Path("form"), "apply", Applying(("Input.IdNumber", "990211200201015213")));

        // Born on the first of January 2002, and the batch closes in 2026.
        Assert.Contains("第五条", IdNumberError().Match(html).Groups[1].Value, StringComparison.Ordinal);
        Assert.Contains("value=\"甘示白\"", html, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(db => db.Applications));
    }

    [GeneratedRegex("id=\"number-error\"[^>]*>([^<]+)<")]
    private static partial Regex IdNumberError();

    private static string RefusalOf(string html) => Refusal().Match(html).Groups[1].Value;

    [GeneratedRegex("data-testid=\"refusal\"[^>]*>([^<]+)<")]
    private static partial Regex Refusal();

    [GeneratedRegex("aria-invalid=\"true\"")]
    private static partial Regex TooLong();
}
