using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Domain.People;
using Portal.Features.Search;
using Portal.Features.Supervisors;
using Portal.Tests.House;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Confidentiality;

/// <summary>Numbers of identity and telephone leave a service masked; the one exception says so by its name.</summary>
public sealed partial class MaskingTests : IDisposable
{
    private readonly PortalDb _db = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _db.Dispose();

    [Fact]
    public void No_answer_of_a_service_has_a_place_for_a_full_number()
    {
        var known = new HashSet<Type>();
        var open = new Queue<Type>(AccessMatrix.UseCases.Where(u => u.Method != nameof(SupervisorService.RevealAsync)).Select(u => u.Service.GetMethod(u.Method)!.ReturnType));
        while (open.TryDequeue(out var type))
        {
            if (known.Add(type))
            {
                var inner = type.IsGenericType || type.IsArray ? type.GetGenericArguments().Append(type.GetElementType()).OfType<Type>() : [];
                var members = type.Namespace?.StartsWith("Portal", StringComparison.Ordinal) == true ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.PropertyType) : [];
                foreach (var next in inner.Concat(members))
                {
                    open.Enqueue(next);
                }
            }
        }

        Assert.Contains(typeof(SupervisorFile), known);
        Assert.DoesNotContain(typeof(IdentityNumber), known);
        Assert.DoesNotContain(typeof(PhoneNumber), known);
        Assert.DoesNotContain(typeof(Person), known);
        Assert.Empty(
            from type in known
            from property in type.GetProperties()
            where property.PropertyType == typeof(string) && Regex.IsMatch(property.Name, "IdNumber|IdentityNumber|Phone|BankAccount") && !property.Name.EndsWith("Masked", StringComparison.Ordinal)
            select $"{type.Name}.{property.Name}");
    }

    [Theory]
    [InlineData(PortalRole.Administrator)]
    [InlineData(PortalRole.Leadership)]
    [InlineData(PortalRole.Supervisor)]
    public async Task No_answer_to_anybody_holds_a_full_number(PortalRole role)
    {
        var scene = new Scene();
        await scene.SetAsync(_db);
        await NumberAsync(scene.Actor, "99021119680412011X", "15412345678");
        await NumberAsync(scene.Colleague, "990225199607070629", "15487654321");

        foreach (var useCase in Answers.Of(role).Where(u => u.Method != nameof(SupervisorService.RevealAsync)))
        {
            var answer = await Answers.OfAsync(useCase, role, scene, _db);

            Assert.False(FullNumber().IsMatch(answer), $"{useCase.Key}: {answer}");
        }

        if (role == PortalRole.Administrator)
        {
            var reveal = AccessMatrix.UseCases.Single(u => u.Service == typeof(SupervisorService) && u.Method == nameof(SupervisorService.RevealAsync));
            Assert.Matches(FullNumber(), await Answers.OfAsync(reveal, role, scene, _db));
        }
    }

    [Theory]
    [InlineData("""{"Number":"99021119680412011X"}""", true)]
    [InlineData("电话15412345678。", true)]
    [InlineData("9****************X 154****5678 WT-2026-0001", false)]
    [InlineData("019a0000-0000-7000-8000-154123456789", false)]
    public void The_eye_of_these_tests_sees(string text, bool full) => Assert.Equal(full, FullNumber().IsMatch(text));

    [Fact]
    public async Task The_whole_number_finds_its_person_and_a_part_of_it_nobody()
    {
        var scene = new Scene();
        await scene.SetAsync(_db);
        await NumberAsync(scene.Actor, "99021119680412011X", "15412345678");
        await using var services = PortalServices.For(new Acting(PortalRole.Administrator, scene.Colleague), _db);
        var search = (SearchService)services.Create(typeof(SearchService));

        Assert.Equal(scene.Actor.Value, Assert.Single(await search.FindAsync("９９０２１１ 19680412 011x", Stop)).Id);
        Assert.Empty(await search.FindAsync("99021119680412011", Stop));
        Assert.Empty(await search.FindAsync("990211196804120110", Stop));
        Assert.Empty(await search.FindAsync("15412345678", Stop));
    }

    private async Task NumberAsync(PersonId person, string number, string phone)
    {
        await using var db = _db.CreateDbContext();
        var hash = TestKeys.Cipher.Fingerprint(number, "People.IdNumber");
        await db.People.Where(p => p.Id == person).ExecuteUpdateAsync(
            set => set
                .SetProperty(p => p.IdNumber, IdentityNumber.FromStore(number))
                .SetProperty(p => p.Phone, PhoneNumber.FromStore(phone))
                .SetProperty(p => EF.Property<string?>(p, "IdNumberHash"), hash),
            Stop);
    }

    [GeneratedRegex(@"(?<![0-9a-fA-F-])([0-9]{17}[0-9Xx]|1[3-9][0-9]{9})(?![0-9a-fA-F-])")]
    private static partial Regex FullNumber();
}
