import type { RunFigures } from '#lib/model/run-figures.ts';
import type { Outcome } from './outcomes.ts';

/** What a run did to the documents of its source. */
export interface RunChanges {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Documents that were there and whose page now gives none. */
  readonly lost: number;
  readonly gone: number;
  /** Of the last complete run, to hold figures against; null for the first. */
  readonly before: RunFigures | null;
}

/** What changed since the last run. */
export function runChanges(
  outcomes: readonly Outcome[],
  { total }: RunFigures,
  before: RunFigures | null,
): RunChanges {
  return {
    added: total.added,
    changed: total.changed,
    unchanged: total.unchanged,
    lost: outcomes.filter(isLost).length,
    gone: outcomes.filter(({ state }) => state === 'gone').length,
    before,
  };
}

/** The run took the document away: its page is read and holds none any more. */
export function isLost({ content }: Outcome): boolean {
  return content !== null && content.key === null && content.previousSha !== null;
}
