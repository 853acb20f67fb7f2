import { S3Client } from '@aws-sdk/client-s3';
import { UsageError } from '#lib/model/errors.ts';

const DEFAULT_REGION = 'us-east-1'; // S3 answers there with the region of any bucket

/**
 * An S3 client from the standard AWS variables and files.
 * @throws UsageError if there are no credentials
 */
export async function openS3Client(): Promise<S3Client> {
  const endpoint = process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL'];
  const region = process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'];
  const client = new S3Client({
    // without one the client reads the shared configuration file
    ...(region ? { region } : endpoint && { region: DEFAULT_REGION }),
    // other servers have neither a name for each bucket nor the newer checksums
    ...(endpoint && {
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED' as const,
      responseChecksumValidation: 'WHEN_REQUIRED' as const,
    }),
  });
  try {
    await client.config.region();
  } catch (error) {
    throw new UsageError('no AWS region: set AWS_REGION', { cause: error });
  }
  try {
    await client.config.credentials();
  } catch (error) {
    const how = 'set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE';
    throw new UsageError(`no AWS credentials: ${how}`, { cause: error });
  }
  return client;
}
