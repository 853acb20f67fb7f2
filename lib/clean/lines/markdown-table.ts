const DELIMITER = /^[|: \t-]+$/u;
const DELIMITER_CELL = /^:?-+:?$/u;

/** | --- | :-: |: what stands below the first row of a table. */
export function isDelimiterRow(text: string): boolean {
  if (!text.includes('|') || !DELIMITER.test(text)) return false;
  return rowCells(text).every((cell) => DELIMITER_CELL.test(cell));
}

/** The cells of a row between its bars; an escaped bar parts none. */
export function rowCells(text: string): string[] {
  const row = text.trim();
  const cells: string[] = [];
  let cell = '';
  for (let at = row.startsWith('|') ? 1 : 0; at < row.length; at += 1) {
    const char = row.charAt(at);
    if (char === '\\' && at + 1 < row.length) {
      at += 1;
      cell += row.charAt(at) === '|' ? '|' : char + row.charAt(at);
    } else if (char === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += char;
  }
  if (!row.endsWith('|') || row.endsWith('\\|') || cells.length === 0) cells.push(cell.trim());
  return cells;
}
