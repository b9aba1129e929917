import { exitCode } from './exitCodes.ts';

export type InterruptSignal = keyof typeof exitCode.interrupted;

const signals = Object.keys(exitCode.interrupted) as InterruptSignal[];

/**
 * Hears Ctrl-C, requests to end, and that the terminal was closed. The first aborts `signal`, so that the work can close in
 * good order; the second ends the process at once, but for a closed terminal, of which shell and system both tell.
 */
export function listenForInterrupts(onFirst: (received: InterruptSignal) => void): {
  signal: AbortSignal;
  received: () => InterruptSignal | undefined;
  stop: () => void;
} {
  const controller = new AbortController();
  let received: InterruptSignal | undefined;
  const hear = (name: NodeJS.Signals) => {
    if (received && name === 'SIGHUP') return;
    if (received) process.exit(exitCode.interrupted[received]);
    received = name as InterruptSignal;
    onFirst(received);
    controller.abort();
  };
  for (const name of signals) process.on(name, hear);
  return {
    signal: controller.signal,
    received: () => received,
    stop: () => {
      for (const name of signals) process.off(name, hear);
    },
  };
}
