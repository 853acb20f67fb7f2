/** What one unit of work asks of AWS. Absent is zero. */
export interface Usage {
  /** S3 requests at the price of a PUT: PUT and LIST. */
  readonly s3Writes?: number;
  /** S3 requests at the price of a GET. */
  readonly s3Reads?: number;
  readonly sqsStandard?: number;
  readonly sqsFifo?: number;
  /** Milliseconds of the function, without the pauses that hosts are owed. */
  readonly ms?: number;
  readonly logBytes?: number;
}

/** One function: what each of its invocations, each host in them and each page costs. */
export interface StageUsage {
  readonly memoryMb: number;
  /** Invocations for one message of fetch. */
  readonly invocations: number;
  readonly perInvocation: Usage;
  readonly perHost: Usage;
  readonly perPage: Usage;
}

export const STAGES = ['discover', 'fetch', 'clean', 'commit'] as const;
export type Stage = (typeof STAGES)[number];

export interface MeasuredUsage {
  readonly asOf: string;
  readonly stages: Readonly<Record<Stage, StageUsage>>;
  /** Bytes kept for each byte of payload: the WARC file is compressed. */
  readonly rawBytesPerPayloadByte: number;
  /** Bytes of document and rows kept for a page. */
  readonly storedBytesPerPage: number;
  /** Bytes of a request to a site, TLS included. */
  readonly sentBytesPerPage: number;
}
