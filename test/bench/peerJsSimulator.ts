import { type Client, divide, EACH, live, newClient, timePeer, WORKERS } from './peerModel.ts';
import type { Version } from './versions.ts';

/** What is used of js-simulator. */
interface SimEvent {
  update(deltaTime: number): void;
}
interface Simulator {
  Scheduler: new () => {
    scheduleRepeatingAt(event: SimEvent, start: number, every: number): void;
    update(): unknown;
  };
  SimEvent: new (rank: number) => SimEvent;
}

const caseloads = (): Client[][] =>
  Array.from({ length: WORKERS }, () => Array.from({ length: EACH }, newClient));

/** Caseworkers and clients are both events that fire every week, caseworkers first by rank. */
export function clientsAsEvents(library: unknown): Version {
  const { Scheduler, SimEvent } = library as Simulator;
  return {
    name: 'js-simulator 1.0.17, clients as events',
    run() {
      const scheduler = new Scheduler();
      let starts = 0;
      for (const clients of caseloads()) {
        const worker = new SimEvent(2);
        worker.update = () => divide(clients);
        scheduler.scheduleRepeatingAt(worker, 1, 1);
        for (let at = 0; at < EACH; at++) {
          const event = new SimEvent(1);
          event.update = () => {
            if (!live(clients[at])) return;
            clients[at] = newClient();
            starts++;
          };
          scheduler.scheduleRepeatingAt(event, 1, 1);
        }
      }
      return timePeer(() => {
        starts = 0;
        scheduler.update();
        return starts;
      });
    },
  };
}

/** Caseworkers are events, and go through their clients, who are plain objects, by themselves. */
export function clientsAsObjects(library: unknown): Version {
  const { Scheduler, SimEvent } = library as Simulator;
  return {
    name: 'js-simulator 1.0.17, clients as objects',
    run() {
      const scheduler = new Scheduler();
      let starts = 0;
      for (const clients of caseloads()) {
        const worker = new SimEvent(1);
        worker.update = () => {
          divide(clients);
          for (let at = 0; at < EACH; at++) {
            if (!live(clients[at])) continue;
            clients[at] = newClient();
            starts++;
          }
        };
        scheduler.scheduleRepeatingAt(worker, 1, 1);
      }
      return timePeer(() => {
        starts = 0;
        scheduler.update();
        return starts;
      });
    },
  };
}
