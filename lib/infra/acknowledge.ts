import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

const WILDCARD = 'AwsSolutions-IAM5';

/** A finding of cdk-nag that is meant so, with the reason why. */
export function acknowledge(on: IConstruct, id: string, reason: string): void {
  const pack = id.slice(0, id.indexOf('-'));
  Validations.of(on).acknowledge({ id: `${pack}::${id}`, reason });
}

/** A policy of `on` that names more than one resource by a wildcard. */
export function acknowledgeWildcard(on: IConstruct, resource: string, reason: string): void {
  acknowledge(on, `${WILDCARD}[Resource::${spelled(Stack.of(on).resolve(resource))}]`, reason);
}

/** A resolved ARN as cdk-nag spells it: references in angle brackets. */
function spelled(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('Fn::Join' in value && Array.isArray(value['Fn::Join'])) {
    const [separator, parts]: unknown[] = value['Fn::Join'];
    return Array.isArray(parts) ? parts.map(spelled).join(String(separator)) : '';
  }
  if ('Fn::GetAtt' in value && Array.isArray(value['Fn::GetAtt'])) {
    return `<${value['Fn::GetAtt'].join('.')}>`;
  }
  return 'Ref' in value ? `<${String(value.Ref)}>` : '';
}
