const CLOSERS = '”’）》〉】〕」』';
const OPENERS = '“‘（《〈【〔「『';
const UNFIT = 6;
const UNUSUAL = 2;
const QUESTIONS = /[什哪谁几吗呢么何否多怎][^，。；]{0,12}$/;
const INTRODUCES = /(?:如下|以下|包括|分别|内容|要求|标准|原则|方案)$/;
const SENTENCE_END = /[。！？]$/;

/** How ill a mark fits what was said before it, in nats: closers need what they close, paragraphs end in few marks. */
export function markFit(unit: number, left: string, isLast: boolean): number {
  const mark = String.fromCharCode(unit);
  const closer = CLOSERS.indexOf(mark);
  if (closer < 0) return isLast ? lastMarkFit(mark, left) : 0;
  const opened = left.lastIndexOf(OPENERS.charAt(closer));
  const isOpen = opened >= 0 && left.indexOf(CLOSERS.charAt(closer), opened) < 0;
  if (!isOpen) return UNFIT;
  return isLast || SENTENCE_END.test(left) ? -UNFIT : 0;
}

function lastMarkFit(mark: string, left: string): number {
  if (OPENERS.includes(mark) || '，、'.includes(mark)) return UNFIT;
  if (mark === '：') return INTRODUCES.test(left) ? -UNFIT : UNUSUAL;
  if (mark === '？') return QUESTIONS.test(left) ? -UNFIT : UNUSUAL;
  return mark === '。' && SENTENCE_END.test(left) ? UNFIT : 0;
}
