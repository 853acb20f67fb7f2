import { describe, expect, it } from 'vitest';
import { poisonRows } from '#lib/cloud/poison-rows.ts';
import { documentId } from '#lib/model/document-id.ts';
import type { FetchItem } from '#lib/model/messages.ts';
import { row } from '#lib/model/row.ts';

const NOW = new Date('2026-11-22T05:00:00Z');
const ULID = '01KAQ0000000000000000000A1';

describe('poisonRows', () => {
  it('ends every URL of the message as failed, and leaves what is known of it alone', () => {
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

    const rows = poisonRows({ runId: ULID, source: 'site' }, [item], {
      now: NOW,
      ulid: () => ULID,
    });

    expect(rows.map((one) => row.parse(one))).toMatchObject([
      {
        canonicalUrl: url,
        depth: 1,
        via: 'https://site.example/',
        state: 'failed',
        reason: 'poison',
        fetch: null,
        content: null,
        presence: null,
      },
    ]);
  });
});
