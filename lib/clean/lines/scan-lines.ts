import type { RemovalReason } from '#lib/model/removal.ts';
import { applyEdits, type Block, blockText, type Edit } from '../block.ts';
import { withBlanks } from './blank-lines.ts';
import { type Breadcrumb, readBreadcrumb } from './breadcrumb.ts';
import { classifyFolded } from './classify-line.ts';
import { editNotes } from './edit-notes.ts';
import { editorTail } from './editor-tail.ts';
import { foldLine } from './fold-line.ts';
import { type LeadLine, readLeadLine } from './lead-line.ts';
import type { LineClass } from './line-class.ts';
import { type MetaLine, readMetaLine } from './meta-line.ts';
import { type Pager, readPager } from './pager.ts';
import { findPromotions } from './promotion.ts';
import { promotionTail } from './promotion-tail.ts';
import { isProse } from './prose.ts';

/** A block's text with all that its own words say about it. */
export interface Line {
  readonly block: Block;
  readonly text: string;
  readonly folded: string;
  /** What it is if it is part of the frame; null if it can be text of the document. */
  readonly frame: LineClass | null;
  readonly crumb: Breadcrumb | null;
  readonly meta: MetaLine | null;
  readonly lead: LeadLine | null;
  readonly pager: Pager | null;
  /** Running text of the document. */
  readonly prose: boolean;
  /** What sites put inside it, offsets in the block's text. */
  readonly promotions: readonly Insertion[];
  /** Characters it leaves in the document. */
  readonly size: number;
}

/** Promotion, if it has no other reason to go. */
export interface Insertion extends Edit {
  readonly reason?: RemovalReason;
}

