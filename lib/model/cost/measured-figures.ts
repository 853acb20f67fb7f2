import type { MeasuredUsage } from './measured-usage.ts';

/**
 * What the deployed functions ask of AWS, a message of 200 pages of 100 KB from ten hosts taken apart.
 * Requests: counted by a proxy between the functions and an emulator (tests/e2e, which fails if they ask
 * for more), rounded up. Milliseconds: CPU time of their processes there, start included, on one core of
 * a shared machine, divided by the share of a core that a function's memory buys (1,769 MB are one:
 * Lambda's documentation). Storage: 600 pages of the web, compressed, and a document of 3,200 characters.
 */
export const MEASURED: MeasuredUsage = {
  asOf: '2026-11-26',
  stages: {
    discover: {
      memoryMb: 2048,
      invocations: 1,
      perInvocation: { s3Writes: 5, s3Reads: 16, sqsFifo: 4, ms: 500, logBytes: 600 },
      perHost: {},
      perPage: {},
    },
    fetch: {
      memoryMb: 512,
      invocations: 1,
      perInvocation: {
        s3Writes: 4,
        s3Reads: 17,
        sqsFifo: 3,
        sqsStandard: 3,
        ms: 500,
        logBytes: 1500,
      },
      perHost: { s3Writes: 1, s3Reads: 1 },
      perPage: { ms: 43 },
    },
    clean: {
      memoryMb: 1024,
      invocations: 1,
      perInvocation: { s3Writes: 1, s3Reads: 1, sqsStandard: 4, ms: 300, logBytes: 1500 },
      perHost: { s3Reads: 1 }, // its profile
      perPage: { s3Writes: 1, s3Reads: 1, ms: 73 },
    },
    commit: {
      memoryMb: 512,
      invocations: 3,
      perInvocation: { s3Writes: 2, s3Reads: 30, sqsStandard: 2, ms: 500, logBytes: 600 },
      perHost: {},
      perPage: {},
    },
  },
  rawBytesPerPayloadByte: 0.18,
  storedBytesPerPage: 20_000,
  sentBytesPerPage: 600,
};
