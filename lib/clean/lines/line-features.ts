import type { RemovalReason } from '#lib/model/removal.ts';
import type { FeatureGroup } from '../content/features/feature-group.ts';
import type { FlowContext } from '../content/flow-context.ts';
import { at, atInt, share } from '../content/numbers.ts';
import { isNumberedHeading, isSalutation, isSignedDate, isTitleShaped } from './prose.ts';
import type { RuledLines } from './ruled-lines.ts';
import { isPlain, type Line } from './scan-lines.ts';
import { sameWords } from './text-head.ts';

/** The lines of an extracted text. */
export interface TextContext extends FlowContext {
  readonly lines: readonly Line[];
  readonly ruled: RuledLines;
  /** Number of each line in the text, blank lines counted. */
  readonly lineNumbers: Int32Array;
  /** The nearest line before that opens a section of the frame, -1 if none. */
  readonly sectionBefore: Int32Array;
  /** Share of the lines that begin with blanks. */
  readonly indented: number;
}

const REASONS: readonly RemovalReason[] = [
  'related',
  'pager',
  'comments',
  'share',
  'metadata',
  'paywall',
  'download-prompt',
  'disclaimer',
  'footer',
  'navigation',
  'subscribe',
  'promotion',
  'header',
];
const BULLET = /^[-·•●■◆★☆▲►▼※*#|»+〉→↓↑◇○□▪]/u;
const NEIGHBOURS = [-3, -2, -1, 1, 2, 3];
const FAR = 60;
const OUTSIDE = -1;
const FULL_BLANK = 2;
/** Parts of a text a line may repeat: enough to see a title again. */
const ALIKE = 6;

/** What a line is by its own words, and what the lines around it are. */
export const lineFeatures: FeatureGroup<TextContext> = {
  names: [
    ...REASONS.map((reason) => `is:${reason}`),
    ...[
      'anywhere',
      'opens',
      'claims',
      'isMeta',
      'labels',
      'isDated',
      'isCrumb',
      'isLead',
      'isPlain',
    ],
    ...['promotions', 'bullet', 'numbered', 'titleShaped', 'salutation', 'signedDate', 'colon'],
    ...[
      'blankBefore',
      'blankAfter',
      'indent',
      'indented',
      'order',
      'fromEnd',
      'lines',
      'sizeBefore',
    ],
    ...['copies', 'echoes', 'repeated', 'sectionAge', 'sectionReason'],
    ...NEIGHBOURS.map((offset) => `n${offset}:plain`),
    ...['ruled:kept', 'ruled:before', 'ruled:after', 'ruled:title', 'ruled:head', 'ruled:named'],
    ...['framesBefore', 'framesAfter', 'text:size', 'text:likely', 'text:prose', 'text:wide'],
  ],
  write(row, from, index, context) {
    const line = context.lines[index];
    if (!line) return;
    const place = writeWords(row, from, line);
    const near = writePlace(row, place, index, context);
    writeNear(row, near, index, context);
  },
};

/** What the line says of itself. */
function writeWords(row: Float32Array, from: number, line: Line): number {
  let next = from;
  for (const reason of REASONS) row[next++] = Number(line.frame?.reason === reason);
  row[next++] = Number(line.frame?.where === 'anywhere');
  row[next++] = Number(line.frame?.opens === 'section');
  row[next++] = Number(line.frame?.claim !== undefined);
  row[next++] = Number(line.meta !== null);
  row[next++] = line.meta?.labels ?? 0;
  row[next++] = Number((line.meta?.publishedAt ?? null) !== null);
  row[next++] = Number(line.crumb !== null);
  row[next++] = Number(line.lead !== null);
  row[next++] = Number(isPlain(line));
  row[next++] = line.promotions.length;
  row[next++] = Number(BULLET.test(line.text));
  row[next++] = Number(isNumberedHeading(line.text));
  row[next++] = Number(isTitleShaped(line.text));
  row[next++] = Number(isSalutation(line.text));
  row[next++] = Number(isSignedDate(line.text));
  row[next++] = line.folded.indexOf(':') + 1;
  return next;
}

/** Where it stands, and how often the text says the same. */
function writePlace(row: Float32Array, from: number, index: number, context: TextContext): number {
  const { lines, lineNumbers } = context;
  const number = atInt(lineNumbers, index);
  const isLast = index + 1 >= lines.length;
  let next = from;
  row[next++] = index === 0 ? 0 : number - atInt(lineNumbers, index - 1) - 1;
  row[next++] = isLast ? 0 : atInt(lineNumbers, index + 1) - number - 1;
  row[next++] = Math.min(4, (lines[index]?.block.indent ?? 0) / FULL_BLANK);
  row[next++] = context.indented;
  row[next++] = Math.min(FAR, index);
  row[next++] = Math.min(FAR, lines.length - 1 - index);
  row[next++] = Math.log1p(lines.length);
  row[next++] = share(at(context.sizeBefore, index), context.total);
  row[next++] = Math.log1p(atInt(context.copies, index) - 1);
  row[next++] = Math.min(3, atInt(context.echoes, index));
  row[next++] = Number(isRepeated(context, index));
  const section = atInt(context.sectionBefore, index);
  const reason = lines[section]?.frame?.reason;
  row[next++] = section < 0 ? FAR + 1 : Math.min(FAR, index - section);
  row[next++] = reason === undefined ? OUTSIDE : REASONS.indexOf(reason);
  return next;
}

/** What is around it, and what the whole text is like. */
function writeNear(row: Float32Array, from: number, index: number, context: TextContext): void {
  const { lines, measures, total } = context;
  let next = from;
  for (const offset of NEIGHBOURS) {
    const near = lines[index + offset];
    row[next++] = near ? Number(isPlain(near)) : OUTSIDE;
  }
  next = writeRuled(row, next, index, context);
  row[next++] = framesIn(lines, index - 6, index);
  row[next++] = framesIn(lines, index + 1, index + 7);
  row[next++] = Math.log1p(total);
  row[next++] = share(context.mass, total);
  row[next++] = share(at(context.proseSums, lines.length), total);
  const { wide = 0, size = 0 } = measures[index] ?? {};
  row[next++] = share(wide * 2.5, size);
}

/** What rules say of the line and of its neighbours, and whether it is what they take for the title. */
function writeRuled(
  row: Float32Array,
  from: number,
  index: number,
  { ruled: { kept, head }, measures }: TextContext,
): number {
  const text = measures[index]?.text ?? '';
  row[from] = Number(kept[index]);
  row[from + 1] = Number(kept[index - 1] ?? OUTSIDE);
  row[from + 2] = Number(kept[index + 1] ?? OUTSIDE);
  row[from + 3] = Number(index === head.titleAt);
  row[from + 4] = head.bodyFrom - index;
  row[from + 5] = Number(head.title !== null && sameWords(text, head.title));
  return from + 6;
}

/** A short line whose words another line near the top or the end holds too: a title said again. */
function isRepeated({ measures }: TextContext, index: number): boolean {
  const { text = '' } = measures[index] ?? {};
  if (text.length < ALIKE || text.length > 60) return false;
  for (let other = 0; other < Math.min(40, measures.length); other += 1) {
    if (other !== index && measures[other]?.text.includes(text)) return true;
  }
  return false;
}

function framesIn(lines: readonly Line[], from: number, to: number): number {
  let count = 0;
  for (let at = Math.max(0, from); at < Math.min(lines.length, to); at += 1) {
    const line = lines[at];
    if (line && !isPlain(line)) count += 1;
  }
  return count;
}
