import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { beforeAll, describe, expect, it } from 'vitest';
import { WinnowStack, type WinnowStackProps } from '#lib/infra/winnow-stack.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { permissionTable } from './permissions.ts';

interface Statement {
  readonly Action: string | string[];
  readonly Resource: unknown;
}

/** The stack with one source on a schedule and one without; functions are not bundled here. */
function winnow(props: Partial<WinnowStackProps> = {}) {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const stack = new WinnowStack(app, 'Winnow', {
    contact: 'ops@example.org',
    alarmEmail: 'ops@example.org',
    sources: [
      sourceDefinition.parse({ name: 'essays', schedule: 'rate(1 day)' }),
      sourceDefinition.parse({ name: 'adhoc' }),
    ],
    sourcesFolder: resolve('sources'),
    monthlyDollars: 50,
    ...props,
  });
  return { app, stack };
}

let template: Template;
beforeAll(() => {
  template = Template.fromStack(winnow().stack);
});

describe('the stack', () => {
  it('keeps the bucket private, versioned, over TLS, and after its own end', () => {
    template.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: Match.objectLike({
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      }),
    });
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Sid: 'LogIsWrittenOnce',
            Effect: 'Deny',
            Condition: { Null: { 's3:if-none-match': 'true' } },
          }),
        ]),
      },
    });
  });

  it('gives every queue a dead-letter queue of its kind, with an alarm', () => {
    const queues = Object.values(template.findResources('AWS::SQS::Queue'));
    const sources = queues.filter(({ Properties }) => Properties.RedrivePolicy);

    expect(sources).toHaveLength(4);
    expect(queues).toHaveLength(9);
    expect(queues.filter(({ Properties }) => Properties.FifoQueue)).toHaveLength(4);
    for (const name of ['discover', 'fetch', 'clean', 'commit', 'schedule']) {
      template.hasResourceProperties('AWS::CloudWatch::Alarm', {
        MetricName: 'ApproximateNumberOfMessagesVisible',
        AlarmDescription: Match.stringLikeRegexp(`^Messages of ${name} .* send them back`),
      });
    }
  });

  it('waits six times the timeout of the function that reads a queue', () => {
    const waits = Object.values(template.findResources('AWS::SQS::Queue'))
      .map(({ Properties }) => Properties.VisibilityTimeout)
      .filter((seconds) => seconds !== undefined);

    expect(waits.sort((a, b) => a - b)).toEqual([360, 720, 1080, 1800]);
  });

  it('schedules the source that asks for it, compaction and the reaper', () => {
    template.resourceCountIs('AWS::Scheduler::Schedule', 3);
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 day)',
      FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 15 },
    });
    template.allResourcesProperties('AWS::Scheduler::Schedule', {
      Target: Match.objectLike({
        DeadLetterConfig: { Arn: Match.anyValue() },
        RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 3600 },
      }),
    });
  });

  it('lets only compaction and the purge role delete, only fetch write raw, only clean write documents', () => {
    const mayDo = (action: string, part: string): string[] =>
      Object.entries(template.findResources('AWS::IAM::Policy')).flatMap(
        ([name, { Properties }]) =>
          Properties.PolicyDocument.Statement.some(
            ({ Action, Resource }: Statement) =>
              [Action].flat().includes(action) && JSON.stringify(Resource).includes(part),
          )
            ? [name.replace(/role.*/, '')]
            : [],
      );

    expect(mayDo('s3:DeleteObject', '')).toEqual(['compact', 'purge']);
    expect(mayDo('s3:DeleteObjectVersion', '')).toEqual(['purge']);
    expect(mayDo('s3:PutObject', 'raw/')).toEqual(['fetch', 'purge']);
    expect(mayDo('s3:PutObject', 'documents/')).toEqual(['clean']);
    expect(mayDo('s3:GetObject', 'documents/')).toEqual(['clean', 'purge']);
    expect(mayDo('s3:PutObject', 'manifest/log/')).toEqual(['commit', 'purge']);
  });

  it('lets commit alone tell the event bus, and pays for no event of the bucket', () => {
    const notifications = Object.values(template.findResources('Custom::S3BucketNotifications'));

    expect(JSON.stringify(notifications)).not.toContain('EventBridgeConfiguration');
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'events:PutEvents',
            Resource: Match.objectLike({}),
          }),
        ]),
      }),
    });
  });

  it('mails when the bill of a month nears its limit', () => {
    template.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: Match.objectLike({
        BudgetLimit: { Amount: 50, Unit: 'USD' },
        CostFilters: { TagKeyValue: ['user:winnow-stack$Winnow'] },
      }),
    });
    template.hasResourceProperties('AWS::SQS::Queue', {
      Tags: [{ Key: 'winnow-stack', Value: 'Winnow' }],
    });
  });

  it('watches what fails, waits, shrinks, and yields nothing', () => {
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));

    // five dead-letter queues, four functions, commit delay, shrinking, two of the one schedule
    expect(alarms).toHaveLength(13);
    for (const { Properties } of alarms) {
      expect(Properties.AlarmActions).toHaveLength(1);
      expect(Properties.AlarmDescription.length).toBeGreaterThan(80);
    }
    template.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
  });

  it('lets each function do what docs/operations.md says', () => {
    const table = permissionTable(template);

    expect(table.split('\n').length).toBeGreaterThan(30);
    expect(readFileSync('docs/operations.md', 'utf8')).toContain(`${table}\n`);
  });

  it.each([{}, { existingBucket: 'left-behind' }])('is clean for cdk-nag with %o', (props) => {
    const { app } = winnow(props);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));

    expect(() => app.synth()).not.toThrow();
  });

  it('adopts the bucket that an earlier stack left', () => {
    const adopted = Template.fromStack(winnow({ existingBucket: 'left-behind' }).stack);

    adopted.resourceCountIs('AWS::S3::Bucket', 0);
    adopted.hasResourceProperties('Custom::S3BucketNotifications', { BucketName: 'left-behind' });
  });

  it('asks for IAM at the function URL', () => {
    template.hasResourceProperties('AWS::Lambda::Url', { AuthType: 'AWS_IAM' });
  });
});
