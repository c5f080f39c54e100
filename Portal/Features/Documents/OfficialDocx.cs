using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Portal.Data.Documents;

namespace Portal.Features.Documents;

/// <summary>A document for Word and WPS, in the measures of GB/T 9704. Its words are those of the printed page.</summary>
internal sealed class OfficialDocx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // By the names that both Chinese and English systems know; beside each what stands in for it.
    private const string BodyFont = "FangSong";
    private const string TitleFont = "FZXiaoBiaoSong-B05S";
    private const string FigureFont = "SimSun";
    private const string Red = "C00000";

    private const int MarkSize = 52;
    private const int FooterSize = 28;

    private readonly OfficialPaper _paper;

    // Sizes in half points, a line in twentieths of a point, room for the seal in lines.
    private readonly int _body;
    private readonly int _heading;
    private readonly int _small;
    private readonly int _line;
    private readonly int _seal;

    private OfficialDocx(OfficialPaper paper)
    {
        _paper = paper;
        // 三号, 二号, 四号; a line of 29 points, as 22 of them fill a page. Beside a stub smaller, so that one sheet bears both.
        (_body, _heading, _small, _line, _seal) = Shared ? (30, 40, 24, 480, 2) : (32, 44, 28, 580, 3);
    }

    /// <summary>Whether the sheet bears a stub too: a letter, whose layout the standard leaves free.</summary>
    private bool Shared => _paper.Stub.Count > 0;

    public static byte[] Of(OfficialPaper paper) => new OfficialDocx(paper).Write();

    private byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = _paper.Title;
            package.PackageProperties.Creator = _paper.Authority;
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            main.AddNewPart<FontTablePart>().Fonts = FontTable();
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = PageNumbers();
            main.Document = new Document(new Body([.. Paragraphs(), Section(main.GetIdOfPart(footer))]));
        }

        return stream.ToArray();
    }

    private IEnumerable<Paragraph> Paragraphs()
    {
        if (_paper.IsVoid)
        {
            yield return Line(OfficialWords.Text(nameof(OfficialText.Void)), JustificationValues.Center, TitleFont, _heading, Red);
        }

        foreach (var line in Stub())
        {
            yield return line;
        }

        if (_paper.Mark is not null)
        {
            yield return Line(_paper.Mark, JustificationValues.Center, TitleFont, MarkSize, Red, exact: false);
        }

        if (_paper.Number is not null)
        {
            yield return _paper.Mark is null
                ? Line(_paper.Number, JustificationValues.Center)
                : Line(_paper.Number, JustificationValues.Center, border: new BottomBorder { Val = BorderValues.Single, Color = Red, Size = 16, Space = 4 });
        }

        yield return Line(_paper.Title, JustificationValues.Center, TitleFont, _heading, spacing: new SpacingBetweenLines { Before = Twips(1), After = Twips(1), Line = "720", LineRule = LineSpacingRuleValues.Exact });
        if (_paper.Salutation is not null)
        {
            yield return Line(_paper.Salutation, JustificationValues.Both);
        }

        foreach (var paragraph in _paper.Paragraphs)
        {
            yield return Line(paragraph, JustificationValues.Both, indentation: new Indentation { FirstLineChars = 200, FirstLine = "640" });
        }

        // Room for the seal, which lies over authority and day; the two stay together.
        var signed = new Indentation { RightChars = 400, Right = "1280" };
        yield return Line(_paper.Authority, JustificationValues.Right, indentation: (Indentation)signed.CloneNode(true), spacing: Spacing(before: _seal), keepNext: true);
        yield return Line(_paper.Day, JustificationValues.Right, indentation: signed);
    }

    private IEnumerable<Paragraph> Stub()
    {
        if (!Shared)
        {
            yield break;
        }

        yield return Line(_paper.Title + OfficialWords.Text(nameof(OfficialText.Stub)), JustificationValues.Center, TitleFont, _small + 8);
        yield return Line(_paper.Number ?? "", JustificationValues.Right, size: _small);
        foreach (var line in _paper.Stub)
        {
            yield return Line(line, JustificationValues.Both, size: _small);
        }

        yield return Line(_paper.Day, JustificationValues.Right, size: _small);
        yield return Line(
            OfficialWords.Text(nameof(OfficialText.Tear), _paper.Number), JustificationValues.Center, size: 20, border: new BottomBorder { Val = BorderValues.Dashed, Size = 6, Space = 1 },
            spacing: Spacing(before: 0, after: 1));
    }

    // The order of the properties is the schema's: keepNext, borders, spacing, indentation, justification.
    private Paragraph Line(
        string text, JustificationValues justified, string font = BodyFont, int? size = null, string? colour = null, BottomBorder? border = null, Indentation? indentation = null,
        SpacingBetweenLines? spacing = null, bool keepNext = false, bool exact = true)
    {
        var properties = new ParagraphProperties();
        if (keepNext)
        {
            properties.Append(new KeepNext());
        }

        if (border is not null)
        {
            properties.Append(new ParagraphBorders(border));
        }

        properties.Append(spacing ?? (exact ? Spacing() : new SpacingBetweenLines { After = "240" }));
        if (indentation is not null)
        {
            properties.Append(indentation);
        }

        properties.Append(new Justification { Val = justified });
        return new Paragraph(properties, new Run(Look(font, size ?? _body, colour), new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    private static RunProperties Look(string font, int size, string? colour = null)
    {
        var look = new RunProperties(Faces(font));
        if (colour is not null)
        {
            look.Append(new Color { Val = colour });
        }

        look.Append(new FontSize { Val = Figure(size) }, new FontSizeComplexScript { Val = Figure(size) });
        return look;
    }

    private static RunFonts Faces(string font) => new() { Hint = FontTypeHintValues.EastAsia, Ascii = font, HighAnsi = font, EastAsia = font, ComplexScript = font };

    private Styles Styles()
    {
        var faces = new RunPropertiesBaseStyle(
            Faces(BodyFont), new Kern { Val = 2U }, new FontSize { Val = Figure(_body) }, new FontSizeComplexScript { Val = Figure(_body) }, new Languages { Val = "en-US", EastAsia = "zh-CN" });
        var normal = new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true };
        return new Styles(new DocDefaults(new RunPropertiesDefault(faces), new ParagraphPropertiesDefault()), normal);
    }

    private static Fonts FontTable() => new(
        FontOf(BodyFont, "STFangsong"),
        FontOf(TitleFont, "STZhongsong"),
        FontOf(FigureFont, "Songti SC"));

    private static Font FontOf(string name, string standIn) =>
        new(new AltName { Val = standIn }, new FontCharSet { Val = "86" }, new FontFamily { Val = FontFamilyValues.Roman }, new Pitch { Val = FontPitchValues.Variable }) { Name = name };

    private static Footer PageNumbers()
    {
        var around = OfficialWords.Text(nameof(OfficialText.Page), '\0').Split('\0');
        return new Footer(new Paragraph(
            new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
            new Run(Look(FigureFont, FooterSize), new Text(around[0]) { Space = SpaceProcessingModeValues.Preserve }),
            new SimpleField(new Run(Look(FigureFont, FooterSize), new Text("1"))) { Instruction = " PAGE " },
            new Run(Look(FigureFont, FooterSize), new Text(around[^1]) { Space = SpaceProcessingModeValues.Preserve })));
    }

    // Twentieths of a point: A4; 37 mm above, 35 below, 28 left, 26 right. Beside a stub 18 above and below, 20 at the sides.
    private SectionProperties Section(string footer) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = 11906U, Height = 16838U },
        Shared
            ? new PageMargin { Top = 1020, Right = 1134U, Bottom = 1020, Left = 1134U, Header = 567U, Footer = 567U, Gutter = 0U }
            : new PageMargin { Top = 2098, Right = 1474U, Bottom = 1984, Left = 1587U, Header = 851U, Footer = 1417U, Gutter = 0U },
        // 28 characters of 16 points are a little more than 156 mm: each gives up a fifth of a point.
        new DocGrid { Type = DocGridValues.LinesAndChars, LinePitch = _line, CharacterSpace = -850 });

    private SpacingBetweenLines Spacing(int before = 0, int after = 0) =>
        new() { Before = Twips(before), After = Twips(after), Line = Figure(_line), LineRule = LineSpacingRuleValues.Exact };

    private string Twips(int lines) => Figure(lines * _line);

    private static string Figure(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
