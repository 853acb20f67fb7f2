import { Converter } from 'opencc-js';

/** What other sites do to a text they take over. */
export const EDITS = [
  'mirror',
  'header',
  'corrected',
  'cut to 70 %',
  'cut to 40 %',
  'page 1 of 2',
  'page 2 of 3',
  'traditional',
] as const;
export type Edit = (typeof EDITS)[number];

const toTraditional = Converter({ from: 'cn', to: 'twp' });
const SENTENCE_END = /(?<=[。！？!?…]|\.\s)/;
const WIDE: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '（': '(',
  '）': ')',
};
const WIDE_SIGN = /[，：；（）]/g;
const LEADS = [
  '以下是小编为大家整理的内容，仅供参考，希望能够帮助到大家。',
  '下面给大家分享的这篇文章，欢迎阅读与收藏。',
  'The following article was first published elsewhere; we reprint it here for our readers.',
];
const TAILS = [
  '以上就是本文的全部内容，更多精彩范文请关注本站其他栏目，感谢您的阅读。',
  '本文来自网络，版权归原作者所有，如有侵权请联系我们删除。',
  'If you liked this article, read our other stories and subscribe to the newsletter.',
];

/** A text as it stands on another page after an edit; null if the edit does not apply to it. */
export function editedCopy(text: string, edit: Edit, seed: number): string | null {
  const lines = text.split('\n');
  const at = (share: number): number => Math.round(text.length * share);
  switch (edit) {
    case 'mirror': // other signs and line breaks, a lead and a tail of the other site
      return [
        LEADS[seed % LEADS.length],
        ...lines
          .map((line) => line.replaceAll(WIDE_SIGN, (sign) => WIDE[sign] ?? sign))
          .flatMap(broken),
        TAILS[seed % TAILS.length],
      ].join('\n');
    case 'header': // title, author and date lines are others
      return [
        `转载 ${seed}：另一个标题`,
        `作者：网友${seed}  2024-0${(seed % 9) + 1}-11`,
        ...lines.slice(1),
      ].join('\n');
    case 'corrected': // one sign in 150 is another
      return [...text]
        .map((sign, n) => ((n * 7 + seed) % 150 === 0 && sign.trim() ? '某' : sign))
        .join('');
    case 'cut to 70 %':
      return toSentence(text.slice(0, at(0.7)));
    case 'cut to 40 %':
      return toSentence(text.slice(0, at(0.4)));
    case 'page 1 of 2':
      return toSentence(text.slice(0, at(0.5)));
    case 'page 2 of 3':
      return text.slice(at(1 / 3), at(2 / 3));
    case 'traditional': {
      const converted = toTraditional(text);
      return converted === text ? null : converted;
    }
  }
}

/** Another text in which part of this one is quoted: not a copy of either. */
export function quoting(other: string, text: string, share: number): string {
  const length = Math.round(Math.min(text.length, other.length) * share);
  const start = text.length - length;
  const lines = other.split('\n');
  const middle = Math.ceil(lines.length / 2);
  return [
    ...lines.slice(0, middle),
    text.slice(start, start + length),
    ...lines.slice(middle),
  ].join('\n');
}

/** A long line as two paragraphs. */
function broken(line: string): string[] {
  const sentences = line.split(SENTENCE_END);
  if (sentences.length < 4) return [line];
  const middle = sentences.length >> 1;
  return [sentences.slice(0, middle).join(''), sentences.slice(middle).join('')];
}

function toSentence(text: string): string {
  const sentences = text.split(SENTENCE_END);
  return sentences.length > 1 ? sentences.slice(0, -1).join('') : text;
}
