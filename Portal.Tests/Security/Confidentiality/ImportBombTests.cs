using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Portal.Features.Import;
using Portal.Tests.Features.Import;

namespace Portal.Tests.Security.Confidentiality;

/// <summary>Workbooks made to hurt: each is refused within the time and memory of an honest one, under the limits as they are set, and nothing is written. The small ones of the same kinds are in WorkbookGuardTests.</summary>
public sealed class ImportBombTests : IDisposable
{
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string Head = """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""";
    private const string Tail = "</sheetData></worksheet>";

    private readonly ImportRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public Task A_thousand_times_its_size() => RefusesAsync(
        [ProblemCode.FileInflatesTooFar], TestBook.Tampered(zip => Fill(zip, "xl/media/zeros.bin", 150_000_000)));

    [Fact]
    public Task A_hundred_thousand_files_inside() => RefusesAsync(
        [ProblemCode.FileHasTooManyEntries, ProblemCode.FileTooLarge],
        TestBook.Tampered(zip =>
        {
            for (var i = 0; i < 100_000; i++)
            {
                zip.CreateEntry($"x/{i}", CompressionLevel.NoCompression);
            }
        }));

    [Fact]
    public async Task A_zip_within_the_zip_stays_closed()
    {
        using var inner = new MemoryStream();
        using (var zip = new ZipArchive(inner, ZipArchiveMode.Create, leaveOpen: true))
        {
            Fill(zip, "zeros.bin", 150_000_000);
        }

        await using var file = TestBook.Tampered(zip =>
        {
            using var entry = zip.CreateEntry("xl/media/inner.zip").Open();
            entry.Write(inner.ToArray());
        });

        // It is a picture that nobody looks at: the ledger around it is read as it is.
        await WithinAsync(async () => Assert.DoesNotContain((await _room.CheckAsync(file)).Problems, p => p.Code == ProblemCode.FileInflatesTooFar));
    }

    [Fact]
    public Task A_sheet_of_all_the_rows_there_can_be() => RefusesAsync(
        [ProblemCode.SheetHasTooManyRows, ProblemCode.FileInflatesTooFar],
        TestBook.Tampered(zip => Write(zip, Sheet, writer =>
        {
            writer.Write(Head);
            writer.Write($"""<row r="1">{string.Concat(TestBook.FindingHeader.Select(words => $"<c t=\"inlineStr\"><is><t>{words}</t></is></c>"))}</row>""");
            for (var row = 2; row <= 1_048_576; row++)
            {
                writer.Write($"""<row r="{row}"><c t="inlineStr"><is><t>x</t></is></c></row>""");
            }

            writer.Write(Tail);
        })));

    [Fact]
    public Task More_different_texts_than_any_ledger_has() => RefusesAsync(
        [ProblemCode.FileHasTooManyStrings, ProblemCode.FileInflatesTooFar],
        TestBook.Tampered(zip => Write(zip, "xl/sharedStrings.xml", writer =>
        {
            writer.Write("""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""");
            for (var i = 0; i < 1_000_000; i++)
            {
                writer.Write("<si><t>x</t></si>");
            }

            writer.Write("</sst>");
        })));

    private async Task RefusesAsync(ProblemCode[] expected, MemoryStream file)
    {
        await using (file)
        {
            await WithinAsync(async () =>
            {
                var report = await _room.CheckAsync(file);

                Assert.Contains(Assert.Single(report.Problems).Code, expected);
                Assert.False(report.CanCommit);
            });
            Assert.Equal(0, await _room.RowsAsync());
        }
    }

    // The time is for a machine that does nothing else; here others work too.
    private static async Task WithinAsync(Func<Task> check)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        await check();
        TestContext.Current.TestOutputHelper!.WriteLine($"{watch.ElapsedMilliseconds} ms, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024} KiB kept");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 100_000_000);
    }

    private static void Fill(ZipArchive zip, string path, int bytes)
    {
        using var entry = zip.CreateEntry(path).Open();
        var zeros = new byte[1_000_000];
        for (var written = 0; written < bytes; written += zeros.Length)
        {
            entry.Write(zeros);
        }
    }

    private static void Write(ZipArchive zip, string path, Action<StreamWriter> content)
    {
        zip.GetEntry(path)?.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(path, CompressionLevel.Fastest).Open(), Encoding.UTF8);
        content(writer);
    }
}
