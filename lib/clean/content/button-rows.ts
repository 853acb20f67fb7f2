import { type ChildNode, Text } from 'domhandler';
import { PageElement } from '../dom/page-element.ts';
import { subtreeText } from '../dom/subtree-text.ts';
import { isBlank } from './heading-tools.ts';
import type { PageFeatures } from './page-features.ts';

const LEAST_BUTTONS = 2;
const MOST_CHILDREN = 40;
const LONGEST = 80;
/** A link that leads nowhere is served by a script. */
const NOWHERE = /^(?:#|javascript:.{0,80})?$/iu;
const SEPARATOR = /^[\s|｜│·•/／、,，]{1,8}$/u;

/**
 * Blocks that are nothing but links that lead nowhere: what the reader can do here, whatever the site calls it (添枝 剪叶
 * 朗诵). A link with a name is a place in the text.
 */
export function buttonRows({ owners, measures }: PageFeatures): ReadonlySet<number> {
  const found = new Set<number>();
  owners.forEach((owner, index) => {
    const size = measures[index]?.text.length ?? 0;
    if (owner && size > 0 && size <= LONGEST && isButtonRow(owner)) found.add(index);
  });
  return found;
}

function isButtonRow({ children }: PageElement): boolean {
  if (children.length < LEAST_BUTTONS || children.length > MOST_CHILDREN) return false;
  const parts = children.filter((child) => !isBlank(child));
  if (parts.filter(isButton).length < LEAST_BUTTONS) return false;
  return parts.every(isPart) || isVote(parts);
}

/** 听得明白吗？ 明白(44) 糊涂(3): a question, and how often each of its buttons was pressed. */
function isVote([asked, ...answers]: readonly ChildNode[]): boolean {
  return asked instanceof Text && ASKED.test(asked.data) && answers.every(isCounted);
}

const ASKED = /^\s{0,40}[^？?]{2,12}[？?]\s{0,40}$/u;
const COUNT_END = /[（(]\d{1,7}[）)]\s?$/u;

const isCounted = (child: ChildNode): boolean =>
  isSeparator(child) ||
  (child instanceof PageElement && isButton(child) && COUNT_END.test(subtreeText(child, LONGEST)));

const isPart = (child: ChildNode): boolean => isButton(child) || isSeparator(child);

function isButton(child: ChildNode): boolean {
  if (!(child instanceof PageElement) || child.name !== 'a') return false;
  const isPlace = child.attribute('name') !== undefined || child.attribute('id') !== undefined;
  return !isPlace && NOWHERE.test(child.attribute('href') ?? '');
}

const isSeparator = (child: ChildNode): boolean =>
  child instanceof Text && SEPARATOR.test(child.data);
