/** Everything Winnow has in an AWS account, in the order of the data flow. */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { SourceDefinition } from '#lib/model/source.ts';
import { alarms } from './alarms.ts';
import { dashboard } from './dashboard.ts';
import { dataFlow } from './data-flow.ts';
import { monthlyBudget } from './monthly-budget.ts';
import { purgeRole } from './purge-role.ts';
import { scheduledFunctions } from './scheduled-functions.ts';
import { storeBucket } from './store-bucket.ts';

export interface WinnowStackProps extends StackProps {
  /** Mail address or URL that stands in the user agent: whom the owner of a site can write to. */
  readonly contact: string;
  /** Where alarms go. */
  readonly alarmEmail: string;
  /** Each with a schedule becomes one in the account. */
  readonly sources: readonly SourceDefinition[];
  /** Where they lie; they are deployed beside the code that starts runs. */
  readonly sourcesFolder: string;
  /** Of the account's bill for what the stack made: a mail is sent when it is near; 0: none. */
  readonly monthlyDollars: number;
  /** Name of the bucket an earlier stack left behind. */
  readonly existingBucket?: string;
}

export class WinnowStack extends Stack {
  constructor(scope: Construct, id: string, props: WinnowStackProps) {
    super(scope, id, props);
    const { contact, alarmEmail, sources, sourcesFolder, existingBucket, monthlyDollars } = props;
    const userAgent = `winnow/0.1 (+${contact.includes('://') ? '' : 'mailto:'}${contact})`;
    const bucket = existingBucket
      ? Bucket.fromBucketName(this, 'store', existingBucket)
      : storeBucket(this);

    const { queues, functions } = dataFlow(this, bucket, userAgent);
    const {
      functions: scheduled,
      deadLetters,
      triggerUrl,
    } = scheduledFunctions(this, { bucket, userAgent, queues, sources, sourcesFolder });

    const stages = Object.entries(queues);
    const letters = Object.fromEntries(stages.map(([name, of]) => [name, of.deadLetters]));
    alarms(this, alarmEmail, {
      deadLetters: { ...letters, schedule: deadLetters },
      functions: { commit: functions.commit, ...scheduled },
      commits: queues.commit.queue,
      sources: sources.flatMap(({ name, schedule }) => (schedule ? [name] : [])),
    });
    dashboard(this, {
      functions: [...Object.values(functions), ...Object.values(scheduled)],
      queues: stages.map(([, of]) => of.queue),
      deadLetters: [...Object.values(letters), deadLetters],
    });
    if (monthlyDollars > 0) monthlyBudget(this, monthlyDollars, alarmEmail);

    new CfnOutput(this, 'Bucket', { value: bucket.bucketName });
    new CfnOutput(this, 'TriggerUrl', { value: triggerUrl });
    new CfnOutput(this, 'PurgeRole', { value: purgeRole(this, bucket).roleArn });
    for (const [name, of] of stages) {
      const stage = `${name[0]?.toUpperCase()}${name.slice(1)}`;
      new CfnOutput(this, `${stage}Queue`, { value: of.queue.queueUrl });
      new CfnOutput(this, `${stage}DeadLetters`, { value: of.deadLetters.queueUrl });
    }
  }
}
