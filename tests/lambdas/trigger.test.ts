import { beforeAll, describe, expect, it, vi } from 'vitest';

let handler: (event: unknown) => Promise<unknown>;
beforeAll(async () => {
  vi.stubEnv('BUCKET', 'store');
  vi.stubEnv('DISCOVER_QUEUE', 'https://sqs.us-east-1.amazonaws.com/123456789012/discover.fifo');
  vi.stubEnv('AWS_REGION', 'us-east-1');
  ({ handler } = await import('../../lambdas/trigger.ts'));
});

describe('the trigger', () => {
  it.each([
    { body: 'not JSON' },
    { body: '{}' },
    { body: '{"source":"adhoc","urls":["ftp://example.org/"]}' },
    { body: Buffer.from('{"source":1}').toString('base64'), isBase64Encoded: true },
    { source: 'adhoc', further: true },
    { push: { name: 'a source' } },
    { run: 'no run', part: 1, urls: [] },
    { source: 'adhoc', urls: Array.from({ length: 10_001 }, () => 'https://example.org/') },
  ])('answers 400 to what is no request, before it asks anybody', async (event) => {
    expect(await handler(event)).toMatchObject({
      statusCode: 400,
      headers: { 'content-type': 'application/json' },
    });
  });
});
