import { WEEKS } from './caseload.ts';
import { processorSeconds } from './processorTime.ts';
import type { Run } from './versions.ts';

export const WORKERS = 100;
export const EACH = 100;
const HOURS = 37;

/** A client of the workload as an object. */
export interface Client {
  distance: number;
  ready: number;
  need: number;
  priority: number;
  hours: number;
}

export const chance = Math.random;

export function newClient(): Client {
  const distance = chance();
  return { distance, ready: 0, need: 0.5 + 1.5 * distance, priority: 0, hours: 0 };
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

export const priorityOf = (distance: number, need: number): number =>
  logistic(2 - 4 * distance) / need + 0.6 * chance();

export const startChance = (ready: number, distance: number): number =>
  logistic(4 * ready - 1.5 * distance - 4);

/** Divides a caseworker's hours: clients in order of priority, each what they need, the last one what is left. */
export function divide(clients: readonly Client[]): void {
  for (const client of clients) {
    client.priority = priorityOf(client.distance, client.need);
    client.hours = 0;
  }
  let left = HOURS;
  for (const client of [...clients].sort((a, b) => b.priority - a.priority)) {
    client.hours = Math.min(left, client.need);
    left -= client.hours;
    if (left <= 0) break;
  }
}

/** A client's week after the hours; whether a job starts. */
export function live(client: Client): boolean {
  client.ready += 0.1 * client.hours * (1 - client.ready);
  return chance() < startChance(client.ready, client.distance);
}

/** Times the weeks of a peer; `week` returns the job starts of one. */
export function timePeer(week: () => number): Run {
  const start = processorSeconds();
  let starts = 0;
  for (let at = 0; at < WEEKS; at++) starts += week();
  return { seconds: processorSeconds() - start, counts: { 'about job starts': starts } };
}
