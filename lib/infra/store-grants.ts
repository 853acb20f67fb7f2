/** What a function may do with the store: actions on keys below prefixes, nothing else. */
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { acknowledgeWildcard } from './acknowledge.ts';

/** The little of a bucket that is needed: one of our own and one that is adopted have it both. */
export type StoreBucket = Pick<
  IBucket,
  'arnForObjects' | 'bucketArn' | 'bucketName' | 'addEventNotification'
>;

export interface StoreGrants {
  readonly read?: readonly string[];
  /** A conditional write reads what is there: who may write may read the same keys. */
  readonly write?: readonly string[];
  readonly remove?: readonly string[];
  /** Old versions may be removed too, which makes it final. */
  readonly versions?: readonly string[];
  /**
   * Prefixes whose keys may be missing: without the permission a missing key answers 403, which is
   * a fault; with it 404, which is absence.
   */
  readonly mayMiss?: readonly string[];
}

/** A function, or whatever else has a role. */
export type Grantee = Pick<NodejsFunction, 'addToRolePolicy' | 'role'>;

export function grantStore(
  grantee: Grantee,
  bucket: StoreBucket,
  { read = [], write = [], remove = [], versions = [], mayMiss = [] }: StoreGrants,
): void {
  allow(grantee, bucket, ['s3:GetObject'], [...new Set([...read, ...write])]);
  allow(grantee, bucket, ['s3:PutObject'], write);
  allow(grantee, bucket, ['s3:DeleteObject'], remove);
  allow(grantee, bucket, ['s3:DeleteObjectVersion'], versions);
  list(grantee, bucket, 's3:ListBucket', mayMiss);
  list(grantee, bucket, 's3:ListBucketVersions', versions);
}

function list(
  grantee: Grantee,
  bucket: StoreBucket,
  action: string,
  prefixes: readonly string[],
): void {
  if (prefixes.length === 0) return;
  const conditions = { StringLike: { 's3:prefix': prefixes.map((prefix) => withStar(prefix)) } };
  const resources = [bucket.bucketArn];
  grantee.addToRolePolicy(new PolicyStatement({ actions: [action], resources, conditions }));
}

function withStar(prefix: string): string {
  return prefix.endsWith('*') ? prefix : `${prefix}*`;
}

function allow(
  grantee: Grantee,
  bucket: StoreBucket,
  actions: string[],
  keys: readonly string[],
): void {
  if (keys.length === 0) return;
  const resources = keys.map((key) => bucket.arnForObjects(key));
  grantee.addToRolePolicy(new PolicyStatement({ actions, resources }));
  for (const resource of resources.filter((arn) => arn.endsWith('*'))) {
    if (!grantee.role) continue;
    acknowledgeWildcard(grantee.role, resource, 'Keys below this prefix are made at run time.');
  }
}
