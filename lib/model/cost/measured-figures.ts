import type { MeasuredUsage } from './measured-usage.ts';

/**
 * What the deployed functions ask of AWS, for messages of full size (up to 200 pages of 100 KB).
 * Requests are counted from the code of the stages; milliseconds are CPU time on one core, divided
 * by the share of a core that the function's memory buys (1,769 MB are one, Lambda's documentation).
 */
export const MEASURED: MeasuredUsage = {
  asOf: '2026-11-26',
  stages: {
    discover: {
      memoryMb: 1024,
      invocations: 1,
      perInvocation: { s3Writes: 5, s3Reads: 16, sqsFifo: 4, ms: 300, logBytes: 600 },
      perHost: {},
      perPage: { ms: 1 },
    },
    fetch: {
      memoryMb: 512,
      invocations: 1,
      perInvocation: {
        s3Writes: 4,
        s3Reads: 15,
        sqsFifo: 4,
        sqsStandard: 3,
        ms: 500,
        logBytes: 1500,
      },
      perHost: { s3Writes: 1, s3Reads: 1 },
      perPage: { ms: 12 },
    },
    clean: {
      memoryMb: 1024,
      invocations: 1,
      perInvocation: { s3Writes: 1, s3Reads: 1, sqsStandard: 4, ms: 300, logBytes: 1500 },
      perHost: {},
      perPage: { s3Writes: 1, s3Reads: 1, ms: 60 },
    },
    commit: {
      memoryMb: 512,
      invocations: 2,
      perInvocation: { s3Writes: 2, s3Reads: 9, sqsStandard: 2, ms: 200, logBytes: 600 },
      perHost: {},
      perPage: {},
    },
  },
  rawBytesPerPayloadByte: 0.25,
  storedBytesPerPage: 12_000,
  sentBytesPerPage: 600,
};
