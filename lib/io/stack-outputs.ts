import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { RetryableError, UsageError } from '#lib/model/errors.ts';

/**
 * What a deployed stack says of itself.
 * @throws UsageError if there is no such stack in the account and region of the caller
 */
export async function stackOutputs(stack: string): Promise<ReadonlyMap<string, string>> {
  const client = new CloudFormationClient({});
  try {
    const region = await client.config.region().catch((error: unknown) => {
      throw new UsageError('no AWS region: set AWS_REGION', { cause: error });
    });
    const { Stacks = [] } = await describe(client, stack, region);
    const outputs = Stacks[0]?.Outputs ?? [];
    return new Map(outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
  } finally {
    client.destroy();
  }
}

async function describe(client: CloudFormationClient, stack: string, region: string) {
  try {
    return await client.send(new DescribeStacksCommand({ StackName: stack }));
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    if (name === 'ValidationError') {
      throw new UsageError(
        `no stack ${stack} in ${region}: npm run deploy makes it, --stack names another`,
      );
    }
    if (name === 'CredentialsProviderError') {
      throw new UsageError(
        'no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE',
      );
    }
    throw new RetryableError(`cannot ask for the stack ${stack}: ${message}`, { cause: error });
  }
}
