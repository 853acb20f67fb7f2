/** Alarms, each with what to do; docs/operations.md says more, alarm by alarm. */
import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { METRICS_NAMESPACE, type ShareMeasure, type StoreMeasure } from '../../lambdas/env.ts';
import { acknowledge } from './acknowledge.ts';

export interface Watched {
  /** By the stage or purpose they are of. */
  readonly deadLetters: Readonly<Record<string, IQueue>>;
  /** Functions whose every failure matters: nothing else tries their work again at once. */
  readonly functions: Readonly<Record<string, IFunction>>;
  readonly commits: IQueue;
  /** Names of sources that run on a schedule. */
  readonly sources: readonly string[];
}

const MAX_FAILED_PERCENT = 50;
const MAX_WITHHELD_PERCENT = 80;
const MAX_SHRUNK_PERCENT = 10;
const MAX_COMMIT_DELAY_S = 15 * 60;

export function alarms(scope: Construct, email: string, watched: Watched): void {
  const topic = new Topic(scope, 'alarms', { enforceSSL: true });
  topic.addSubscription(new EmailSubscription(email));
  acknowledge(
    topic,
    'Serverless-SNSRedrivePolicy',
    'A mail that cannot be delivered is tried for an hour; the alarm stays red in the console.',
  );
  const alarm = (name: string, metric: IMetric, over: number, description: string): void => {
    new Alarm(scope, `${name}-alarm`, {
      alarmDescription: description,
      metric,
      threshold: over,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(topic));
  };

  for (const [name, queue] of Object.entries(watched.deadLetters)) {
    alarm(
      `${name}-dead-letters`,
      queue.metricApproximateNumberOfMessagesVisible(),
      0,
      `Messages of ${name} failed for good. Read one in the console, find its error in the log of the function, mend the cause, then send them back: docs/operations.md, Redrive.`,
    );
  }
  for (const [name, stage] of Object.entries(watched.functions)) {
    alarm(
      `${name}-errors`,
      stage.metricErrors({ period: Duration.hours(1) }),
      2,
      `${name} failed more than twice in an hour. Its log says why; nothing is lost, but the manifest gets old until it succeeds.`,
    );
  }
  alarm(
    'commit-delay',
    watched.commits.metricApproximateAgeOfOldestMessage(),
    MAX_COMMIT_DELAY_S,
    'Segments wait longer than 15 minutes to be committed. Look at errors and throttles of the commit function; a compaction commits what it finds forgotten.',
  );
  alarm(
    'shrinking-manifest',
    worst('ShrunkPercent', { service: 'compact' }),
    MAX_SHRUNK_PERCENT,
    'More than 10 % of the documents were not found again since the checkpoint before. Look in the dashboard which source it is, then at its latest run: did the site change, or block us?',
  );
  for (const source of watched.sources) {
    alarm(
      `${source}-failures`,
      worst('FailedPercent', { service: 'reap', source }),
      MAX_FAILED_PERCENT,
      `More than half of the pages of a run of ${source} failed. Look at the reasons in the report of its latest run; pause the schedule if the site refuses us.`,
    );
    alarm(
      `${source}-yield`,
      worst('WithheldPercent', { service: 'reap', source }),
      MAX_WITHHELD_PERCENT,
      `Fewer than one page in five of a run of ${source} held a document. Clean one of them with winnow clean --explain: a new layout needs a rule, a login wall the owner's consent.`,
    );
  }
}

/** The worst of an hour; alarms on arithmetic of several metrics would need to know their gaps. */
function worst(name: ShareMeasure | StoreMeasure, dimensions: Record<string, string>): Metric {
  return new Metric({
    namespace: METRICS_NAMESPACE,
    metricName: name,
    dimensionsMap: { ...dimensions },
    statistic: 'Maximum',
    period: Duration.hours(1),
  });
}
