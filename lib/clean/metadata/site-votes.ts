import { wordKey } from './fold.ts';
import type { FrameLine, PageFrame } from './page-frame.ts';
import { ALL_SHELVES, isTitleStep } from './path-names.ts';
import {
  ACCOUNT_LINE,
  ENTRIES,
  endsMasthead,
  fullNameOf,
  isAboveColumn,
  isAboveHome,
  isEntries,
  isPathLine,
  isSiteNoun,
  isSloganed,
  isStartOfTitle,
  isToolLine,
  labelledPerson,
  leadsMenu,
  RIGHTS,
} from './site-lines.ts';
import type { SitePath } from './site-path.ts';
import { cleanSite, isSiteLike, leadName } from './site-word.ts';
import { statedSites } from './stated-sites.ts';
import { isMenu } from './title-shape.ts';
import { VOTE } from './vote.ts';

/** A name that may be the site's, and how much speaks for it. */
interface Candidate {
  readonly name: string;
  votes: number;
  origin: string;
}

const HAN = /\p{Script=Han}/u;
const LEAST = 2.25;
/** What stands beside the title is not the title, though 某某协会章程 begins with it. */
const BESIDE_TITLE = 'head-title';
const TOP_LINES = 4;
const MOST_RECURRENCES = 2;
const LABELS = /^\s?[:：]/u;
/** 阿蒲的小厨 回复 豆芽菜：可以的 */
const ANSWERS = /^\s?(?:回复|回覆)\s?\S/u;

/** Collects votes for names; the same name in other spellings is one. */
export class SiteVotes {
  private readonly found = new Map<string, Candidate>();
  private readonly title: string;

  constructor(title: string) {
    this.title = title;
  }

  /** What a place says that is the site's: known or not. */
  vote(raw: string, votes: number, origin: string): void {
    this.add(raw, votes, origin, true, origin === BESIDE_TITLE);
  }

  /** What a line says: in Latin letters lines begin with many words, so there it only supports a name. */
  private hint(raw: string, votes: number, origin: string): void {
    this.add(raw, votes, origin, HAN.test(raw));
  }

  private add(raw: string, votes: number, origin: string, isNew: boolean, isApart = false): void {
    const name = cleanSite(raw);
    if (!isNew && !this.found.has(wordKey(name))) return;
    if (!isSiteLike(name) || ALL_SHELVES.test(name)) return;
    if (!isApart && isTitleStep(name, this.title)) return;
    const key = wordKey(name);
    const known = this.found.get(key);
    if (!known) this.found.set(key, { name, votes, origin });
    else {
      if (votes >= VOTE.path && known.votes < votes) known.origin = origin;
      known.votes += votes;
    }
  }

  /** Votes of what the page's lines say; `path` is where it says it stands. */
  read(frame: PageFrame, path: SitePath | null): void {
    const lines = [...frame.head, ...frame.tail, ...frame.foot].filter(({ kept }) => !kept);
    this.readTop(frame.head);
    if (path) this.readSteps(path);
    for (const { text } of lines) {
      for (const [name, votes] of statedSites(text)) this.hint(name, votes, 'line');
      const account = ACCOUNT_LINE.exec(text)?.[2];
      if (account) this.vote(account, VOTE.account, 'line');
    }
    for (const { text } of frame.head) this.hint(labelledPerson(text), VOTE.person, 'line');
    const headKeys = frame.head.filter(({ kept }) => !kept).map(({ text }) => wordKey(text));
    for (const { text, kept } of [...frame.tail, ...frame.foot]) {
      if (!kept) this.readFoot(text, headKeys);
    }
    this.countRecurrences(lines);
  }

  /** The first step may be the site, the others are its shelves. */
  private readSteps({ names: [first = '', ...shelves], labelled, shelf }: SitePath): void {
    if (shelves.length === 0 || (shelf && shelves.length < 2)) return;
    this.hint(first, labelled ? VOTE.labelledPath : VOTE.path, 'breadcrumb');
    for (const name of shelves) this.hint(name, VOTE.shelf, 'breadcrumb');
  }

  /** The name with the most votes, the longer of two that have as many; null below a threshold. */
  best(least = LEAST): { readonly value: string; readonly origin: string } | null {
    let best: Candidate | null = null;
    for (const one of this.found.values()) {
      if (one.votes < least) continue;
      const isMore = best === null || one.votes > best.votes;
      if (isMore || (best && one.votes === best.votes && one.name.length > best.name.length))
        best = one;
    }
    const names = [...this.found.values()].filter(({ votes }) => votes >= least);
    const own = best ? (fullNameOf(best, names) ?? best) : null;
    return own ? { value: own.name, origin: own.origin } : null;
  }

