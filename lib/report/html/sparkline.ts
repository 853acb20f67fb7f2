import { type Html, html } from './html.ts';

const WIDTH = 64;
const HEIGHT = 16;

/** A few values as a line, the last one marked; what it says is in its label. */
export function sparkline(values: readonly number[]): Html {
  const label = `${values.length === 1 ? 'one run' : `${values.length} runs`}: ${values.join(', ')}`;
  const top = Math.max(1, ...values);
  const step = values.length > 1 ? (WIDTH - 6) / (values.length - 1) : 0;
  const points = values.map((value, index) => ({
    x: 3 + index * step,
    y: HEIGHT - 3 - (value / top) * (HEIGHT - 6),
  }));
  const last = points.at(-1);
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${label}"><polyline points="${points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}"/>${last ? html`<circle cx="${last.x.toFixed(1)}" cy="${last.y.toFixed(1)}" r="2"/>` : null}</svg>`;
}
