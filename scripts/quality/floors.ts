import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** A figure may vary by this much between machines and versions of Node. */
const NOISE = 0.001;

type Figures = Readonly<Record<string, number>>;

const read = (file: string): Figures =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

/** Whether every figure that was measured is at its floor; prints those that are not. */
export function checkFloors(file: string, figures: Figures): boolean {
  const floors = read(file);
  const under = Object.entries(figures).filter(
    ([name, value]) => value < (floors[name] ?? 0) - NOISE,
  );
  for (const [name, value] of under) {
    console.log(`under its floor: ${name} ${value.toFixed(4)} < ${floors[name]?.toFixed(4)}`);
  }
  return under.length === 0;
}

/** Raises floors to what was measured; a lower figure leaves its floor as it is. */
export function updateFloors(file: string, figures: Figures): void {
  const floors: Record<string, number> = { ...read(file) };
  for (const [name, value] of Object.entries(figures)) {
    const rounded = Math.floor(value * 10_000) / 10_000;
    floors[name] = Math.max(floors[name] ?? 0, rounded);
  }
  const sorted = Object.fromEntries(Object.entries(floors).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
}