  private readTop(head: readonly FrameLine[]): void {
    const title = wordKey(this.title);
    let found = 0;
    const titleAt = head.findLastIndex(({ text, kept }) => !kept && wordKey(text) === title);
    for (const [at, line] of head.slice(0, TOP_LINES).entries()) {
      if ((line.kept && at > 0) || isPathLine(line)) continue;
      if (title !== '' && wordKey(line.text).includes(title)) {
        // The page's <title> stands above its masthead.
        if (at === 0 && titleAt > 0) continue;
        break;
      }
      if (this.readMasthead(head, at, found)) found += 1;
    }
    this.readAboveHome(head);
  }

  /** A masthead further down, below links to log in and to other versions of the page. */
  private readAboveHome(head: readonly FrameLine[]): void {
    for (const [at, { text, kept }] of head.entries()) {
      if (kept || at < TOP_LINES || !isAboveHome(head, at) || !isAboveColumn(head, at)) continue;
      this.hint(leadName(text), VOTE.top[0] + VOTE.masthead, 'masthead');
    }
  }

  /** Whether the line is another name by its looks; `found` are above it. */
  private readMasthead(head: readonly FrameLine[], at: number, found: number): boolean {
    const text = head[at]?.text ?? '';
    const name = leadName(text);
    if (isMenu(text)) this.readMenu(head, at, name);
    if (isMenu(text) || !isSiteLike(cleanSite(name))) return false;
    if (isToolLine(text)) return false;
    const below = head
      .slice(at + 1, at + 1 + TOP_LINES)
      .filter((one) => endsMasthead(one) || !isToolLine(one.text));
    const ends = below.slice(0, 2).some(endsMasthead) || isAboveColumn(head, at);
    const named = at === 0 && isSiteNoun(name) ? VOTE.named : 0;
    this.hint(name, (VOTE.top[found] ?? 0) + (ends ? VOTE.masthead : 0) + named, 'masthead');
    return true;
  }

  private readMenu(head: readonly FrameLine[], at: number, name: string): void {
    const isLead = at === 0 && leadsMenu(head[at]?.text ?? '');
    const votes = isLead || isSloganed(head, at) ? VOTE.top[0] : VOTE.top[1];
    this.hint(name, votes + (isLead ? VOTE.masthead : 0), 'masthead');
  }

  /** The end of the page supports names; a new one only if the page's head has it too. */
  private readFoot(text: string, headKeys: readonly string[]): void {
    const rights = RIGHTS.exec(text);
    if (rights) {
      this.hint(rights[1] ?? rights[2] ?? '', VOTE.rights, 'line');
      return;
    }
    const lead = cleanSite(leadName(text));
    const key = wordKey(lead);
    if (key === '' || lead.length >= text.length || ANSWERS.test(text.slice(lead.length))) return;
    // A list of other documents has this one, too: its title begins with no site.
    if (isStartOfTitle(key, this.title)) return;
    const isKnown = this.found.has(key);
    // 国旗下讲话：珍惜粮食: a neighbour's kind, which the menu has too.
    if (!isKnown && LABELS.test(text.slice(lead.length))) return;
    if (isKnown || headKeys.some((one) => one.includes(key))) {
      this.hint(lead, isKnown ? VOTE.foot : VOTE.footAndHead, 'line');
    }
  }

  private countRecurrences(lines: readonly FrameLine[]): void {
    const menus: string[] = [];
    const others: string[] = [];
    for (const line of lines) (isEntries(line) ? menus : others).push(line.text);
    const entries = new Set(menus.flatMap((text) => text.split(ENTRIES)).map(wordKey));
    const keys = others.map(wordKey);
    const menuKeys = menus.map(wordKey);
    for (const [key, candidate] of this.found) {
      const leads = menuKeys.filter((one) => one.startsWith(key)).length;
      const having = keys.filter((one) => one.includes(key)).length + leads - 1;
      candidate.votes += VOTE.recurs * Math.max(0, Math.min(MOST_RECURRENCES, having));
      if (entries.has(key) && leads === 0) candidate.votes += VOTE.menu;
    }
  }
}
