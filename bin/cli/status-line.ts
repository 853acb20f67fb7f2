/** What is being done right now, in one line that is written over; silent where nobody watches. */
export function statusLine(stream: NodeJS.WriteStream): {
  show(text: string): void;
  clear(): void;
} {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show(text) {
      const width = Math.max(20, (stream.columns ?? 80) - 1);
      stream.write(`\r\x1b[2K${text.length > width ? `${text.slice(0, width - 1)}…` : text}`);
    },
    clear() {
      stream.write('\r\x1b[2K');
    },
  };
}
