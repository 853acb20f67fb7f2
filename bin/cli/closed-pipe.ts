import { EXIT } from './exit-codes.ts';

/** `winnow ls | head` closes the pipe: that is no fault of ours. */
export function endOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
}
