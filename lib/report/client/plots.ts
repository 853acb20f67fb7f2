import uPlot from 'uplot';
import type { Charts, Histogram, Trend } from '../charts.ts';
import { byId } from './dom.ts';

const HEIGHT = 180;
const FONT = '12px Inter, system-ui, sans-serif';
const COLOURS = ['--plot-1', '--plot-2', '--plot-3'];

let drawn: { plot: uPlot; place: HTMLElement }[] = [];

/** Draws all plots in the colours of the theme; drawing again replaces them. */
export function drawPlots({ histograms, trends }: Charts): void {
  for (const { plot } of drawn) plot.destroy();
  drawn = [];
  for (const [index, one] of histograms.entries()) {
    draw(`histogram-${index}`, histogramOptions(one), binsOf(one));
  }
  for (const [index, one] of trends.entries()) {
    draw(`trend-${index}`, trendOptions(one), valuesOf(one));
  }
}

/** Fits the plots to their places. */
export function resizePlots(): void {
  for (const { plot, place } of drawn) plot.setSize({ width: place.clientWidth, height: HEIGHT });
}

type Shape = Pick<uPlot.Options, 'series' | 'axes' | 'scales' | 'hooks'>;

function draw(id: string, shape: Shape, data: uPlot.AlignedData): void {
  const place = byId(id);
  if (!place) return;
  const plot = new uPlot(
    {
      width: place.clientWidth,
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      ...shape,
    },
    data,
    place,
  );
  drawn.push({ plot, place });
}

function binsOf({ counts }: Histogram): uPlot.AlignedData {
  return [counts.map((_, n) => n), [...counts]];
}

function histogramOptions(histogram: Histogram): Shape {
  const { edges, counts, median, medianBefore } = histogram;
  return {
    scales: { x: { time: false, range: [0, counts.length] }, y: { range: [0, niceTop(counts)] } },
    series: [
      {},
      {
        fill: colour('--plot-fill'),
        stroke: colour('--plot-1'),
        width: 1,
        points: { show: false },
        ...barsOf(),
      },
    ],
    axes: [
      {
        ...axis(),
        splits: () => ticksOf(histogram),
        values: (_, splits) => splits.map((n) => tickText(edges[Math.round(n)] ?? 0, histogram)),
      },
      { ...axis(), size: 44, incrs: WHOLE },
    ],
    hooks: {
      draw: [
        (plot) => {
          if (medianBefore !== null) line(plot, place(edges, medianBefore), '--ink-soft', [4, 4]);
          if (median !== null) line(plot, place(edges, median), '--ink', []);
        },
      ],
    },
  };
}

const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000];

function barsOf(): Pick<uPlot.Series, 'paths'> {
  const paths = uPlot.paths.bars?.({ size: [0.92, 200], align: 1 });
  return paths ? { paths } : {};
}

/** Every few bins, at values that read well. */
function ticksOf({ counts, unit }: Histogram): number[] {
  const every = unit === 'share' ? 4 : Math.max(1, Math.ceil(counts.length / 6));
  const ticks: number[] = [];
  for (let n = 0; n <= counts.length; n += every) ticks.push(n);
  return ticks;
}

function tickText(value: number, { unit }: Histogram): string {
  if (unit === 'share') return `${Math.round(value * 100)} %`;
  if (unit === 'ms')
    return value < 1000 ? `${value} ms` : `${Number((value / 1000).toPrecision(2))} s`;
  return value < 1000 ? String(value) : `${Number((value / 1000).toPrecision(2))}k`;
}

/** Where a value lies among the bins. */
function place(edges: readonly number[], value: number): number {
  const bin = edges.findLastIndex((edge) => edge <= value);
  if (bin < 0) return 0;
  const from = edges[bin] ?? 0;
  const to = edges[bin + 1] ?? from;
  return to > from ? bin + Math.min(1, (value - from) / (to - from)) : bin;
}

function line(plot: uPlot, at: number, name: string, dash: number[]): void {
  const { ctx, bbox } = plot;
  const x = Math.round(plot.valToPos(at, 'x', true));
  ctx.save();
  ctx.strokeStyle = colour(name);
  ctx.lineWidth = devicePixelRatio * 1.5;
  ctx.setLineDash(dash.map((length) => length * devicePixelRatio));
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}

function valuesOf({ at, series }: Trend): uPlot.AlignedData {
  return [at.map((_, n) => n), ...series.map(({ values }) => [...values])];
}

function trendOptions({ at, series }: Trend): Shape {
  const top = niceTop(series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const last = Math.max(1, at.length - 1);
  return {
    scales: { x: { time: false, range: [-0.15, last + 0.15] }, y: { range: [0, top] } },
    series: [
      {},
      ...series.map((_, index) => ({
        stroke: colour(COLOURS[index] ?? '--plot-1'),
        width: 2,
        points: { show: true, size: 7, fill: colour(COLOURS[index] ?? '--plot-1') },
      })),
    ],
    axes: [
      {
        ...axis(),
        splits: () => at.map((_, n) => n).filter((n) => n % Math.ceil(at.length / 6) === 0),
        values: (_, splits) => splits.map((n) => (at[n] ?? '').slice(5, 10)),
      },
      { ...axis(), size: 52, incrs: WHOLE },
    ],
  };
}

function axis(): uPlot.Axis {
  return {
    font: FONT,
    stroke: colour('--ink-soft'),
    grid: { stroke: colour('--rule'), width: 1 },
    ticks: { show: false },
    gap: 6,
  };
}

function niceTop(values: readonly number[]): number {
  const top = values.reduce((a, b) => Math.max(a, b), 1);
  const decade = 10 ** Math.floor(Math.log10(top));
  return [1, 2, 5, 10].map((n) => n * decade).find((n) => n >= top) ?? top;
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
