import { chance, EACH, priorityOf, startChance, timePeer, WORKERS } from './peerModel.ts';
import type { Version } from './versions.ts';

/** What is used of flocc. */
interface Agent {
  get(key: string): number;
  /** Sets a value; under `tick` what the agent does at every tick. */
  set(key: string, value: unknown): void;
}
interface Flocc {
  Agent: new () => Agent;
  Environment: new (
    options?: object,
  ) => {
    addAgent(agent: Agent): void;
    tick(options?: { randomizeOrder?: boolean }): void;
  };
}

const HOURS = 37;

/** Caseworkers and clients are agents with data of their own and a rule each; caseworkers are ticked first. */
export function flocc(library: unknown): Version {
  const { Agent, Environment } = library as Flocc;
  return {
    name: 'flocc 0.7.0',
    run() {
      const environment = new Environment();
      let starts = 0;
      const come = (client: Agent): void => {
        const distance = chance();
        client.set('distance', distance);
        client.set('need', 0.5 + 1.5 * distance);
        client.set('ready', 0);
      };
      const caseloads = Array.from({ length: WORKERS }, () =>
        Array.from({ length: EACH }, () => new Agent()),
      );
      for (const clients of caseloads) {
        const worker = new Agent();
        worker.set('tick', () => {
          for (const client of clients) {
            client.set('priority', priorityOf(client.get('distance'), client.get('need')));
            client.set('hours', 0);
          }
          let left = HOURS;
          for (const client of [...clients].sort((a, b) => b.get('priority') - a.get('priority'))) {
            const hours = Math.min(left, client.get('need'));
            client.set('hours', hours);
            left -= hours;
            if (left <= 0) break;
          }
        });
        environment.addAgent(worker);
      }
      for (const client of caseloads.flat()) {
        come(client);
        client.set('tick', (own: Agent) => {
          const ready = own.get('ready') + 0.1 * own.get('hours') * (1 - own.get('ready'));
          own.set('ready', ready);
          if (chance() >= startChance(ready, own.get('distance'))) return;
          starts++;
          come(own);
        });
        environment.addAgent(client);
      }
      return timePeer(() => {
        starts = 0;
        environment.tick({ randomizeOrder: false });
        return starts;
      });
    },
  };
}
