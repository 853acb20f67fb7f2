import { describe, expect, it } from 'vitest';
import { CANCELLED, endedRows, POISON } from '#lib/cloud/ended-rows.ts';
import { documentId } from '#lib/model/document-id.ts';
import type { FetchItem } from '#lib/model/messages.ts';
import { row } from '#lib/model/row.ts';

const NOW = Date.parse('2026-11-22T05:00:00Z');
const ULID = '01KAQ0000000000000000000A1';

describe('endedRows', () => {
  it.each([POISON, CANCELLED])(
    'ends every URL of a message, here as %s (%s), and leaves what is known of it alone',
    (...end) => {
      const url = 'https://site.example/a';
      const item: FetchItem = {
        id: documentId(url),
        url,
        canonicalUrl: url,
        kind: 'page',
        depth: 1,
        hop: 0,
        via: 'https://site.example/',
        previous: null,
      };

      const rows = endedRows({ runId: ULID, source: 'site' }, [item], end, {
        clock: { now: () => NOW },
        ulid: () => ULID,
      });

      expect(rows.map((one) => row.parse(one))).toMatchObject([
        {
          canonicalUrl: url,
          depth: 1,
          via: 'https://site.example/',
          state: end[0],
          reason: end[1],
          fetch: null,
          content: null,
          presence: null,
        },
      ]);
    },
  );
});
