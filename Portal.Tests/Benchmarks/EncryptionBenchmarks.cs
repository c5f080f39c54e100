using System.Diagnostics;
using System.Globalization;
using Portal.Data;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>Encryption's part of a save (guard, audit row and encryption together: at most 20 %).</summary>
[Collection(CityBenchmarks.Name)]
public sealed class EncryptionBenchmarks
{
    private const int Many = 20_000;

    [Fact(Explicit = true)]
    public async Task Its_part_of_saving_a_person_and_a_recusal()
    {
        using var office = new PortalDb();
        var agency = Agency.Register(AgencyId.New(), "AG01", "机构", AgencyKind.DistrictGeneral, null, null, isExternal: false);
        await office.Work.WriteAsync(db => Task.FromResult(db.Add(agency)), TestContext.Current.CancellationToken);
        var number = 0;
        var save = await Measure.MedianAsync(
            () => office.Work.WriteAsync(db =>
            {
                var id = IdentityNumber.FromStore(string.Create(CultureInfo.InvariantCulture, $"99020319850101{++number:000}X"));
                var person = Person.Citizen(PersonId.New(), "示例", id, PhoneNumber.FromStore("15400000001"), null, null);
                db.AddRange(person, RecusalDeclaration.Declare(RecusalId.New(), person.Id, RecusalMatter.Of(agency.Id), RecusalGround.OwnInterest, "配偶在该机构任职", OfficeClock.Anchor, alreadyOnRecord: false));
                return Task.FromResult(true);
            }),
            runs: 51);

        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Many; i++)
        {
            TestKeys.Cipher.Protect("99020319850101001X", "People.IdNumber");
            TestKeys.Cipher.Protect("15400000001", "People.Phone");
            TestKeys.Cipher.Protect("配偶在该机构任职", "Recusals.Explanation");
            TestKeys.Cipher.Fingerprint("99020319850101001X", "People.IdNumber");
        }

        var encryption = watch.Elapsed.TotalMilliseconds / Many;
        Measure.Print("Save: a person with a recusal, encrypted", save, 50, string.Create(CultureInfo.InvariantCulture, $"three values and a fingerprint {encryption * 1000:0.0} µs, {encryption / save:P1} of it"));
    }
}
