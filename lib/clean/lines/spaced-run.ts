/**
 * A page whose line ends an extractor turned into blanks. Chinese has no blank behind the end of a sentence: where
 * one stands there again and again, the blanks of the run are its line ends.
 */
import { namesEra } from '../metadata/byline.ts';
import { foldLine } from './fold-line.ts';
import { findLabels } from './meta-labels.ts';
import { OPENS } from './raw-line.ts';

/** Sentences with a blank behind them it takes to say so. */
const MIN_ENDED = 5;
/** Words parted by blanks (a segmented text, verse in one line) are shorter than lines are on the average. */
const LEAST_MEAN = 9;
/** So many short pieces side by side are one line: a menu, a row of buttons, the cells of a table. */
const MIN_ROW = 4;
const LONGEST_WORD = 8;
/** A bracket that is not closed within so many characters holds no line together. */
const LONGEST_BRACKET = 80;
/** Nor one with more blanks in it. */
const AHEAD = 4;

const BLANK = '[\\u0020\\u00a0\\t\\u3000]';
const CLOSED = '[”’」』】）)]';
const ENDED = `(?:[。！？…；：][”’」』）)】]?|${CLOSED})`;
/** Before two blanks an ASCII sign ends a line too. */
const ENDED_WIDE = `(?:[。！？…；：!?;:][”’」』）)】]?|${CLOSED})`;
const BEGINS = '(?=[\\p{sc=Han}“‘「『（【《〈\\d])';
/** Where paragraphs are indented two blanks or more end a line, and one alone is the text's own. */
const WIDE = {
  ended: new RegExp(`${ENDED_WIDE}${BLANK}{2,8}${BEGINS}`, 'gu'),
  end: /[ \u00a0\t\u3000]{2,}/u,
};
const SINGLE = { ended: new RegExp(`${ENDED}[ \\u00a0]${BEGINS}`, 'gu'), end: /[ \u00a0]+/u };

/** Signs between the steps of a path and the fields of a row have blanks around them. */
const SIGN_LAST = /(?:[›»→〉|｜┆┊·/=~，、-]|(?<!.[>＞])[>＞])$/u;
const SIGN_FIRST = /^(?:[>›»→〉|｜┆┊·/=~＞，。；：！？”’」』）)】》〉】］\])-]|\p{P}$)/u;
const PLACE = /(?:位置|栏目|路径)[:：]$/u;
/** A lone word in letters or figures stands inside a line: 共 6 页, 登录 www…; a date does not. */
const LONE_WORD = /^[\x21-\x7e]{1,60}$/u;
const LETTER = /[A-Za-z\d]/u;
const DATE = /^\(?(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\)?$/u;
const NEIGHBOUR = /^[上下前后][一1]?[篇页条则章个][:：]?$/u;
const ORIGINAL = /^原[创創][：:]?$/u;
/** The word, a writer, an account, a day. */
const ACCOUNT_ROW = 4;
const LONGEST_NAME = 16;
const OPEN_BRACKET = /[【［[（(](?=[^】］\])）]{0,200}$)/u;
const CLOSES = /[】］\])）]/u;
const COLON_LAST = /[:：]$/u;
const SAYS_MORE = /[。！？：:]$|.{30}/u;
const SENTENCE = /[。，；！？：:]/u;

/** The lines of such a run; `null` if it is none. */
export function splitSpacedRun(run: string): string[] | null {
  for (const { ended, end } of [WIDE, SINGLE]) {
    if ((run.match(ended)?.length ?? 0) < MIN_ENDED) continue;
    const pieces = run.split(end).filter((piece) => piece !== '');
    if (run.length >= pieces.length * LEAST_MEAN) return joinRows(joinPieces(pieces));
  }
  return null;
}

/** A line so far: its first and last piece, and its end. */
interface Open {
  readonly pieces: string[];
  end: string;
}

/** Pieces that a blank inside a line parted. */
function joinPieces(pieces: readonly string[]): string[] {
  const lines: Open[] = [];
  for (const [index, piece] of pieces.entries()) {
    const line = lines.at(-1);
    if (line && isOneLine(line, pieces.slice(index, index + AHEAD))) {
      line.pieces.push(piece);
      line.end = `${line.end} ${piece}`.slice(-LONGEST_BRACKET);
    } else lines.push({ pieces: [piece], end: piece.slice(-LONGEST_BRACKET) });
  }
  return lines.map((line) => line.pieces.join(' '));
}

function isOneLine({ pieces, end }: Open, ahead: readonly string[]): boolean {
  const piece = ahead[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (SIGN_LAST.test(last) || SIGN_FIRST.test(piece) || isWord(last) || isWord(piece)) return true;
  if (isAccountRow(pieces, piece)) return true;
  if (NEIGHBOUR.test(last) || PLACE.test(last) || isClosedBy(end, ahead)) return true;
  if (OPENS.test(piece) || !isLabelled(pieces[0] ?? '')) return false;
  return isLabelled(piece) || DATE.test(piece) || isValue(last, piece);
}

/** 原创： 阿晚 晚风食堂 2021-07-22: who wrote for which account, and when. */
function isAccountRow(pieces: readonly string[], piece: string): boolean {
  if (!ORIGINAL.test(pieces[0] ?? '') || pieces.length >= ACCOUNT_ROW) return false;
  if (DATE.test(pieces.at(-1) ?? '')) return false;
  return DATE.test(piece) || (piece.length <= LONGEST_NAME && !SENTENCE.test(piece));
}

/** A word in letters or figures; a date is none. */
function isWord(piece: string): boolean {
  return LONE_WORD.test(piece) && LETTER.test(piece) && !DATE.test(piece);
}

/** A bracket of the line is closed by what follows. */
function isClosedBy(end: string, ahead: readonly string[]): boolean {
  return (
    OPEN_BRACKET.test(end) && ahead.some((piece) => CLOSES.test(piece.slice(0, LONGEST_BRACKET)))
  );
}

/** 更新时间：2015-10-08 */
function isLabelled(piece: string): boolean {
  return piece.length <= LONGEST_BRACKET && findLabels(foldLine(piece))[0]?.from === 0;
}

/** 作者： 未知 */
function isValue(last: string, piece: string): boolean {
  return isLabelled(last) && COLON_LAST.test(last) && !SAYS_MORE.test(piece);
}

/** A menu has many short words side by side, a row of buttons too. */
function joinRows(lines: readonly string[]): string[] {
  const rows: string[] = [];
  let row: string[] = [];
  const close = (): void => {
    if (row.length >= MIN_ROW) rows.push(row.join(' '));
    else rows.push(...row);
    row = [];
  };
  for (const line of lines) {
    if (row.length > 0 && namesEra(line)) {
      // 诗文 名句 作者 卖墨者说 〔清〕林知微: above who wrote stands the title, whatever is above that.
      const title = row.pop() ?? '';
      close();
      rows.push(title, line);
    } else if (line.length <= LONGEST_WORD && !SENTENCE.test(line)) row.push(line);
    else {
      close();
      rows.push(line);
    }
  }
  close();
  return rows;
}
