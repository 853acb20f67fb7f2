const SYNTAX = /[\\`*[\]<~|$]/g;
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const ENTITY = /&(?=[#\p{L}])/gu;

/** Line beginnings that would open a heading, quote, list, rule, table or setext underline. */
const LINE_START = /^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|=+\s*$|[-:](?=[\s:|-]*$))/u;
const NUMBER_START = /^(\d{1,9})([.)])(?=\s|$)/u;

/** A formula as TeX between dollar signs; money has no TeX syntax in it. */
const FORMULA = /\$([^$`|\n]{1,2000})\$/g;
const TEX = /[\\^_{}]/;
/** Inside a link's text this could be read as the end of a label. */
const LABEL_END = /\][:(]/;

/**
 * Text so that Markdown shows exactly its characters, wherever in a line it stands. Formulas ($x_1$) become $`x_1`$,
 * which GFM sets as mathematics and CommonMark shows as code.
 */
export function escapeInline(text: string): string {
  if (!text.includes('$')) return escapeSyntax(text);
  let out = '';
  let at = 0;
  for (const match of text.matchAll(FORMULA)) {
    const tex = match[1] ?? '';
    if (!TEX.test(tex) || LABEL_END.test(tex) || tex.trim() === '') continue;
    out += `${escapeSyntax(text.slice(at, match.index))}$\`${tex}\`$`;
    at = match.index + match[0].length;
  }
  return out + escapeSyntax(text.slice(at));
}

function escapeSyntax(text: string): string {
  let escaped = text.replace(SYNTAX, '\\$&');
  if (text.includes('_')) escaped = escaped.replace(UNDERSCORE, '\\_');
  return text.includes('&') ? escaped.replace(ENTITY, '\\&') : escaped;
}

/** An already inline-escaped line so that its beginning opens no block. */
export function escapeLineStart(line: string): string {
  if (LINE_START.test(line)) return `\\${line}`;
  return line.replace(NUMBER_START, '$1\\$2');
}
