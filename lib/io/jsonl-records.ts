import { gzipSync } from 'node:zlib';
import type { RecordFormat } from '#lib/model/export-files.ts';

const BLOCK_CHARS = 4 * 1024 * 1024;
const GZIP_LEVEL = 6;
const ASSUMED_RATIO = 2.5; // of text in Chinese; for the part that is not compressed yet

/** Gzipped JSON Lines, in several members: every gzip reader takes them as one (RFC 1952, 2.2). */
export const jsonlRecords: RecordFormat = {
  name: 'jsonl',
  extension: 'jsonl.gz',
  open() {
    const members: Uint8Array[] = [];
    let packed = 0;
    let lines: string[] = [];
    let chars = 0;
    const pack = (): void => {
      const member = gzipSync(lines.join(''), { level: GZIP_LEVEL });
      member[9] = 255; // operating system unknown: the same bytes everywhere
      members.push(member);
      packed += member.byteLength;
      lines = [];
      chars = 0;
    };
    return {
      size: () => packed + chars / ASSUMED_RATIO,
      add(record) {
        const line = `${JSON.stringify(record)}\n`;
        lines.push(line);
        chars += line.length;
        if (chars >= BLOCK_CHARS) pack();
      },
      finish() {
        if (lines.length > 0 || members.length === 0) pack();
        return Buffer.concat(members);
      },
    };
  },
};
