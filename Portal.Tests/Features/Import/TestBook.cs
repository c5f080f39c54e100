using System.IO.Compression;
using System.Text;
using Portal.Features.Import;
using SpreadCheetah;

namespace Portal.Tests.Features.Import;

/// <summary>Workbooks made for one test: sound ones from cells, bad ones by tampering with a sound one.</summary>
internal static class TestBook
{
    public static readonly object?[] RosterHeader = ["姓名", "性别", "出生年月日", "身份证号", "联系电话", "人员类别", "选聘方式", "聘期起", "聘期止", "证件编号", "状态", "备注"];
    public static readonly object?[] AgencyHeader = ["编号", "机构名称", "险种/类型", "统一社会信用代码"];
    public static readonly object?[] ActivityHeader = ["活动编号", "活动名称", "形式", "日期", "涉及机构", "学时", "是否必须参加", "备注"];
    public static readonly object?[] FindingHeader = ["编号", "提出日期", "提出人", "涉及单位", "类别", "问题描述", "办理状态", "整改要求", "整改期限", "延期后期限", "整改完成日期", "反馈日期", "涉及金额（元）", "备注"];
    public static readonly object?[] RecusalHeader = ["姓名", "涉及活动或单位", "回避情形", "说明", "申报日期", "处理结果", "处理日期"];

    /// <summary>谭示安 of the demonstration office.</summary>
    public static readonly object?[] Tan = ["谭示安", "男", "1968.4.12", "99021119680412011X", "15400000001", "基层工作人员", "单位推荐", "2026.5.8", "2029.5.7", "ZZ-2026-0001", "在聘", null];

    public static readonly object?[] Agency = ["AG01", "株洲市企业职工养老保险经办机构（演示）", "企业职工基本养老保险", "12990200DEM000014L"];

    public static object?[] Finding(string number) => [number, "2026-06-01", "谭示安", "AG01", "窗口服务", "大厅仅开放两个窗口。", "待受理", null, null, null, null, null, null, null];

    public static async Task<MemoryStream> WriteAsync(params (string Name, object?[][] Rows)[] sheets)
    {
        var file = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(file))
        {
            foreach (var (name, rows) in sheets)
            {
                await book.StartWorksheetAsync(name);
                foreach (var row in rows)
                {
                    await book.AddRowAsync([.. row.Select(Cell)]);
                }
            }

            await book.FinishAsync();
        }

        file.Position = 0;
        return file;
    }

    /// <summary>One person of the roster and one agency, and whatever else a test is about.</summary>
    public static Task<MemoryStream> SmallAsync(params (string Name, object?[][] Rows)[] more) =>
        WriteAsync([("监督员名册", [RosterHeader, Tan]), ("经办机构", [AgencyHeader, Agency]), .. more]);

    /// <summary>The row with some of its cells exchanged.</summary>
    public static object?[] With(object?[] row, params (int Column, object? Value)[] cells)
    {
        var changed = row.ToArray();
        foreach (var (column, value) in cells)
        {
            changed[column] = value;
        }

        return changed;
    }

    /// <summary>The sample ledger with files inside it added or replaced.</summary>
    public static MemoryStream Tampered(params (string Path, string Content)[] files) => Tampered(zip =>
    {
        foreach (var (path, content) in files)
        {
            zip.GetEntry(path)?.Delete();
            using var entry = zip.CreateEntry(path).Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }
    });

    public static MemoryStream Tampered(Action<ZipArchive> tamper)
    {
        var file = new MemoryStream();
        using (var sample = LedgerImport.OpenSample())
        {
            sample.CopyTo(file);
        }

        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            tamper(zip);
        }

        file.Position = 0;
        return file;
    }

    public static string Entry(ZipArchive zip, string path)
    {
        using var reader = new StreamReader(zip.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    private static Cell Cell(object? value) => value switch
    {
        null => new Cell((string?)null),
        DateOnly day => new Cell(day.ToDateTime(TimeOnly.MinValue)),
        int number => new Cell(number),
        long number => new Cell(number),
        double number => new Cell(number),
        string text => new Cell(text),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
