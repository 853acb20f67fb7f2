import type { PreviousFetch } from './messages.ts';
import type { SourceDefinition } from './source.ts';
import type { State } from './states.ts';

/** What is known after a fetch when the next one is decided. */
export interface DueFacts {
  readonly state: State;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Whether the payload differs from the last one; null if there was none to see. */
  readonly changed: boolean | null;
  readonly previous: PreviousFetch | null;
  readonly recrawl: SourceDefinition['recrawl'];
}
