import { Duration, type Stack } from 'aws-cdk-lib';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import {
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
  TimeWindow,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke, type ScheduleTargetBaseProps } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { SourceDefinition } from '#lib/model/source.ts';
import { acknowledgeWildcard } from './acknowledge.ts';

const RETRIES = 3;
const MAX_EVENT_AGE = Duration.hours(1);
/** Sources that start at the same hour are spread over this. */
const SOURCE_WINDOW = Duration.minutes(15);

/** Invokes a function over and over. */
export function every(
  scope: Stack,
  name: string,
  stage: NodejsFunction,
  { rate, deadLetters }: { readonly rate: Duration; readonly deadLetters: IQueue },
): void {
  new Schedule(scope, `${name}-schedule`, {
    schedule: ScheduleExpression.rate(rate),
    target: target(scope, stage, { deadLetterQueue: deadLetters }),
  });
}

/** Starts runs of a source as its definition says; none without a schedule. */
export function scheduleSource(
  scope: Stack,
  trigger: NodejsFunction,
  source: SourceDefinition,
  deadLetters: IQueue,
): void {
  if (source.schedule === undefined) return;
  new Schedule(scope, `source-${source.name}`, {
    schedule: ScheduleExpression.expression(source.schedule),
    timeWindow: TimeWindow.flexible(SOURCE_WINDOW),
    target: target(scope, trigger, {
      deadLetterQueue: deadLetters,
      input: ScheduleTargetInput.fromObject({ source: source.name, trigger: 'schedule' }),
    }),
  });
}

function target(scope: Stack, stage: NodejsFunction, props: ScheduleTargetBaseProps): LambdaInvoke {
  acknowledgeWildcard(scope, `${stage.functionArn}:*`, 'Versions of the one function it invokes.');
  return new LambdaInvoke(stage, { retryAttempts: RETRIES, maxEventAge: MAX_EVENT_AGE, ...props });
}
