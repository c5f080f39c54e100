using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Confidentiality;
using Portal.Data;
using Portal.Data.People;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Tests.House;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Confidentiality;

/// <summary>What somebody finds who has the database and not the keys.</summary>
public sealed class ProtectedColumnsTests : IDisposable
{
    private const string Number = "99021119680412011X";
    private const string Other = "990225199607070629";
    private const string Phone = "15412345678";
    private const string Canary = "配偶在金丝雀经办机构任职";

    private readonly KeyedOffice _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public void The_database_its_log_and_its_copies_hold_no_protected_value()
    {
        var person = _office.Add(Number, Phone);
        using (var db = _office.CreateDbContext())
        {
            db.Database.OpenConnection();
            var agency = Agency.Register(AgencyId.New(), "AG01", "机构", AgencyKind.DistrictGeneral, null, null, isExternal: false);
            var activity = Activity.FromRegister(ActivityId.New(), "2026-01", "座谈", ActivityKind.Meeting, null, OfficeClock.Anchor, 10, true, false, [], ActivityState.Published, null);
            var recusal = RecusalDeclaration.Declare(RecusalId.New(), person.Id, RecusalMatter.Of(agency.Id), RecusalGround.OwnInterest, Canary, OfficeClock.Anchor, alreadyOnRecord: false);
            recusal.Decline(PersonId.New(), Canary, OfficeClock.Anchor);
            var part = Participation.Invite(ParticipationId.New(), activity, person.Id, inOfficeOnTheDay: true, recused: false, placesTaken: 0);
            part.RequestLeave(Canary, OfficeClock.Anchor, OfficeClock.Anchor.AddDays(-1));
            db.AddRange(
                agency, activity, recusal, part,
                Appointment.FromRegister(AppointmentId.New(), person.Id, 1, SourceCategory.GrassrootsWorker, RecruitmentChannel.OpenRecruitment, OfficeClock.Anchor, OfficeClock.Anchor.AddYears(3), AppointmentState.Active, null, null, Canary, []),
                new FormDraft { Person = person.Id, Form = "f", Content = Canary, SavedAt = OfficeClock.At(OfficeClock.Anchor).GetUtcNow() });
            db.SaveChanges();
            if (!_office.IsSqlite)
            {
                return; // The files of SQL Server are not within reach; the columns are the same ones.
            }

            // While a connection is open, so that the log is still there.
            var contents = Directory.EnumerateFiles(_office.Folder, $"{_office.FileName}*").Select(Contents).ToList();
            Assert.True(contents.Count > 1);
            Assert.All(new[] { Number, Phone, Canary }, secret => Assert.All(contents, bytes => Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"{secret} is in the file.")));
        }
    }

    [Fact]
    public void Every_protected_column_keeps_what_was_put_into_it()
    {
        var person = _office.Add(Number, Phone);

        using var db = _office.CreateDbContext();
        var read = db.People.Single(p => p.Id == person.Id);
        Assert.Equal((Number, Phone), (read.IdNumber!.Value.Value, read.Phone!.Value.Value));
        Assert.All(_office.Stored("IdNumber", "People").Concat(_office.Stored("Phone", "People")), stored => Assert.StartsWith("$A1$", stored, StringComparison.Ordinal));
    }

    [Fact]
    public void A_person_is_found_by_number_and_nobody_else_is()
    {
        var person = _office.Add(Number);
        _office.Add(Other, name: "凌例禾");

        using var db = _office.CreateDbContext();
        Assert.Equal(person.Id, Assert.Single(db.WithNumbers([IdentityNumber.FromStore(Number)])).Id);
        Assert.Empty(db.WithNumbers([IdentityNumber.FromStore("990211196804120110")]));
    }

    [Fact]
    public void Two_people_of_one_number_are_refused_by_the_database()
    {
        _office.Add(Number);

        Assert.True(LostRace.IsDuplicate(Assert.Throws<DbUpdateException>(() => _office.Add(Number, name: "别人"))));
    }

    [Fact]
    public void Staff_without_a_number_do_not_stand_in_each_others_way()
    {
        using var db = _office.CreateDbContext();
        db.People.AddRange(Person.Staff(PersonId.New(), "甲"), Person.Staff(PersonId.New(), "乙"));

        Assert.Equal(2, db.SaveChanges());
    }

    [Fact]
    public void A_value_that_was_changed_or_moved_behind_the_portal_is_not_shown()
    {
        _office.Add(Number);
        var phone = Assert.Single(_office.Stored("Phone", "People"));
        _office.Write($"UPDATE People SET IdNumber = {phone}");

        using var db = _office.CreateDbContext();
        Assert.ThrowsAny<CryptographicException>(() => db.People.Single(p => p.IdNumber != null));
    }

    [Theory]
    [InlineData(RecusalDeclaration.TextLength, true)]
    [InlineData(RecusalDeclaration.TextLength + 1, false)]
    public void A_protected_text_is_as_long_as_it_may_be_and_not_longer(int length, bool fits)
    {
        var person = _office.Add(Number);
        using var db = _office.CreateDbContext();
        var agency = Agency.Register(AgencyId.New(), "AG01", "机构", AgencyKind.DistrictGeneral, null, null, isExternal: false);
        db.AddRange(agency, RecusalDeclaration.Declare(
            RecusalId.New(), person.Id, RecusalMatter.Of(agency.Id), RecusalGround.OwnInterest, new string('a', length), OfficeClock.Anchor, alreadyOnRecord: false));

        Assert.Equal(fits, Record.Exception(() => db.SaveChanges()) is null);
    }

    [Fact]
    public void Every_text_of_the_model_is_protected_or_stands_on_the_list_of_those_that_are_not()
    {
        using var db = _office.CreateDbContext();
        var texts = db.Model.GetEntityTypes().SelectMany(e => e.GetDeclaredProperties())
            .Where(p => (p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType) == typeof(string) && !(Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).IsEnum)
            .ToLookup(ProtectedColumns.IsProtected, ProtectedColumns.NameOf);

        Assert.Equal(
            [
                "ApplicationEvents.Note", "Applications.IdNumber", "Applications.Phone", "Appointments.Remark", "ConditionChecks.Note",
                "DismissalCases.Document", "DismissalCases.Facts", "DismissalCases.Reason", "DismissalCases.Statement",
                "FormDrafts.Content",
                "IssuedDocuments.Facts", "IssuedDocuments.Stub", "IssuedDocuments.Text", "IssuedDocuments.VoidReason",
                "LeavePeriods.Reason", "LegalHolds.LiftReason", "LegalHolds.Reason",
                "Objections.Contact", "Objections.Content", "Objections.Decision", "Objections.ObjectorName", "Objections.Reply",
                "Participations.Reason", "People.IdNumber", "People.Phone",
                "Recusals.DecisionReason", "Recusals.Explanation", "Recusals.LiftReason",
                "SupervisorCards.CheckToken",
                "TermProposals.DecisionReason", "TermProposals.Reason",
            ],
            texts[true].Order(StringComparer.Ordinal));
        Assert.Empty(texts[false].Except(InTheClear).Select(t => $"{t} is in the clear"));
        Assert.Empty(InTheClear.Except(texts[false]));
    }

    [Fact]
    public void No_page_looks_for_anything_in_a_protected_column_itself()
    {
        using var db = _office.CreateDbContext();
        var names = db.Model.GetEntityTypes().SelectMany(e => e.GetDeclaredProperties()).Where(ProtectedColumns.IsProtected).Select(p => p.Name).Distinct();

        // A comparison in a query would be with a ciphertext that no other is equal to: it would find nobody, and say nothing.
        var column = $@"\.({string.Join('|', names.Where(n => n is not ("Remark" or "Reason" or "Content" or "Note" or "Document" or "Decision" or "Reply" or "Contact" or "Statement" or "Facts" or "Text" or "Stub")))})\b(?! (==|!=) null)";
        var compared = $@"(Where|Any|All|First\w*|Single\w*|Count\w*)\([^\n]*{column}(\.\w+)? *(==|!=|\.Contains|\.StartsWith)|(OrderBy\w*|ThenBy\w*|GroupBy)\(\w+ => [\w.]*{column}";
        Assert.Empty(
            from file in Repository.Files("Portal", ".cs")
            where !file.Path.Contains("/Migrations/", StringComparison.Ordinal)
            from line in file.Code()
            where System.Text.RegularExpressions.Regex.IsMatch(line.Line, compared)
            select $"{file.Path}({line.Number}): {line.Line}");
        Assert.Matches(compared, "db.People.Where(p => p.IdNumber == number)");
        Assert.Matches(compared, "rows.OrderBy(r => r.Person.Phone)");
        Assert.DoesNotMatch(compared, "db.People.Where(p => p.IdNumber != null)");
    }

    // Searched, compared or counted, or nobody's secret: docs/decisions/0009.
    private static readonly string[] InTheClear =
    [
        "Accounts.Issuer", "Accounts.Subject",
        "Activities.CancelReason", "Activities.Number", "Activities.Remark", "Activities.Title",
        "Applications.LinkHash",
        "Agencies.Code", "Agencies.ContactName", "Agencies.CreditCode", "Agencies.Name",
        "Applications.ChannelNote", "Applications.FullName", "Applications.IdNumberHash", "Applications.Motivation", "Applications.Occupation", "Applications.Receipt", "Applications.WorkUnit",
        "AppointmentLetters.Number", "AppointmentLetters.VoidReason",
        "AuditEntries.Act", "AuditEntries.After", "AuditEntries.Before", "AuditEntries.ObjectId", "AuditEntries.ObjectType", "AuditEntries.Reason", "AuditEntries.Session", "AuditKeys.Name",
        "ConditionChecks.Method",
        "DismissalCases.DecidingBody", "DismissalCases.Number",
        "DocumentTemplates.Body", "DocumentTemplates.Stub", "DocumentTemplates.Title",
        "Evidence.RemovalReason", "Evidence.StorageName",
        "FindingEvents.Note",
        "Findings.FeedbackText", "Findings.Number", "Findings.OtherUnit", "Findings.Note", "Findings.Remark", "Findings.Requirement", "Findings.Text", "Findings.TransferredTo",
        "FormDrafts.Form",
        "GroupChanges.Reason",
        "IntroductionLetters.Matter", "IntroductionLetters.Note", "IntroductionLetters.Serial",
        "Invitations.SecretHash",
        "IssuedDocuments.Authority", "IssuedDocuments.Number", "IssuedDocuments.Series", "IssuedDocuments.Subject", "IssuedDocuments.Title",
        "LetterBearers.CardNumber",
        "NumberSeries.Name",
        "Objections.LinkHash", "Objections.Receipt",
        "People.FullName", "People.IdNumberHash", "People.WorkUnit",
        "PublicNotices.DaysOffSkipped", "PublicNotices.Number", "PublicNotices.Reason", "PublicNotices.Text", "PublicNotices.Title",
        "RecruitmentBatches.Announcement", "RecruitmentBatches.Number", "RecruitmentBatches.Reason", "RecruitmentBatches.Title",
        "Settings.Key", "Settings.Value",
        "SignedUndertakings.SignedName", "SignedUndertakings.TextHash",
        "SignInSessions.Device", "SignInSessions.KeyHash", "SignInSessions.ProviderSession",
        "SupervisionGroups.Focus",
        "SupervisorCards.CheckTokenHash", "SupervisorCards.Number", "SupervisorCards.Reason",
        "Undertakings.Text", "Undertakings.TextHash",
        "UnitRecommendations.CreditCode", "UnitRecommendations.Unit",
    ];

    private static byte[] Contents(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }
}
