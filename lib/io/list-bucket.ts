import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import type { ListedObject, ListOptions } from './object-store.ts';
import { s3Error } from './s3-fault.ts';

const MAX_PAGE = 1000; // S3: keys in one answer to ListObjectsV2

interface Bucket {
  readonly bucket: string;
  /** Before every key: '' or 'some/folder/'. */
  readonly prefix: string;
  readonly client: S3Client;
}

/** What a bucket holds whose keys begin with `under`, in the order of their UTF-8 bytes, page by page. */
export async function* listBucket(
  at: Bucket,
  under: string,
  { after, limit = Number.POSITIVE_INFINITY }: ListOptions = {},
): AsyncGenerator<ListedObject> {
  let left = limit;
  let token: string | undefined;
  while (left > 0) {
    const page = await listPage(at, under, { after, token, size: Math.min(left, MAX_PAGE) });
    for (const found of page.objects.slice(0, left)) yield found;
    left -= page.objects.length;
    token = page.next;
    if (token === undefined) return;
  }
}

async function listPage(
  { bucket, prefix, client }: Bucket,
  under: string,
  { after, token, size }: { after: string | undefined; token: string | undefined; size: number },
): Promise<{ objects: ListedObject[]; next: string | undefined }> {
  try {
    const answer = await client.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: prefix + under,
        MaxKeys: size,
        ...(after !== undefined && { StartAfter: prefix + after }),
        ...(token !== undefined && { ContinuationToken: token }),
      }),
    );
    const objects = (answer.Contents ?? []).flatMap(({ Key = '', Size = 0 }): ListedObject[] => {
      const key = Key.slice(prefix.length);
      // a key that ends in '/' is what a console shows as a folder
      return key === '' || key.endsWith('/') ? [] : [{ key, size: Size }];
    });
    return { objects, next: answer.NextContinuationToken };
  } catch (error) {
    throw s3Error(error, `list s3://${bucket}/${prefix}${under}`);
  }
}
