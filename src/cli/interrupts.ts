import { exitCode } from './exitCodes.ts';

export type InterruptSignal = keyof typeof exitCode.interrupted;

/**
 * Hears Ctrl-C and requests to end. The first aborts `signal`, so that the work can close in good order; the second
 * ends the process at once.
 */
export function listenForInterrupts(onFirst: (received: InterruptSignal) => void): {
  signal: AbortSignal;
  received: () => InterruptSignal | undefined;
  stop: () => void;
} {
  const controller = new AbortController();
  let received: InterruptSignal | undefined;
  const hear = (name: NodeJS.Signals) => {
    if (received) process.exit(exitCode.interrupted[received]);
    received = name as InterruptSignal;
    onFirst(received);
    controller.abort();
  };
  process.on('SIGINT', hear);
  process.on('SIGTERM', hear);
  return {
    signal: controller.signal,
    received: () => received,
    stop: () => {
      process.off('SIGINT', hear);
      process.off('SIGTERM', hear);
    },
  };
}
