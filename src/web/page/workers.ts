import * as comlink from 'comlink';
import type { WorkerApi } from '../engine/workerApi.ts';

/** The services of a worker, called across. They must not be what a promise resolves with: they would be asked for `then`. */
export type Services = { [Name in keyof WorkerApi]: comlink.Remote<WorkerApi[Name]> };

/** Where the page's own script stands: it is also that of the workers. */
const script = globalThis.document?.currentScript?.textContent ?? '';

let address: string | undefined;

/** Told of a worker that cannot start or has failed for good. */
let onFault = (_message: string): void => {};

export function hearFaults(hear: (message: string) => void): void {
  onFault = hear;
}

/** Starts a worker that runs this page's own script: nothing is loaded. */
export function startWorker(): Services {
  address ??= URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(address);
  worker.onerror = ({ message }) => onFault(message || 'A worker of the page could not start.');
  return comlink.wrap(worker) as unknown as Services;
}

/** Most workers that run replicates at a time. More would share caches and memory that phones and laptops do not have. */
const MOST = 4;

/** A desk with a worker that draws and as many for replicates as the machine has cores beside the page's own. */
export async function startDesk(): Promise<{ desk: Services['desk'] }> {
  const { desk } = startWorker();
  const runners = Math.max(1, Math.min(MOST, (navigator.hardwareConcurrency || 2) - 1));
  await Promise.all([
    between(startWorker().drawer.serve, desk.engage),
    ...Array.from({ length: runners }, () => between(startWorker().simulator.serve, desk.employ)),
  ]);
  return { desk };
}

/** Gives two workers a port each to the other. */
async function between(
  serve: (port: MessagePort) => Promise<void>,
  use: (port: MessagePort) => Promise<void>,
): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await Promise.all([serve(comlink.transfer(port1, [port1])), use(comlink.transfer(port2, [port2]))]);
}
