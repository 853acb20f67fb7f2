/** Markup that is shown on purpose: &lt;p&gt;, &lt;/a&gt;, &lt;!--. */
const MARKUP = /&lt; ?[/!?a-z]/i;
const HAN = /\p{sc=Han}/u;
/** 系数&gt;1.0, b&gt;=0 */
const NUMBER_AFTER = /^=?\s?[-+±]?\d/u;
/** 首页 &gt; 公文: a path has no sentence. */
const SENTENCE = /[。！？；，,;]/u;
const BLANK_BEFORE = /[^\s,](?:\s|&nbsp;)$/u;
const BLANK_AFTER = /^(?:\s|&nbsp;)[^\s,]/u;
const ARROW = '&gt;';
const REACH = 8;
const AROUND = 120;

interface Entity {
  readonly from: number;
  readonly to: number;
  readonly name: string | undefined;
}

/**
 * The sign that &lt; or &gt; stands for in a Chinese line that shows no markup: before a number, between the steps of a
 * path, in an arrow; null for other entities and where the sentence may speak of the entity itself.
 */
export function comparison(line: string, { from, to, name }: Entity): string | null {
  if (name !== 'lt' && name !== 'gt') return null;
  const around = line.slice(Math.max(0, from - AROUND), to + AROUND);
  if (MARKUP.test(around) || !HAN.test(around)) return null;
  const before = line.slice(Math.max(0, from - REACH), from);
  const after = line.slice(to, to + REACH);
  const isStep =
    name === 'gt' &&
    BLANK_BEFORE.test(before) &&
    BLANK_AFTER.test(after) &&
    !SENTENCE.test(around.replaceAll(ENTITY, ''));
  const isArrow = name === 'gt' && (before.endsWith(ARROW) || after.startsWith(ARROW));
  if (!NUMBER_AFTER.test(after) && !isStep && !isArrow) return null;
  return name === 'lt' ? '<' : '>';
}

const ENTITY = /&[a-z]{2,8};/g;
