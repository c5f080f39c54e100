using System.IO.Compression;
using System.Text;
using Portal.Access;
using Portal.Features.Import;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Import;

/// <summary>What is not a plain workbook of values is refused with its own words, and nothing is written.</summary>
public sealed class WorkbookGuardTests : IDisposable
{
    private const string ContentTypes = "[Content_Types].xml";

    private readonly ImportRoom _room = new();

    [Fact]
    public Task An_empty_file() => RefusesAsync(ProblemCode.FileEmpty, new MemoryStream());

    [Fact]
    public Task A_CSV() => RefusesAsync(ProblemCode.FileIsText, Bytes("姓名,性别\n谭示安,男\n"));

    [Fact]
    public Task A_page_of_HTML_that_calls_itself_Excel() => RefusesAsync(ProblemCode.FileIsText, Bytes("<html><table></table></html>"));

    [Fact]
    public Task A_text_of_two_bytes_a_character() => RefusesAsync(ProblemCode.FileIsText, new MemoryStream([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("姓名\t性别")]));

    [Fact]
    public Task A_picture() => RefusesAsync(ProblemCode.FileIsNoWorkbook, new MemoryStream([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]));

    [Fact]
    public Task An_old_workbook_renamed() => RefusesAsync(ProblemCode.FileIsOldExcel, Compound("Workbook"));

    [Fact]
    public Task A_workbook_under_a_password() => RefusesAsync(ProblemCode.FileIsEncrypted, Compound("EncryptedPackage"));

    [Fact]
    public Task A_zip_of_something_else() => RefusesAsync(ProblemCode.FileIsNoWorkbook, Zip(("readme.txt", "hello")));

    [Fact]
    public Task A_document_instead_of_a_workbook() => RefusesAsync(ProblemCode.FileIsNoWorkbook, Zip((ContentTypes, "<Types/>"), ("word/document.xml", "<w/>")));

    [Fact]
    public async Task Half_a_workbook()
    {
        await using var whole = TestBook.Tampered();
        await RefusesAsync(ProblemCode.FileIsDamaged, new MemoryStream(whole.ToArray()[..(int)(whole.Length / 2)]));
    }

    [Fact]
    public Task Broken_XML_inside() => RefusesAsync(ProblemCode.FileIsDamaged, TestBook.Tampered(("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row")));

    [Fact]
    public Task Macros() => RefusesAsync(ProblemCode.FileHasMacros, TestBook.Tampered(("xl/vbaProject.bin", "x")));

    [Fact]
    public Task Macros_under_another_name() => RefusesAsync(ProblemCode.FileHasMacros, TestBook.Tampered(zip =>
    {
        var types = TestBook.Entry(zip, ContentTypes).Replace("spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml", StringComparison.Ordinal);
        Replace(zip, ContentTypes, types);
    }));

    [Fact]
    public Task Links_to_other_workbooks() => RefusesAsync(ProblemCode.FileHasExternalLinks, TestBook.Tampered(("xl/externalLinks/externalLink1.xml", "<externalLink/>")));

    [Fact]
    public Task Links_outside_in_a_relationship() => RefusesAsync(ProblemCode.FileHasExternalLinks, TestBook.Tampered((
        "xl/worksheets/_rels/sheet1.xml.rels",
        """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://x/oleObject" Target="file:///etc/passwd" TargetMode="External"/></Relationships>""")));

    [Fact]
    public Task Entities_that_grow() => RefusesAsync(ProblemCode.FileDeclaresDocumentType, TestBook.Tampered((
        "xl/sharedStrings.xml", """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst>&b;</sst>""")));

    [Fact]
    public Task More_than_the_limit() => RefusesAsync(ProblemCode.FileTooLarge, new MemoryStream(new byte[(1024 * 1024) + 1]), new ImportOptions { MaxFileMegabytes = 1 });

