import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Takes the place of `@aws-sdk/credential-provider-node` in the bundles of the functions. Lambda gives a
 * function its credentials in the environment; the other places the SDK would look in for them (profiles,
 * single sign-on, STS, the instance) are 130 kB and a tenth of a cold start.
 */
export const defaultProvider = fromEnv;
