const CLOSERS = '”’）》〉】〕」』';
const OPENERS = '“‘（《〈【〔「『';
const UNFIT = 6;
const UNUSUAL = 2;
const QUESTIONS = /[什哪谁几吗呢么何否多怎][^，。；]{0,12}$/;
const INTRODUCES = /(?:如下|以下|包括|分别|内容|要求|标准|原则|方案)$/;
const SENTENCE_END = /[。！？]$/;

/** What stands around a mark. */
export interface Around {
  readonly left: string;
  /** What follows; null where the bytes behind it are shifted and tell no marks. */
  readonly right: string | null;
  /** Nothing follows. */
  readonly isLast: boolean;
}

/**
 * How ill a mark fits what stands around it, in nats: closers need what they close and openers what closes them,
 * paragraphs end in few marks.
 */
export function markFit(unit: number, around: Around): number {
  const mark = String.fromCharCode(unit);
  const closer = CLOSERS.indexOf(mark);
  if (closer >= 0) return closerFit(closer, around);
  if (around.isLast) return lastMarkFit(mark, around.left);
  const opener = OPENERS.indexOf(mark);
  return opener >= 0 && around.right !== null ? openerFit(opener, around.left, around.right) : 0;
}

function closerFit(pair: number, { left, right, isLast }: Around): number {
  if (!isOpen(pair, left)) return UNFIT;
  if (right !== null && closes(pair, right)) return UNFIT;
  return isLast || right !== null || SENTENCE_END.test(left) ? -UNFIT : 0;
}

/** ！?1417次列车” is 。“1417次列车”. */
function openerFit(pair: number, left: string, right: string): number {
  if (!closes(pair, right)) return UNUSUAL;
  return isOpen(pair, left) ? UNFIT : -UNFIT;
}

function isOpen(pair: number, left: string): boolean {
  const opened = left.lastIndexOf(OPENERS.charAt(pair));
  return opened >= 0 && left.indexOf(CLOSERS.charAt(pair), opened) < 0;
}

/** Does the text close what was opened before it? */
function closes(pair: number, right: string): boolean {
  const closed = right.indexOf(CLOSERS.charAt(pair));
  const opened = right.indexOf(OPENERS.charAt(pair));
  return closed >= 0 && (opened < 0 || closed < opened);
}

function lastMarkFit(mark: string, left: string): number {
  if (OPENERS.includes(mark) || '，、'.includes(mark)) return UNFIT;
  if (mark === '：') return INTRODUCES.test(left) ? -UNFIT : UNUSUAL;
  if (mark === '？') return QUESTIONS.test(left) ? -UNFIT : UNUSUAL;
  return mark === '。' && SENTENCE_END.test(left) ? UNFIT : 0;
}
