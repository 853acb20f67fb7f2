import type { RemovalReason, Repair } from '#lib/model/removal.ts';
import type { Edit } from '../block.ts';

/** A piece under way through the steps: `now` is what the next step reads. */
export interface LivePiece {
  readonly was: string;
  readonly now: string;
  readonly repairs: readonly Repair[];
  readonly cut: { readonly reason: RemovalReason; readonly step: string } | null;
}

export type Change = { readonly repair: Repair } | NonNullable<LivePiece['cut']>;

/** The text of a block before any step. */
export function untouched(text: string): LivePiece[] {
  return text === '' ? [] : [{ was: text, now: text, repairs: [], cut: null }];
}

/** What the next step reads. */
export function textNow(pieces: readonly LivePiece[]): string {
  return pieces.map(({ now }) => now).join('');
}

/**
 * The pieces with edits applied (offsets in `textNow`, sorted, not overlapping). A piece an earlier step
 * changed is never split: it is changed as a whole.
 */
export function changePieces(
  pieces: readonly LivePiece[],
  edits: readonly Edit[],
  change: Change,
): LivePiece[] {
  let result = [...pieces];
  for (const edit of [...edits].reverse()) result = changeRange(result, edit, change);
  return result;
}

function changeRange(pieces: readonly LivePiece[], edit: Edit, change: Change): LivePiece[] {
  const before: LivePiece[] = [];
  const inside: LivePiece[] = [];
  const after: LivePiece[] = [];
  let head = '';
  let tail = '';
  let from = 0;
  for (const piece of splitAt(splitAt(pieces, edit.from), edit.to)) {
    const to = from + piece.now.length;
    if (to <= edit.from) before.push(piece);
    else if (from >= edit.to) after.push(piece);
    else {
      inside.push(piece);
      head += piece.now.slice(0, Math.max(0, edit.from - from));
      tail += piece.now.slice(Math.min(piece.now.length, edit.to - from));
    }
    from = to;
  }
  return [...before, ...changed(inside, head + edit.insert + tail, change), ...after];
}

/** The pieces with a border at `offset`, if it falls into one that no step has changed. */
function splitAt(pieces: readonly LivePiece[], offset: number): LivePiece[] {
  let from = 0;
  return pieces.flatMap((piece) => {
    const at = offset - from;
    from += piece.now.length;
    if (piece.now !== piece.was || at <= 0 || at >= piece.now.length) return [piece];
    const left = piece.now.slice(0, at);
    const right = piece.now.slice(at);
    return [
      { ...piece, was: left, now: left },
      { ...piece, was: right, now: right },
    ];
  });
}

function changed(inside: readonly LivePiece[], now: string, change: Change): LivePiece[] {
  if ('repair' in change) {
    const repairs = new Set([...inside.flatMap(({ repairs: known }) => known), change.repair]);
    const was = inside.map((piece) => piece.was).join('');
    return was === '' && now === '' ? [] : [{ was, now, repairs: [...repairs], cut: null }];
  }
  if (now === '') return inside.map((piece) => ({ ...piece, now: '', cut: piece.cut ?? change }));
  const was = inside.map((piece) => piece.was).join('');
  return [{ was, now, repairs: [...new Set(inside.flatMap(({ repairs }) => repairs))], cut: null }];
}

/** The pieces with neighbours of one fate as one: removed for one reason, or changed side by side. */
export function joinAlike(pieces: readonly LivePiece[]): LivePiece[] {
  const joined: LivePiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (!last || !isAlike(last, piece)) joined.push(piece);
    else {
      joined[joined.length - 1] = {
        was: last.was + piece.was,
        now: last.now + piece.now,
        repairs: [...new Set([...last.repairs, ...piece.repairs])],
        cut: last.cut,
      };
    }
  }
  return joined;
}

function isAlike(a: LivePiece, b: LivePiece): boolean {
  if (a.cut || b.cut) return a.cut?.reason === b.cut?.reason && a.cut?.step === b.cut?.step;
  return (a.was === a.now) === (b.was === b.now);
}
