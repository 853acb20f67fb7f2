import { wordKey } from './fold.ts';
import type { FrameLine, PageFrame } from './page-frame.ts';
import { ALL_SHELVES, isTitleStep } from './path-names.ts';
import {
  ENTRIES,
  endsMasthead,
  isEntries,
  isPathLine,
  isSiteOf,
  isSloganed,
  isStartOfTitle,
  labelledPerson,
  OWN_ADDRESS,
  RIGHTS,
  WELCOME,
} from './site-lines.ts';
import type { SitePath } from './site-path.ts';
import { cleanSite, isSiteLike, leadName } from './site-word.ts';
import { isMenu } from './title-shape.ts';

/** A name that may be the site's, and how much speaks for it. */
interface Candidate {
  readonly name: string;
  votes: number;
  origin: string;
}

/** What speaks for a name, by where it stands. */
export const VOTE = {
  /** The public account that published the page. */
  account: 8,
  /** <title> beside the document's title. */
  headTitle: 4,
  /** A greeting: 欢迎光临某某网. */
  welcome: 3,
  /** A link to the front page, a logo. */
  home: 2,
  /** First step of the path. */
  path: 2.25,
  labelledPath: 2.5,
  /** Right before its own address. */
  address: 2.5,
  /** An entry of a menu is a shelf. */
  menu: -2,
  /** A step of the path behind the front page, too. */
  shelf: -2,
  /** Who a label says wrote the text: their card has the name again. */
  person: -2,
  /** A line of rights at the page's end. */
  rights: 2,
  /** The line rules' reading. */
  line: 2.25,
  /** The same where the page has stronger sources. */
  weakLine: 1,
  /** The page's first lines. */
  top: [1.5, 0.75, 0.75],
  /** A menu or the path follows. */
  masthead: 1,
  /** Begins a line of the page's end. */
  foot: 1,
  footAndHead: 1.5,
  /** Another line of the frame has it. */
  recurs: 1,
} as const;
const HAN = /\p{Script=Han}/u;
const LEAST = 2.25;
const TOP_LINES = 4;
const MOST_RECURRENCES = 2;

/** Collects votes for names; the same name in other spellings is one. */
export class SiteVotes {
  private readonly found = new Map<string, Candidate>();
  private readonly title: string;

  constructor(title: string) {
    this.title = title;
  }

  /** What a place says that is the site's: known or not. */
  vote(raw: string, votes: number, origin: string): void {
    this.add(raw, votes, origin, true);
  }

  /** What a line says: in Latin letters lines begin with many words, so there it only supports a name. */
  private hint(raw: string, votes: number, origin: string): void {
    this.add(raw, votes, origin, HAN.test(raw));
  }

  private add(raw: string, votes: number, origin: string, isNew: boolean): void {
    const name = cleanSite(raw);
    if (!isNew && !this.found.has(wordKey(name))) return;
    if (!isSiteLike(name) || ALL_SHELVES.test(name) || isTitleStep(name, this.title)) return;
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
      const welcome = WELCOME.exec(text);
      if (welcome) this.hint(welcome[1] ?? welcome[2] ?? welcome[3] ?? '', VOTE.welcome, 'line');
      const lead = leadName(text);
      if (OWN_ADDRESS.test(text.slice(lead.length))) this.hint(lead, VOTE.address, 'line');
    }
    for (const { text } of frame.head) this.hint(labelledPerson(text), VOTE.person, 'line');
    for (const { text, kept } of [...frame.tail, ...frame.foot]) {
      if (!kept) this.readFoot(text, frame.head);
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
    const own = best ? (this.siteOf(best, least) ?? best) : null;
    return own ? { value: own.name, origin: own.origin } : null;
  }

  /** 某某县政府全球资讯网 above the text, 某某县政府 in the line of rights: who owns the site, and the site. */
  private siteOf(owner: Candidate, least: number): Candidate | null {
    const names = [...this.found.values()].filter(({ votes }) => votes >= least);
    return names.find(({ name }) => isSiteOf(name, owner.name)) ?? null;
  }

  private readTop(head: readonly FrameLine[]): void {
    const title = wordKey(this.title);
    let found = 0;
    for (const [at, line] of head.slice(0, TOP_LINES).entries()) {
      if ((line.kept && at > 0) || isPathLine(line)) continue;
      if (title !== '' && wordKey(line.text).includes(title)) break;
      if (this.readMasthead(head, at, found)) found += 1;
    }
  }

  /** Whether the line is another name by its looks; `found` are above it. */
  private readMasthead(head: readonly FrameLine[], at: number, found: number): boolean {
    const text = head[at]?.text ?? '';
    const name = leadName(text);
    if (isMenu(text)) this.hint(name, VOTE.top[isSloganed(head, at) ? 0 : 1], 'masthead');
    if (isMenu(text) || !isSiteLike(cleanSite(name))) return false;
    const ends = head.slice(at + 1, at + 3).some(endsMasthead);
    this.hint(name, (VOTE.top[found] ?? 0) + (ends ? VOTE.masthead : 0), 'masthead');
    return true;
  }

  /** The end of the page supports names; a new one only if the page's head has it too. */
  private readFoot(text: string, head: readonly FrameLine[]): void {
    const rights = RIGHTS.exec(text);
    if (rights) {
      this.hint(rights[1] ?? rights[2] ?? '', VOTE.rights, 'line');
      return;
    }
    const lead = cleanSite(leadName(text));
    const key = wordKey(lead);
    // A list of other documents has this one, too: its title begins with no site.
    if (isStartOfTitle(key, this.title)) return;
    if (key === '' || lead.length >= text.length) return;
    const isKnown = this.found.has(key);
    if (isKnown || head.some((line) => !line.kept && wordKey(line.text).includes(key))) {
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
