import { openS3Client } from '#lib/io/open-s3-client.ts';

/** The time of the S3 service, from the Date of any answer; null if it gives none. */
export async function serverClock(): Promise<number | null> {
  const client = await openS3Client();
  const { endpoint } = client.config;
  const at = endpoint ? await endpoint() : null;
  const region = await client.config.region();
  const port = at?.port ? `:${at.port}` : '';
  const url = at ? `${at.protocol}//${at.hostname}${port}/` : `https://s3.${region}.amazonaws.com/`;
  const { headers } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? null : date;
}
