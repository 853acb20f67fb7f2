import { describe, expect, it } from 'vitest';
import { byteSink } from '#lib/io/byte-sink.ts';

const filled = (expected: number, text: string, reused?: Uint8Array): Uint8Array => {
  const sink = byteSink(expected, reused);
  sink.write(new TextEncoder().encode(text));
  return sink.bytes();
};
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('byteSink', () => {
  it('joins what is written, beyond what was expected too', () => {
    const sink = byteSink(4);
    for (const text of ['one', ' two', ' three']) sink.write(new TextEncoder().encode(text));

    expect([textOf(sink.bytes()), sink.size()]).toEqual(['one two three', 13]);
  });

  it('takes the memory of one that is done, if that is large enough', () => {
    const done = filled(100, 'the first file');

    const next = filled(100, 'another', done);
    const larger = filled(1000, 'larger', next);

    expect(next.buffer).toBe(done.buffer);
    expect(larger.buffer).not.toBe(done.buffer);
    expect([textOf(next), textOf(larger)]).toEqual(['another', 'larger']);
  });
});
