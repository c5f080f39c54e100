// The only place that knows ApexCharts. Colours are custom properties, read when drawn and again when the theme turns;
// words and lines take theirs from the style sheet. Nothing is animated, and the library's own toolbar stays away.
const charts = new Map();
let library;

export async function draw(place, picture, source) {
    library ??= import(new URL(source, document.baseURI).href);
    const { default: ApexCharts } = await library;
    const known = charts.get(place);
    if (known) {
        known.picture = picture;
        await known.chart.updateOptions(options(picture, place), false, false);
        return;
    }

    if (!place?.isConnected) {
        return;
    }

    const chart = new ApexCharts(place, options(picture, place));
    charts.set(place, { chart, picture });
    await chart.render();
}

export function remove(place) {
    charts.get(place)?.chart.destroy();
    charts.delete(place);
}

function options({ model, kind, language }, place) {
    const lying = kind.endsWith('Bar');
    const line = kind === 'Line';
    const number = new Intl.NumberFormat(language, { minimumFractionDigits: model.decimals, maximumFractionDigits: model.decimals });
    const round = new Intl.NumberFormat(language, { maximumFractionDigits: model.decimals });
    const said = value => value === null || value === undefined ? '–' : number.format(value) + model.unit;
    const onAxis = value => typeof value === 'number' ? round.format(value) : value;
    const fontSize = getComputedStyle(document.documentElement).getPropertyValue('--chart-text').trim();
    const style = { fontSize, fontFamily: 'inherit' };
    const values = {
        title: { text: model.valueTitle ?? undefined, style: { ...style, fontWeight: 400 } },
        labels: { style, formatter: onAxis },
        min: 0,
        max: model.highest ?? undefined,
        forceNiceScale: model.highest === null,
    };
    const categories = { categories: model.categories, labels: { style, trim: lying, hideOverlappingLabels: true }, axisTicks: { show: false }, tooltip: { enabled: false } };
    return {
        chart: {
            type: line ? 'line' : 'bar',
            height: '100%',
            width: '100%',
            stacked: kind.startsWith('Stacked'),
            fontFamily: 'inherit',
            background: 'transparent',
            toolbar: { show: false },
            zoom: { enabled: false },
            selection: { enabled: false },
            animations: { enabled: false },
            redrawOnWindowResize: true,
            locales: [locale(language)],
            defaultLocale: language,
            events: {
                dataPointSelection: (_, __, { seriesIndex, dataPointIndex }) => open(place, seriesIndex, dataPointIndex),
                markerClick: (_, __, { seriesIndex, dataPointIndex }) => open(place, seriesIndex, dataPointIndex),
            },
        },
        series: model.series.map(series => ({ name: series.name, data: series.values })),
        colors: model.series.map(series => getComputedStyle(document.documentElement).getPropertyValue(series.colour).trim()),
        plotOptions: { bar: { horizontal: lying, columnWidth: '56%', barHeight: '62%', borderRadius: 2, borderRadiusApplication: 'end' } },
        fill: { opacity: 1 },
        stroke: line ? { width: 2.5, curve: 'straight' } : { width: 0 },
        markers: { size: line ? 4 : 0, strokeWidth: 0, shape: ['circle', 'square', 'triangle', 'diamond'] },
        states: { active: { filter: { type: 'none' } }, hover: { filter: { type: 'none' } } },
        dataLabels: { enabled: false },
        legend: { show: model.series.length > 1, position: 'top', horizontalAlign: 'left', fontSize, fontFamily: 'inherit', labels: { colors: 'var(--text)' }, markers: { shape: ['circle', 'square', 'triangle', 'diamond'], strokeWidth: 0, size: 6, offsetX: -3 }, itemMargin: { horizontal: 8 } },
        grid: { strokeDashArray: 0, padding: { left: 8, right: 8 } },
        tooltip: { shared: !lying, intersect: false, y: { formatter: said }, style: { ...style } },
        xaxis: lying ? { ...categories, ...values } : categories,
        yaxis: lying ? { labels: { style, maxWidth: 200 } } : values,
    };
}

function open(place, series, point) {
    const link = charts.get(place)?.picture.model.series[series]?.links[point];
    if (link) {
        Blazor.navigateTo(link);
    }
}

// Only the words that can be seen: the toolbar is off, and dates come from the server already written.
function locale(language) {
    const month = new Intl.DateTimeFormat(language, { month: 'long' });
    const short = new Intl.DateTimeFormat(language, { month: 'short' });
    const day = new Intl.DateTimeFormat(language, { weekday: 'long' });
    const shortDay = new Intl.DateTimeFormat(language, { weekday: 'short' });
    const months = Array.from({ length: 12 }, (_, i) => new Date(2024, i, 1));
    const days = Array.from({ length: 7 }, (_, i) => new Date(2024, 8, i + 1));
    return {
        name: language,
        options: {
            months: months.map(month.format),
            shortMonths: months.map(short.format),
            days: days.map(day.format),
            shortDays: days.map(shortDay.format),
            toolbar: {},
        },
    };
}

function redraw() {
    for (const [place, { chart, picture }] of charts) {
        chart.updateOptions(options(picture, place), false, false);
    }
}

new MutationObserver(redraw).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-elder', 'data-size'] });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);

// Paper has another width: the picture is scaled to it as a whole.
addEventListener('beforeprint', () => {
    for (const place of charts.keys()) {
        const svg = place.querySelector('svg.apexcharts-svg');
        svg?.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`);
    }
});
addEventListener('afterprint', () => {
    for (const place of charts.keys()) {
        place.querySelector('svg.apexcharts-svg')?.removeAttribute('viewBox');
    }
});
