import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

const RAW_TO_COLD_DAYS = 90;
const OLD_VERSIONS_DAYS = 30;

/** The bucket with everything: private, TLS only, versioned; it outlives the stack. */
export function storeBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, 'store', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [
      { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      { noncurrentVersionExpiration: Duration.days(OLD_VERSIONS_DAYS) },
      {
        prefix: 'raw/',
        transitions: [
          {
            storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL,
            transitionAfter: Duration.days(RAW_TO_COLD_DAYS),
          },
        ],
      },
    ],
  });
  // A commit that overwrites another would be a lost commit: the log takes only first writes.
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'LogIsWrittenOnce',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects('manifest/log/*')],
      conditions: { Null: { 's3:if-none-match': 'true' } },
    }),
  );
  acknowledge(
    bucket,
    'AwsSolutions-S1',
    'Access logs would be a second bucket with an entry a request; CloudTrail tells who read what where that is asked for.',
  );
  return bucket;
}
