import type { Block } from '../block.ts';
import type { LineFacts } from '../lines/line-rules.ts';
import { cleanTitle } from './clean-title.ts';
import { frameAuthor } from './frame-author.ts';
import { frameDates } from './frame-date.ts';
import { frameTitle } from './frame-title.ts';
import { type PageFrame, pageFrame } from './page-frame.ts';
import { type PathContext, shelvesOf } from './path-names.ts';
import { readPath, type SitePath } from './site-path.ts';
import { SiteVotes, VOTE } from './site-votes.ts';

/** Below this line is the title, or the text, what the reader sees first of the document. */
const NEAR = 12;
const ROLE_WORTH = { published: 6, none: 4, changed: 2, other: 0 } as const;
const ABOVE = 3;
const MOST_CATEGORIES = 6;

/** What the lines around an extracted text say of its document, read together; the line rules' facts where they are silent. */
export function textFields(
  all: readonly Block[],
  kept: readonly Block[],
  line: LineFacts,
): LineFacts {
  const frame = pageFrame(all, kept);
  const title = frameTitle(frame, line.title ?? '');
  const name = title?.value ?? cleanTitle(line.title ?? '');
  const paths = pathsOf(frame);
  const votes = new SiteVotes(name);
  votes.vote(line.site ?? '', VOTE.line, 'line');
  votes.vote(title?.site ?? '', VOTE.headTitle, 'line');
  votes.read(frame, paths.find((path) => path.strong || path.labelled) ?? null);
  const site = votes.best()?.value ?? null;
  const category = categoryOf(paths, { title: name, sites: site === null ? [] : [site] }, line);
  const publishedAt = line.publishedAt ?? dateIn(frame, title?.at ?? -1);
  const author = frameAuthor({
    frame,
    title: name,
    taken: [...(site === null ? [] : [site]), ...category],
    headParts: [],
  });
  return {
    ...line,
    ...(line.author || author === '' ? {} : { author }),
    ...(name === '' ? {} : { title: name }),
    ...(publishedAt ? { publishedAt } : {}),
    ...(site === null ? { site: '' } : { site }),
    category,
  };
}

/** Paths above the text, those between arrows first. */
function pathsOf({ head }: PageFrame): SitePath[] {
  const paths = head.flatMap(({ text, kept }) => {
    const path = kept ? null : readPath(text);
    return path ? [path] : [];
  });
  const rank = (path: SitePath): number => (path.strong ? 0 : 2) + (path.labelled ? 0 : 1);
  return paths.sort((a, b) => rank(a) - rank(b));
}

function categoryOf(paths: readonly SitePath[], context: PathContext, line: LineFacts): string[] {
  for (const path of paths) {
    const { names, anchored } = shelvesOf(path, context);
    if (anchored && names.length > 0) return names.slice(0, MOST_CATEGORIES);
  }
  const stated = {
    names: line.category ?? [],
    labelled: true,
    shelf: true,
    strong: false,
    bar: false,
  };
  return [...shelvesOf(stated, context).names];
}

/** The day nearest below the title, one that is labelled before others. */
function dateIn({ head }: PageFrame, titleAt: number): string | null {
  let best: { iso: string; worth: number } | null = null;
  for (const [at, { text, kept }] of head.entries()) {
    if (kept && at !== titleAt) continue;
    const distance = titleAt < 0 ? head.length - at : at - titleAt;
    if (Math.abs(distance) > NEAR) continue;
    const away = (distance < 0 ? ABOVE : 0) + Math.abs(distance) / NEAR;
    for (const { iso, role } of frameDates(text)) {
      const worth = ROLE_WORTH[role] - away;
      if (role !== 'other' && (!best || worth > best.worth)) best = { iso, worth };
    }
  }
  return best?.iso ?? null;
}