const BRACKET = /[（(【[〔［〖]/u;
/** What is left of a line is a sentence only if it has some words. */
const LEAST_REST = 8;
/** No frame line is longer; longer ones are looked at only as prose. */
const LONGEST = 400;

/** Minutes of a meeting begin like a meta line: 时间、地点、主持人. */
const MINUTES =
  /^(?:会议)?(?:地点|地址|主持|参加|参会|出席|列席|缺席|记录人?[:：]|与会|议题|名称|主题)/u;
const NEAR = 2;

export function scanLines(blocks: readonly Block[]): Line[] {
  const lines = withRetries(withBlanks(blocks.map(scanLine)));
  return lines.map((line, at) => {
    if (!line.meta || line.meta.labels > 1) return line;
    const near = lines.slice(Math.max(0, at - NEAR), at + NEAR + 1);
    return near.some(({ folded }) => MINUTES.test(folded)) ? { ...line, meta: null } : line;
  });
}

/** 刷新 below 视频加载失败，请刷新页面再试 is the button of what could not be loaded. */
function withRetries(lines: Line[]): Line[] {
  return lines.map((line, at) => {
    const above = RETRY.has(line.text) ? lines[at - 1] : undefined;
    const isButton = above?.frame && FAILED.test(above.text);
    return isButton ? { ...line, frame: above.frame, prose: false } : line;
  });
}

const FAILED = /失败|失敗|出错|异常|超时/u;
const RETRY: ReadonlySet<string> = new Set(['刷新', '重试', '点击重试', '重新加载']);

function scanLine(block: Block): Line {
  const line = judgeLine(block);
  const promotions = promotionsIn(line);
  const cut = promotions.reduce((sum, { from, to }) => sum + to - from, 0);
  return { ...line, promotions, size: line.text.length - cut };
}

function promotionsIn({ block, frame }: Judged): readonly Insertion[] {
  if (frame || block.kind === 'code') return [];
  const text = blockText(block);
  const inside = withNotes(findPromotions(text), text);
  const tail = tailOf(text);
  return tail ? [...inside.filter(({ to }) => to <= tail.from), tail] : inside;
}

function withNotes(promotions: readonly Insertion[], text: string): readonly Insertion[] {
  const notes = editNotes(text);
  if (notes.length === 0) return promotions;
  const others = promotions.filter(
    (one) => !notes.some((note) => one.from < note.to && note.from < one.to),
  );
  return [...others, ...notes].sort((a, b) => a.from - b.from);
}

/** What the site wrote behind the paragraph. */
function tailOf(text: string): Insertion | null {
  const at = promotionTail(text);
  const from = at < 0 ? editorTail(text) : at;
  if (from < 0) return null;
  return { from, to: text.length, insert: '', ...(at < 0 ? { reason: 'metadata' } : {}) };
}

type Judged = Omit<Line, 'promotions' | 'size'>;

function judgeLine(block: Block): Judged {
  const text = blockText(block).trim();
  const nothing = { crumb: null, meta: null, lead: null, pager: null };
  if (text.length > LONGEST || block.kind === 'code') {
    return { block, text, folded: text, frame: null, ...nothing, prose: isProse(text) };
  }
  if (block.kind === 'table-row') return scanRow(block, text);
  const folded = foldLine(text);
  const pager = readPager(folded);
  const crumb = pager ? null : readBreadcrumb(text, folded);
  const lead = readLeadLine(text);
  const frame = frameOf(text, folded, pager);
  const fields = crumb || pager || lead ? null : readMetaLine(text, folded);
  // 本帖最后由… has a date too, but not the document's.
  const isOther = frame !== null && frame.reason !== 'navigation' && fields?.labels === 0;
  const meta = isOther ? null : fields;
  const plain = !frame && !crumb && !meta && !lead && !pager;
  return { block, text, folded, frame, crumb, meta, lead, pager, prose: plain && isProse(text) };
}

/** Layout tables have rows too: only what no data says counts there. */
function scanRow(block: Block, text: string): Judged {
  const folded = foldLine(text).trim();
  const pager = readPager(folded);
  const crumb = pager || text.includes('\t') ? null : readBreadcrumb(text);
  const is = classifyFolded(folded, pager);
  const frame = is?.where === 'anywhere' && is.opens === 'line' ? is : null;
  const plain = !pager && !crumb && !frame;
  return {
    block,
    text,
    folded,
    frame,
    crumb,
    pager,
    meta: null,
    lead: null,
    prose: plain && isProse(text),
  };
}

/** A sentence with promotion in it is a sentence: the promotion is cut out of it later. */
function frameOf(text: string, folded: string, pager: Pager | null): LineClass | null {
  const frame = folded.includes('\n') ? frameOfLines(folded) : classifyFolded(folded, pager);
  if (frame === null || frame.opens !== 'line') return frame;
  // So is one to which the site appended a sentence of its own.
  const tail = promotionTail(text);
  if (tail >= 0 && (isProse(text) || SPOKEN.test(text.slice(0, tail)))) return null;
  if (frame.reason !== 'promotion' || frame.where !== 'anywhere') return frame;
  const edits = findPromotions(text);
  const rest = applyEdits(text, edits).trim();
  if (edits.length === 0 || rest.length < LEAST_REST) return frame;
  // Without brackets nothing says where the promotion ends, unless what is left is a sentence.
  if (!edits.every(({ from }) => BRACKET.test(text.charAt(from))) && !isProse(rest)) return frame;
  return classifyFolded(foldLine(rest).trim());
}

/** “爹，口子开了。” is somebody's, however short. */
const SPOKEN = /^[“「『"].*[。！？!?…][”」』"]\s?$/u;

/** A block of several lines is the frame's if each of them is. */
function frameOfLines(folded: string): LineClass | null {
  const classes = folded
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => classifyFolded(line));
  return classes.every((is) => is !== null) ? (classes[0] ?? null) : null;
}

/** The line has no role in the frame: it is the document's, or nobody's. */
export function isPlain(line: Judged): boolean {
  return !line.frame && !line.crumb && !line.meta && !line.lead && !line.pager;
}
