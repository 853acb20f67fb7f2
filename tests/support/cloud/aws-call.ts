import type { IncomingMessage } from 'node:http';

/** One request to AWS, as IAM and the bill see it. */
export interface AwsCall {
  /** The function that made it (`app/winnow-<stage>` in the user agent); null for others. */
  readonly stage: string | null;
  /** As IAM names it: s3:GetObject. A HEAD is a GetObject. */
  readonly action: string;
  /** Key or prefix in the bucket, or name of a queue. */
  readonly on: string;
  /** Bytes of the body, for a queue of each message. */
  readonly bytes: readonly number[];
  /** A write only if nothing is there. */
  readonly creates: boolean;
}

const STAGE = /\bapp\/winnow-(\w+)/;
const S3_ACTIONS: Readonly<Record<string, string>> = {
  GET: 's3:GetObject',
  HEAD: 's3:GetObject',
  PUT: 's3:PutObject',
  DELETE: 's3:DeleteObject',
};

/** What a request is; path-style addresses, as all clients of an emulator use. */
export function awsCall(
  { method = '', url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  body: Buffer,
): AwsCall {
  const stage = STAGE.exec(String(headers['user-agent']))?.[1] ?? null;
  const target = headers['x-amz-target'];
  const creates = headers['if-none-match'] === '*';
  if (typeof target === 'string') {
    const [service = '', operation = ''] = target.split('.');
    return { stage, creates, ...jsonCall(service, operation, body) };
  }
  const { pathname, searchParams } = new URL(url, 'http://aws.invalid');
  const [, , ...key] = pathname.split('/').map(decodeURIComponent);
  const isList = searchParams.has('list-type');
  return {
    stage,
    creates,
    action: isList ? 's3:ListBucket' : (S3_ACTIONS[method] ?? `s3:${method}`),
    on: isList ? (searchParams.get('prefix') ?? '') : key.join('/'),
    bytes: [body.length],
  };
}

interface SentBatch {
  readonly QueueUrl?: string;
  readonly Entries?: readonly { readonly MessageBody?: string }[];
}

function jsonCall(service: string, operation: string, body: Buffer) {
  const { QueueUrl = '', Entries = [] }: SentBatch = JSON.parse(body.toString('utf8') || '{}');
  if (service !== 'AmazonSQS') {
    const action = service === 'AWSEvents' ? `events:${operation}` : `${service}:${operation}`;
    return { action, on: '', bytes: [body.length] };
  }
  return {
    action: `sqs:${operation.replace(/Batch$/, '')}`, // IAM knows no batches
    on: QueueUrl.split('/').at(-1) ?? '',
    bytes: Entries.map(({ MessageBody = '' }) => Buffer.byteLength(MessageBody)),
  };
}
