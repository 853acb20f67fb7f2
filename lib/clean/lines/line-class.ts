import type { RemovalReason } from '#lib/model/removal.ts';

/** What a frame line is, judged from its words alone. */
export interface LineClass {
  readonly reason: RemovalReason;
  /** section: what follows belongs to it until prose returns. */
  readonly opens: 'section' | 'line';
  /** edge: such words also occur in documents, so it goes only before the first or after the last prose. */
  readonly where: 'anywhere' | 'edge';
  /** The line says that the rest of the text is withheld. */
  readonly claim?: 'paywall' | 'preview';
  /** No document says it, whatever a model thinks. */
  readonly sure?: true;
  /** The line belongs to a viewer of uploaded files. */
  readonly viewer?: true;
}

export function lineClass(
  reason: RemovalReason,
  where: LineClass['where'] = 'edge',
  opens: LineClass['opens'] = 'line',
): LineClass {
  return { reason, opens, where };
}

/** Shapes of lines that no list of phrases can hold. */
export interface Shape {
  readonly pattern: RegExp;
  readonly is: LineClass;
  /** Longer lines are prose. */
  readonly max: number;
  /** Lines without a Chinese character may have it too. */
  readonly anyScript?: true;
}

/** Words that give a frame line away wherever they stand in it. */
export interface ContainedRule {
  /** Every match holds one of these (a blank or a bar between them), so a line without any is not tried. */
  readonly needs: string;
  /** What is said is its group, if it looks at the rest of the line, too. */
  readonly pattern: RegExp;
  readonly is: LineClass;
  /** Longer lines are prose about the matter. */
  readonly max: number;
}

/** Words a frame line begins with, in simplified script and lower case, and what may follow them. */
export interface OpeningRule {
  readonly phrases: readonly string[];
  /** Matched against the rest of the line. */
  readonly rest: RegExp;
  readonly is: LineClass;
}
