import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { WinnowStack } from '#lib/infra/winnow-stack.ts';
import { sourceDefinition } from '#lib/model/source.ts';

interface Statement {
  readonly Action: string | string[];
  readonly Resource: unknown;
}

let template: Template;
beforeAll(() => {
  // bundling is not what is tested here: the assets are taken as they are
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const stack = new WinnowStack(app, 'Winnow', {
    contact: 'ops@example.org',
    alarmEmail: 'ops@example.org',
    sources: [
      sourceDefinition.parse({ name: 'essays', schedule: 'rate(1 day)' }),
      sourceDefinition.parse({ name: 'adhoc' }),
    ],
  });
  template = Template.fromStack(stack);
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
    expect(queues).toHaveLength(8);
    expect(queues.filter(({ Properties }) => Properties.FifoQueue)).toHaveLength(4);
    template.resourceCountIs('AWS::CloudWatch::Alarm', 4);
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
  });

  it('lets only compaction delete, only fetch write raw and only clean write documents', () => {
    const mayDo = (action: string, part: string): string[] =>
      Object.entries(template.findResources('AWS::IAM::Policy')).flatMap(
        ([name, { Properties }]) =>
          Properties.PolicyDocument.Statement.some(
            ({ Action, Resource }: Statement) =>
              [Action].flat().includes(action) && JSON.stringify(Resource).includes(part),
          )
            ? [name.replace(/function.*/, '')]
            : [],
      );

    expect(mayDo('s3:DeleteObject', '')).toEqual(['compact']);
    expect(mayDo('s3:PutObject', 'raw/')).toEqual(['fetch']);
    expect(mayDo('s3:PutObject', 'documents/')).toEqual(['clean']);
    expect(mayDo('s3:GetObject', 'documents/')).toEqual(['clean']);
    expect(mayDo('s3:PutObject', 'manifest/log/')).toEqual(['commit']);
  });

  it('asks for IAM at the function URL', () => {
    template.hasResourceProperties('AWS::Lambda::Url', { AuthType: 'AWS_IAM' });
  });
});
