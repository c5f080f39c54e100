namespace Portal.Tests.Security.Web;

/// <summary>What somebody might type in order to run as script in another person's browser. Each sets <c>window.__x</c> or leaves an element marked <c>data-x</c> when it gets through.</summary>
internal static class Payloads
{
    private const int Most = 300;

    public static readonly IReadOnlyList<string> All =
    [
        "<b data-x>",
        "<i data-x=1",
        "<script>__x=1</script>",
        "<script data-x>__x=1</script>",
        "<ScRiPt>__x=1</sCrIpT>",
        "<script/src=/x.js data-x>",
        "</script><script>__x=1</script>",
        "<<script>__x=1//<</script>",
        "<scr<script>ipt>__x=1</script>",
        "<img data-x src=x onerror=__x=1>",
        "<img/src/onerror=__x=1>",
        "<img src=x:x onerror=window.__x=1//",
        "<img src=`x`onerror=__x=1>",
        "\"><img src=x onerror=__x=1>",
        "'><img src=x onerror=__x=1>",
        "\" onmouseover=__x=1 x=\"",
        "' onfocus=__x=1 autofocus x='",
        "\" autofocus onfocus=\"__x=1",
        "` onload=__x=1 `",
        "<svg onload=__x=1>",
        "<svg/onload=__x=1 data-x>",
        "<svg><script>__x=1</script></svg>",
        "<svg><animate onbegin=__x=1>",
        "<svg><a xlink:href=javascript:__x=1>a</a>",
        "<svg><foreignObject><b data-x>",
        "<math><mtext><img src=x onerror=__x=1>",
        "<math href=javascript:__x=1 data-x>",
        "<body onload=__x=1>",
        "<iframe data-x src=javascript:__x=1>",
        "<iframe srcdoc='<script>parent.__x=1</script>'>",
        "<object data=javascript:__x=1 data-x>",
        "<embed src=javascript:__x=1 data-x>",
        "<link rel=stylesheet href=//x data-x>",
        "<style data-x>*{color:red}</style>",
        "<style>@import'//x'</style>",
        "<base href=//evil.example data-x>",
        "<meta http-equiv=refresh content=0;url=//x data-x>",
        "<form action=//x data-x><input name=q>",
        "<button formaction=javascript:__x=1 data-x>",
        "<input autofocus onfocus=__x=1 data-x>",
        "<textarea autofocus onfocus=__x=1>",
        "</textarea><img src=x onerror=__x=1>",
        "</title><script>__x=1</script>",
        "</option></select><b data-x>",
        "</td></tr></table><b data-x>",
        "<details open ontoggle=__x=1 data-x>",
        "<video><source onerror=__x=1>",
        "<audio src=x onerror=__x=1 data-x>",
        "<marquee onstart=__x=1 data-x>",
        "<select onchange=__x=1 data-x><option>",
        "<a href=javascript:__x=1 data-x>a</a>",
        "<a href='java\tscript:__x=1' data-x>",
        "<a href=data:text/html,<script>1</script> data-x>",
        "javascript:__x=1",
        "javascript://%0a__x=1",
        "data:text/html,<script>__x=1</script>",
        "<!--><img src=x onerror=__x=1>-->",
        "<!--Blazor:{\"type\":\"server\"}-->",
        "<![CDATA[<b data-x>]]>",
        "<?xml version='1.0'?><b data-x>",
        "{{constructor.constructor('__x=1')()}}",
        "${__x=1}",
        "#{__x=1}",
        "@(new Exception())",
        "%3Cscript%3E__x=1%3C/script%3E",
        "&lt;script&gt;__x=1&lt;/script&gt;",
        "&#60;b data-x&#62;",
        "\\u003cb data-x\\u003e",
        "\\x3cscript\\x3e__x=1",
        "＜script＞__x=1＜/script＞",
        "<noscript><p title='</noscript><img src=x onerror=__x=1>'>",
        "<template><script>__x=1</script></template>",
        "<portal-x data-x></portal-x>",
        "=HYPERLINK(\"javascript:__x=1\")",
    ];

    /// <summary>As many as a field has room for, but not more than a page can show of each.</summary>
    public static string Some(ref int turn, int length)
    {
        var some = Next(ref turn, length);
        for (var next = Next(ref turn, length); some.Length + 1 + next.Length <= Math.Min(length, Most); next = Next(ref turn, length))
        {
            some += $" {next}";
        }

        return some;
    }

    /// <summary>The payloads one after the other, no longer than the field.</summary>
    private static string Next(ref int turn, int length)
    {
        var before = turn;
        do
        {
            turn = (turn + 1) % All.Count;
        }
        while (All[turn].Length > length && turn != before);

        return All[turn];
    }
}
