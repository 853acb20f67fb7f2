import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A process in which the emulator runs a function. */
export interface FunctionProcess {
  readonly pid: number;
  readonly stage: string;
  readonly cpuMs: number;
}

const NAME = /(?:^|\0)AWS_LAMBDA_FUNCTION_NAME=[^\0]*?-(\w+?)function/;
const PID = /^\d+$/;
/** Clock ticks a second. */
const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** The processes of functions of the emulator at `endpoint` that run now, of one stage or of all. */
export function functionProcesses(endpoint: string, stage?: string): FunctionProcess[] {
  return readdirSync('/proc')
    .filter((name) => PID.test(name))
    .flatMap((pid) => {
      try {
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
        const found = NAME.exec(environment)?.[1];
        if (!environment.includes(`AWS_ENDPOINT_URL=${endpoint}\0`)) return [];
        if (found === undefined || (stage !== undefined && found !== stage)) return [];
        // after the name in brackets: state is the third field, user and system time 14 and 15
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const cpuMs = ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
        return [{ pid: Number(pid), stage: found, cpuMs }];
      } catch {
        return []; // it has ended, or is not ours
      }
    });
}

/** Milliseconds of CPU by stage. */
export function cpuOfFunctions(endpoint: string): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { stage, cpuMs } of functionProcesses(endpoint))
    sum[stage] = (sum[stage] ?? 0) + cpuMs;
  return sum;
}