    [Fact]
    public Task A_file_that_inflates_without_end() =>
        RefusesAsync(ProblemCode.FileInflatesTooFar, TestBook.Tampered(("xl/media/zeros.bin", new string('0', 2 * 1024 * 1024))), new ImportOptions { MaxInflatedMegabytes = 1 });

    [Fact]
    public async Task A_file_that_lies_about_what_it_inflates_to()
    {
        var sheet = $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{new string(' ', 2 * 1024 * 1024)}</sheetData></worksheet>""";
        await using var honest = TestBook.Tampered(("xl/worksheets/sheet1.xml", sheet));
        var bytes = honest.ToArray();
        Assert.True(UnderstateSizes(bytes, sheet.Length) > 0);

        // Read to the end it is too much; cut where it says it ends it is broken. Either way it does not get through.
        var report = await _room.CheckAsync(new MemoryStream(bytes), new ImportOptions { MaxInflatedMegabytes = 1 });

        Assert.Contains(Assert.Single(report.Problems).Code, new[] { ProblemCode.FileInflatesTooFar, ProblemCode.FileIsDamaged });
    }

    [Fact]
    public Task Too_many_files_inside() => RefusesAsync(
        ProblemCode.FileHasTooManyEntries, TestBook.Tampered([.. Enumerable.Range(0, 40).Select(i => ($"xl/media/{i}.txt", "x"))]), new ImportOptions { MaxEntries = 30 });

    [Fact]
    public async Task Too_many_rows() => await RefusesAsync(
        ProblemCode.SheetHasTooManyRows,
        await TestBook.SmallAsync(("线索", [TestBook.FindingHeader, .. Enumerable.Range(1, 4).Select(i => TestBook.Finding($"WT-2026-000{i}"))])),
        new ImportOptions { MaxRows = 3 });

    [Fact]
    public async Task A_workbook_of_something_else() =>
        await RefusesAsync(ProblemCode.NoSheetRecognised, await TestBook.WriteAsync(("Sheet1", [["商品", "单价"], ["苹果", 3]])));

    [Theory]
    [InlineData(PortalRole.Supervisor)]
    [InlineData(PortalRole.Leadership)]
    public async Task Only_an_administrator_imports(PortalRole role)
    {
        var service = _room.As(new Acting(role, Portal.Domain.People.PersonId.New()));
        var cancellation = TestContext.Current.CancellationToken;
        await using var sample = LedgerImport.OpenSample();
        var check = await _room.Service.CheckAsync(sample, "x", cancellation);

        await Assert.ThrowsAsync<AccessDeniedException>(() => service.CheckAsync(new MemoryStream(), "x", cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => service.CommitAsync(check, cancellationToken: cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => service.SampleAsync(cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => service.TemplateAsync(cancellation));
    }

    public void Dispose() => _room.Dispose();

    private async Task RefusesAsync(ProblemCode expected, Stream file, ImportOptions? limits = null)
    {
        await using (file)
        {
            var report = await _room.CheckAsync(file, limits);

            Assert.Equal((expected, ProblemSeverity.Error), (Assert.Single(report.Problems).Code, report.Problems[0].Severity));
            Assert.False(report.CanCommit);
            Assert.Equal(0, await _room.RowsAsync());
        }
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static MemoryStream Compound(string stream) =>
        new([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes(stream), .. new byte[512]]);

    private static MemoryStream Zip(params (string Path, string Content)[] files)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        file.Position = 0;
        return file;
    }

    private static void Replace(ZipArchive zip, string path, string content)
    {
        zip.GetEntry(path)!.Delete();
        using var entry = zip.CreateEntry(path).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }

    /// <summary>Writes 1 wherever the true size stands in the headers.</summary>
    private static int UnderstateSizes(byte[] zip, int size)
    {
        var found = 0;
        for (var i = 0; i <= zip.Length - sizeof(int); i++)
        {
            if (BitConverter.ToInt32(zip, i) == size)
            {
                BitConverter.TryWriteBytes(zip.AsSpan(i), 1);
                found++;
            }
        }

        return found;
    }
}
