import type { DocumentBlock, Fix, TracedSpan } from '#lib/model/page-trace.ts';
import { h } from './dom.ts';

const MARKS: Readonly<Record<string, keyof HTMLElementTagNameMap>> = {
  strong: 'strong',
  emphasis: 'em',
  code: 'code',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
};

/** The document as it reads; what a repair changed is marked and tells what it was. */
export function afterPane(blocks: readonly DocumentBlock[]): HTMLElement[] {
  const shown: HTMLElement[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (!block) break;
    let end = at + 1;
    while (isGrouped(block, blocks[end])) end += 1;
    shown.push(groupElement(block, blocks.slice(at, end)));
    at = end;
  }
  return shown;
}

function isGrouped(first: DocumentBlock, next: DocumentBlock | undefined): boolean {
  if (!next || next.kind !== first.kind) return false;
  return (first.kind === 'table-row' || first.kind === 'list-item') && next.group === first.group;
}

function groupElement(block: DocumentBlock, group: readonly DocumentBlock[]): HTMLElement {
  switch (block.kind) {
    case 'table-row':
      return h(
        'div',
        { class: 'table-scroller' },
        h('table', {}, h('tbody', {}, ...group.map(tableRow))),
      );
    case 'list-item':
      return h('ul', { class: 'items' }, ...group.map(listItem));
    case 'heading':
      return h(block.level <= 2 ? 'h3' : 'h4', placeOf(block), ...inline(block));
    case 'quote':
      return h('blockquote', placeOf(block), ...inline(block));
    case 'code':
      return h('pre', placeOf(block), ...inline(block));
    case 'rule':
      return h('hr');
    default:
      return h('p', placeOf(block), ...inline(block));
  }
}

function placeOf({ from }: DocumentBlock) {
  return { 'data-from': from };
}

function tableRow(block: DocumentBlock): HTMLElement {
  let offset = 0;
  const cells = block.cells.map((spans) => {
    const cell = h(block.header ? 'th' : 'td', {}, ...spansWith(spans, block.fixes, offset));
    offset += spans.reduce((sum, { text }) => sum + text.length, 0) + 1;
    return cell;
  });
  return h('tr', placeOf(block), ...cells);
}

function listItem(block: DocumentBlock): HTMLElement {
  const marker = block.ordinal === null ? '•' : `${block.ordinal}.`;
  return h(
    'li',
    { ...placeOf(block), class: `depth-${Math.min(5, block.level)}` },
    h('span', { class: 'marker', 'aria-hidden': 'true' }, `${marker} `),
    ...inline(block),
  );
}

function inline(block: DocumentBlock): Node[] {
  return spansWith(block.cells[0] ?? [], block.fixes, 0);
}

/** The spans of a cell that begins at `start`, parted where repairs changed something. */
function spansWith(spans: readonly TracedSpan[], fixes: readonly Fix[], start: number): Node[] {
  const nodes: Node[] = [];
  let offset = start;
  for (const span of spans) {
    if (span.image !== undefined) nodes.push(h('span', { class: 'image' }, imageText(span.image)));
    let at = 0;
    for (const fix of fixes) {
      const from = Math.max(at, fix.from - offset);
      const to = Math.min(span.text.length, fix.to - offset);
      if (from > span.text.length || to < at || fix.to <= fix.from || to <= from) continue;
      nodes.push(
        formatted(span, span.text.slice(at, from)),
        fixed(span, span.text.slice(from, to), fix),
      );
      at = to;
    }
    nodes.push(formatted(span, span.text.slice(at)));
    offset += span.text.length;
  }
  return nodes.filter((node) => node.textContent !== '');
}

function imageText(alt: string): string {
  return alt === '' ? 'image' : `image: ${alt}`;
}

function fixed(span: TracedSpan, text: string, { was, repairs }: Fix): Node {
  return h(
    'mark',
    { class: 'fixed', title: `was: ${was} (${repairs.join(', ')})` },
    formatted(span, text),
  );
}

function formatted({ marks = [], href }: TracedSpan, text: string): Node {
  let node: Node = document.createTextNode(text);
  if (text === '') return node;
  for (const mark of marks) {
    const name = MARKS[mark];
    if (name) node = h(name, {}, node);
  }
  return href ? h('span', { class: 'anchor', title: href }, node) : node;
}
