const SYNTAX = /[\\`*[\]<~|$]/g;
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const ENTITY = /&(?=[#\p{L}])/gu;

/** Line beginnings that would open a heading, quote, list, rule, table or setext underline. */
const LINE_START = /^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|=+\s*$|[-:](?=[\s:|-]*$))/u;
const NUMBER_START = /^(\d{1,9})([.)])(?=\s|$)/u;

/** Text so that Markdown shows exactly its characters, wherever in a line it stands. */
export function escapeInline(text: string): string {
  return text.replace(SYNTAX, '\\$&').replace(UNDERSCORE, '\\_').replace(ENTITY, '\\&');
}

/** An already inline-escaped line so that its beginning opens no block. */
export function escapeLineStart(line: string): string {
  if (LINE_START.test(line)) return `\\${line}`;
  return line.replace(NUMBER_START, '$1\\$2');
}
