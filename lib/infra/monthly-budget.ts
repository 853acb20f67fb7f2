import { type Stack, Tags } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';

/** On everything in the stack, so that its part of the bill can be told. */
const TAG = 'winnow-stack';
/** Of what is spent, and of what will be at this pace by the end of the month. */
const ALERTS = [
  { notificationType: 'ACTUAL', threshold: 80 },
  { notificationType: 'FORECASTED', threshold: 100 },
] as const;

/**
 * Mails when the stack's bill of a month nears a limit. AWS counts by tag only after the tag was
 * activated for cost allocation, once in an account (docs/operations.md, Deploy).
 */
export function monthlyBudget(scope: Stack, dollars: number, email: string): void {
  Tags.of(scope).add(TAG, scope.stackName);
  new CfnBudget(scope, 'budget', {
    budget: {
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: dollars, unit: 'USD' },
      costFilters: { TagKeyValue: [`user:${TAG}$${scope.stackName}`] },
    },
    notificationsWithSubscribers: ALERTS.map((alert) => ({
      notification: { ...alert, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
      subscribers: [{ subscriptionType: 'EMAIL', address: email }],
    })),
  });
}
