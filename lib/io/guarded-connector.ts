import { connect as connectTcp, type LookupFunction, type Socket } from 'node:net';
import type { buildConnector } from 'undici';
import connectorWith from 'undici/lib/core/connect.js';
import { type AddressPolicy, isForbidden } from './address-rules.ts';

export interface ConnectorOptions {
  readonly policy: AddressPolicy;
  readonly connectMs: number;
  /** Name resolution; the system's by default. */
  readonly lookup?: LookupFunction;
}

/** The connection was refused by our own rule. */
export class ForbiddenAddressError extends Error {
  override readonly name: string = 'ForbiddenAddressError';
  readonly code = 'ERR_IP_BLOCKED';
}

/** The connection was not there in time. */
export class ConnectTimeoutError extends Error {
  override readonly name: string = 'ConnectTimeoutError';
}

/**
 * Connects only to addresses the policy allows, judged on the very address the socket connects to,
 * so no second DNS answer can differ from the judged one.
 * The list is handed to a plain TCP connection and TLS is put on top of it: `tls.connect` ignores
 * `blockList` (Node 24), so an https URL would reach any address.
 */
export function guardedConnector(options: ConnectorOptions): buildConnector.connector {
  const { policy, connectMs } = options;
  const secure = connectorWith({ timeout: connectMs, maxCachedSessions: 100, allowH2: false });

  return (target, callback) => {
    const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
    const isOpen = policy.privatePorts === 'any' || policy.privatePorts.has(port);
    const socket = connectTcp({
      host: target.hostname,
      port,
      autoSelectFamily: true,
      ...(isOpen ? {} : { blockList: policy.forbidden }),
      ...(options.lookup ? { lookup: options.lookup } : {}),
    });
    socket.setNoDelay(true).setKeepAlive(true, 60_000);
    settle(socket, connectMs, (error) => {
      if (error) return callback(error, null);
      const { remoteAddress } = socket;
      if (remoteAddress === undefined || isForbidden(policy, remoteAddress, port)) {
        socket.destroy();
        return callback(new ForbiddenAddressError(`${remoteAddress} is not public`), null);
      }
      if (target.protocol !== 'https:') return callback(null, socket);
      // undici's connector dereferences `servername` from the host when it is absent
      secure({ ...target, httpSocket: socket }, callback);
    });
  };
}

/** Calls back once: connected, failed, or too late. */
function settle(socket: Socket, connectMs: number, done: (error: Error | null) => void): void {
  const timer = setTimeout(() => {
    socket.destroy(new ConnectTimeoutError(`no connection within ${connectMs} ms`));
  }, connectMs);
  const onError = (error: Error): void => {
    clearTimeout(timer);
    done(error);
  };
  socket.once('error', onError);
  socket.once('connect', () => {
    clearTimeout(timer);
    socket.off('error', onError);
    done(null);
  });
}
