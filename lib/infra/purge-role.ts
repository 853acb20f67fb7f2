import { AccountRootPrincipal, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { grantStore, type StoreBucket } from './store-grants.ts';

/**
 * The role in which an operator takes documents down and purges them, with what was fetched. Nobody
 * has it without being allowed to assume it; no function can.
 */
export function purgeRole(scope: Construct, bucket: StoreBucket): Role {
  const role = new Role(scope, 'purge-role', {
    assumedBy: new AccountRootPrincipal(),
    description:
      'Takes documents down and deletes them: winnow takedown --purge, with this role assumed',
  });
  const grantee = { role, addToRolePolicy: role.addToPolicy.bind(role) };
  grantStore(grantee, bucket, {
    read: ['documents/*', 'manifest/*', 'reports/*'],
    // responses are taken out of their WARC files, and documents out of the exports, in place
    write: ['manifest/segments/*', 'manifest/log/*', 'manifest/index.json', 'raw/*', 'exports/*'],
    remove: ['documents/*', 'raw/*', 'exports/*', 'reports/*'],
    versions: ['documents/*', 'raw/*', 'exports/*', 'reports/*'],
    mayMiss: ['documents/', 'raw/', 'exports/', 'reports/', 'manifest/'],
  });
  return role;
}
