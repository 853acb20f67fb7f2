import { DeleteObjectCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';

interface Version {
  readonly Key?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly IsLatest?: boolean | undefined;
}

/**
 * Deletes the noncurrent versions of a key, or of all keys of a folder; of a deleted object also the
 * marker, which goes last: without it the body before would be the object again. One request for
 * 1,000 versions, one for each that goes. Needs s3:ListBucketVersions and s3:DeleteObjectVersion.
 */
export async function deleteVersions(
  client: S3Client,
  { Bucket, Key }: { readonly Bucket: string; readonly Key: string },
): Promise<void> {
  const isOf = (version: Version): boolean => Key.endsWith('/') || version.Key === Key;
  const remove = async (version: Version): Promise<void> => {
    const { VersionId } = version;
    await client.send(new DeleteObjectCommand({ Bucket, Key: version.Key ?? Key, VersionId }));
  };
  const last: Version[] = [];
  let marker: { KeyMarker?: string; VersionIdMarker?: string } | null = {};
  while (marker !== null) {
    const page = await listPage(client, { Bucket, Prefix: Key, ...marker });
    const versions = page.versions.filter((version) => isOf(version) && !version.IsLatest);
    const markers = page.markers.filter(isOf);
    for (const version of [...versions, ...markers.filter(({ IsLatest }) => !IsLatest)])
      await remove(version);
    last.push(...markers.filter(({ IsLatest }) => IsLatest));
    marker = page.next;
  }
  for (const version of last) await remove(version);
}

async function listPage(
  client: S3Client,
  input: { Bucket: string; Prefix: string; KeyMarker?: string; VersionIdMarker?: string },
) {
  const answer = await client.send(new ListObjectVersionsCommand(input));
  const { Versions = [], DeleteMarkers = [], NextKeyMarker, NextVersionIdMarker } = answer;
  const next = answer.IsTruncated
    ? {
        ...(NextKeyMarker === undefined ? {} : { KeyMarker: NextKeyMarker }),
        ...(NextVersionIdMarker === undefined ? {} : { VersionIdMarker: NextVersionIdMarker }),
      }
    : null;
  return { versions: Versions as Version[], markers: DeleteMarkers as Version[], next };
}
