import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { stageBundle } from './stage-bundle.ts';

export interface StageFunctionProps {
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
}

/** A stage's function: arm64, Node 24, one minified ESM bundle of lambdas/<name>.ts without CDK. */
export function stageFunction(
  scope: Construct,
  name: string,
  { environment, timeoutSeconds, memoryMb }: StageFunctionProps,
): NodejsFunction {
  return new NodejsFunction(scope, `${name}-function`, {
    entry: stageBundle.entry(name),
    handler: 'handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    timeout: Duration.seconds(timeoutSeconds),
    memorySize: memoryMb,
    tracing: Tracing.ACTIVE,
    logGroup: new LogGroup(scope, `${name}-log`, {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    }),
    environment: { ...environment, NODE_OPTIONS: '--enable-source-maps' },
    bundling: {
      format: OutputFormat.ESM,
      mainFields: [...stageBundle.mainFields],
      minify: true,
      sourceMap: true,
      target: stageBundle.target,
      banner: stageBundle.banner,
      externalModules: [...stageBundle.externalModules],
    },
  });
}
