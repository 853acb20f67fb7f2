import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type DollarMeasure, METRICS_NAMESPACE, type Measure } from '../../lambdas/env.ts';

export interface Shown {
  readonly functions: readonly IFunction[];
  readonly queues: readonly IQueue[];
  readonly deadLetters: readonly IQueue[];
}

/** One page to look at: what came of the pages of each source, what waits, what fails. */
export function dashboard(scope: Construct, { functions, queues, deadLetters }: Shown): void {
  const graph = (title: string, left: IMetric[]): GraphWidget =>
    new GraphWidget({ title, left, width: 12, height: 6 });
  const board = new Dashboard(scope, 'dashboard', { defaultInterval: Duration.days(7) });
  board.addWidgets(
    graph('Fetched pages by source', [bySource('Fetched')]),
    graph('Published and unchanged documents by source', [bySource('Published')]),
    graph('Pages without a document by source', [bySource('Withheld')]),
    graph('Failed by source', [bySource('Failed')]),
    graph('Estimated dollars a day by source', [bySource('Dollars')]),
    graph(
      'Messages waiting',
      queues.map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
    ),
    graph(
      'Dead letters',
      deadLetters.map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
    ),
    graph(
      'Errors of functions',
      functions.map((stage) => stage.metricErrors()),
    ),
    graph(
      'Milliseconds of functions, 99 of 100',
      functions.map((stage) => stage.metricDuration({ statistic: 'p99' })),
    ),
  );
}

/** A line a source, also of sources that are added later. */
function bySource(measure: Measure | DollarMeasure): MathExpression {
  return new MathExpression({
    expression: `SEARCH('{${METRICS_NAMESPACE},service,source} MetricName="${measure}"', 'Sum')`,
    period: Duration.days(1),
    usingMetrics: {},
    label: '',
  });
}
