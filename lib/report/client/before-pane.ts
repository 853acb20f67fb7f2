import type { Piece, TracedBlock } from '#lib/model/page-trace.ts';
import { h } from './dom.ts';

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

/** The page as fetched: removed pieces struck through by reason, repairs as old and new. */
export function beforePane(blocks: readonly TracedBlock[]): HTMLElement[] {
  return blocks.map((block, index) =>
    h(
      'div',
      { class: `block ${block.kind}`, 'data-block': index, title: block.where },
      ...content(block),
    ),
  );
}

function content(block: TracedBlock): (Node | null)[] {
  const marker =
    block.kind === 'list-item' ? (block.ordinal === null ? '• ' : `${block.ordinal}. `) : '';
  const images = (block.images ?? []).map((alt) => {
    const label = alt === '' ? 'image' : `image: ${alt}`;
    const shown = h('span', { class: 'image' }, label);
    return block.reason ? removed([shown], block.reason, '') : shown;
  });
  return [
    marker === '' ? null : h('span', { class: 'marker', 'aria-hidden': 'true' }, marker),
    ...block.pieces.map(pieceElement),
    ...images,
  ];
}

function pieceElement(piece: Piece): Node {
  const { text, now, repairs = [], reason, step = '' } = piece;
  if (reason) return removed(textNodes(text), reason, step);
  if (now === undefined) return h('span', {}, ...textNodes(text));
  return h(
    'span',
    {
      class: 'fix change',
      'data-repair': repairs.join(' '),
      title: `repair: ${repairs.join(', ')}`,
    },
    text === '' ? null : h('del', {}, ...visible(text)),
    now === '' ? null : h('ins', {}, ...textNodes(now)),
  );
}

function removed(children: readonly Node[], reason: string, step: string): HTMLElement {
  const title = step === '' ? reason : `${reason}, by ${step}`;
  return h(
    'del',
    { class: `cut change reason-${reason}`, 'data-reason': reason, title },
    ...children,
  );
}

/** Text with cells parted by a visible sign and line ends as they are. */
function textNodes(text: string): Node[] {
  return text
    .split('\t')
    .flatMap((part, index) => [
      ...(index > 0 ? [h('span', { class: 'cell' }, ' │ ')] : []),
      document.createTextNode(part),
    ]);
}

/** Characters nobody sees are shown by their code points. */
function visible(text: string): Node[] {
  if (!INVISIBLE.test(text)) return textNodes(text);
  return [...text].map((sign) => {
    if (!INVISIBLE.test(sign)) return document.createTextNode(sign);
    const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return h('span', { class: 'invisible', title: `U+${code}` }, `U+${code}`);
  });
}
