import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { type ICommandHooks, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { METRICS_NAMESPACE } from '../../lambdas/env.ts';
import { acknowledge, acknowledgeWildcard } from './acknowledge.ts';
import { stageBundle } from './stage-bundle.ts';

export interface StageFunctionProps {
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** Of a function that is invoked by schedules: where an event goes that failed. */
  readonly deadLetters?: IQueue;
  /** A folder (absolute path) whose JSON files lie beside the code, as sources/. */
  readonly sources?: string;
}

/** A stage's function: arm64, Node 24, one minified ESM bundle of lambdas/<name>.ts without CDK. */
export function stageFunction(
  scope: Construct,
  name: string,
  { environment, timeoutSeconds, memoryMb, deadLetters, sources }: StageFunctionProps,
): NodejsFunction {
  const logGroup = new LogGroup(scope, `${name}-log`, {
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // a role of our own: the managed policy would let it write to any log
  const role = new Role(scope, `${name}-role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  });
  logGroup.grantWrite(role);
  const stage = new NodejsFunction(scope, `${name}-function`, {
    entry: stageBundle.entry(name),
    handler: 'handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    timeout: Duration.seconds(timeoutSeconds),
    memorySize: memoryMb,
    tracing: Tracing.ACTIVE,
    role,
    logGroup,
    environment: {
      ...environment,
      NODE_OPTIONS: '--enable-source-maps',
      AWS_SDK_UA_APP_ID: `winnow-${name}`, // CloudTrail tells by it who asked
      POWERTOOLS_SERVICE_NAME: name,
      POWERTOOLS_METRICS_NAMESPACE: METRICS_NAMESPACE,
    },
    ...(deadLetters ? { deadLetterQueue: deadLetters } : {}),
    bundling: {
      format: OutputFormat.ESM,
      mainFields: [...stageBundle.mainFields],
      minify: true,
      sourceMap: true,
      target: stageBundle.target,
      banner: stageBundle.banner,
      externalModules: [...stageBundle.externalModules],
      esbuildArgs: {
        '--charset': stageBundle.charset, // the option of that name is not passed on by CDK
        ...Object.fromEntries(
          Object.entries(stageBundle.alias).map(([name, file]) => [`--alias:${name}`, file]),
        ),
      },
      ...(sources === undefined ? {} : { commandHooks: copySources(sources) }),
    },
  });
  acknowledgeWildcard(role, '*', 'X-Ray takes traces without naming a resource.');
  if (!deadLetters) {
    acknowledge(
      stage,
      'Serverless-LambdaDLQ',
      'It is invoked by a queue, whose own dead-letter queue takes what failed.',
    );
  }
  return stage;
}

function copySources(folder: string): ICommandHooks {
  return {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (_, output) => [
      `mkdir -p "${output}/sources"`,
      `find "${folder}" -maxdepth 1 -name "*.json" -exec cp {} "${output}/sources/" ";"`,
    ],
  };
}
