import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGunzip, gzipSync } from 'node:zlib';
import type { ExportRecord, RecordFormat } from '#lib/model/export-files.ts';
import { byteSink } from './byte-sink.ts';

const BLOCK_CHARS = 4 * 1024 * 1024;
const GZIP_LEVEL = 6;
const ASSUMED_RATIO = 2.5; // of text in Chinese; for the part that is not compressed yet

/** Gzipped JSON Lines, in several members: every gzip reader takes them as one (RFC 1952, 2.2). */
export const jsonlRecords: RecordFormat = {
  name: 'jsonl',
  extension: 'jsonl.gz',
  open(expectedBytes, reused) {
    const sink = byteSink(expectedBytes, reused);
    let lines: string[] = [];
    let chars = 0;
    const pack = (): void => {
      const member = gzipSync(lines.join(''), { level: GZIP_LEVEL });
      member[9] = 255; // operating system unknown: the same bytes everywhere
      sink.write(member);
      lines = [];
      chars = 0;
    };
    return {
      size: () => sink.size() + chars / ASSUMED_RATIO,
      add(record) {
        const line = `${JSON.stringify(record)}\n`;
        lines.push(line);
        chars += line.length;
        if (chars >= BLOCK_CHARS) pack();
      },
      finish() {
        if (lines.length > 0 || sink.size() === 0) pack();
        return sink.bytes();
      },
    };
  },
  async *read(file) {
    const unpacked = Readable.from(once(file)).pipe(createGunzip());
    for await (const line of createInterface({ input: unpacked, crlfDelay: Infinity }))
      yield JSON.parse(line) as ExportRecord;
  },
};

function* once(file: Uint8Array): Generator<Uint8Array> {
  yield file;
}
