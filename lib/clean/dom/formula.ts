import { PageElement } from './page-element.ts';
import { subtreeText } from './subtree-text.ts';

/** TeX source of a MathML element: its annotation or its alttext; null if there is neither. */
export function formulaSource(math: PageElement): string | null {
  const pending: PageElement[] = [math];
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (at.name === 'annotation' && at.attribute('encoding')?.includes('tex')) {
      return subtreeText(at) || null;
    }
    for (const child of at.children) if (child instanceof PageElement) pending.push(child);
  }
  return math.attribute('alttext')?.trim() || null;
}
