import { BlockList, isIP } from 'node:net';

/** Why a URL may not be requested, whatever its host resolves to. */
export type UrlRefusal = 'scheme' | 'credentials' | 'port' | 'private-address';

/** IANA IPv4 Special-Purpose Address Registry, and multicast; none is a public web server. */
const SPECIAL_IPV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carrier-grade NAT; also metadata of some clouds
  ['127.0.0.0', 8],
  ['168.63.129.16', 32], // platform endpoint of a cloud, though in public space
  ['169.254.0.0', 16], // link-local; metadata
  ['172.16.0.0', 12],
  ['192.0.0.0', 24], // IETF protocol assignments; metadata of a cloud
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
];

/**
 * Only 2000::/3 is global unicast (RFC 4291, section 2.4); these are the exceptions inside it.
 * Teredo and 6to4 carry an IPv4 address that no rule above would see.
 */
const SPECIAL_IPV6: readonly (readonly [string, number])[] = [
  ['2001::', 23], // IETF protocol assignments: Teredo, ORCHID, benchmarking
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

/**
 * All outside 2000::/3, as ranges: a rule that contains ::ffff:0:0/96 would make the list match
 * every IPv4 address, because it compares those in their mapped form. Mapped addresses are judged
 * by the IPv4 rules.
 */
const OUTSIDE_GLOBAL_UNICAST: readonly (readonly [string, string])[] = [
  ['::', '::fffe:ffff:ffff'], // unspecified, loopback, IPv4-compatible
  ['::1:0:0:0', '1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'], // NAT64 (64:ff9b::/96, 64:ff9b:1::/48), discard
  ['4000::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'], // unique local, link-local, site-local, multicast
];

/** Addresses that no request may reach: all but global unicast. */
export function forbiddenAddresses(): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of SPECIAL_IPV4) list.addSubnet(net, prefix, 'ipv4');
  for (const [net, prefix] of SPECIAL_IPV6) list.addSubnet(net, prefix, 'ipv6');
  for (const [start, end] of OUTSIDE_GLOBAL_UNICAST) list.addRange(start, end, 'ipv6');
  return list;
}

/** What may be requested and connected to. */
export interface AddressPolicy {
  readonly forbidden: BlockList;
  /** `any`, or the ports a URL may name. */
  readonly ports: 'any' | ReadonlySet<number>;
  /** `any`, or the ports at which forbidden addresses may be reached all the same. */
  readonly privatePorts: 'any' | ReadonlySet<number>;
}

/** What may be reached beyond public addresses on the web's ports. */
export interface OpenAddresses {
  /**
   * Reach private addresses too, on all ports or on these. Only for tests and an explicit local
   * option; no Lambda sets it.
   */
  readonly allowPrivateAddresses?: boolean | readonly number[];
  /** Ports a URL may name, beside those open to private addresses: 80 and 443. */
  readonly allowedPorts?: readonly number[];
}

const WEB_PORTS = [80, 443];

export function addressPolicy(open: OpenAddresses): AddressPolicy {
  const { allowPrivateAddresses = false, allowedPorts = WEB_PORTS } = open;
  const forbidden = forbiddenAddresses();
  if (allowPrivateAddresses === true) return { forbidden, ports: 'any', privatePorts: 'any' };
  const privatePorts = new Set(allowPrivateAddresses === false ? [] : allowPrivateAddresses);
  return { forbidden, ports: new Set([...allowedPorts, ...privatePorts]), privatePorts };
}

/** Whether an address may not be connected to at a port. What is no address is forbidden. */
export function isForbidden(policy: AddressPolicy, address: string, port: number): boolean {
  if (policy.privatePorts === 'any' || policy.privatePorts.has(port)) return false;
  const family = isIP(address);
  return family === 0 || policy.forbidden.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** What of a URL can be judged without a name server; null if nothing speaks against it. */
export function refusalOf(policy: AddressPolicy, url: URL): UrlRefusal | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'scheme';
  if (url.username !== '' || url.password !== '') return 'credentials';
  const port = portOf(url);
  const host = addressOf(url);
  if (isIP(host) !== 0 && isForbidden(policy, host, port)) return 'private-address';
  if (policy.ports !== 'any' && !policy.ports.has(port)) return 'port';
  return null;
}

export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** The host as the socket wants it: IPv6 without brackets. */
export function addressOf(url: URL): string {
  return url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname;
}
