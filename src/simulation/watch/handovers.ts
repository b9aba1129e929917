import { writeCaseworkerId } from '../../model/build/caseworkers.ts';
import { Status } from '../../model/service.ts';
import type { World } from '../../model/world.ts';

/** A client's change of caseworker in one role; null for none. */
export interface Handover {
  role: string;
  from: string | null;
  to: string | null;
}

/** Follows whose client somebody is, while attached: at the end nobody hands over, and clients of a team have nobody of their own. */
export class Handovers {
  /** Ids of the client's caseworkers by role. */
  workers: (string | null)[];

  constructor(
    private readonly world: World,
    private readonly row: number,
  ) {
    this.workers = world.names.roles.map(() => null);
  }

  /** What has changed by the end of this step since the last call. */
  note(): Handover[] {
    const { world, row } = this;
    const { service, caseworkers, names, phase } = world;
    if (service.status[row] !== Status.attached || phase.pooled) return [];
    const fresh = service.attachedAt[row] === world.step;
    const changes: Handover[] = [];
    this.workers = service.worker.map((column, role) => {
      const worker = column[row];
      const to = worker < 0 ? null : writeCaseworkerId(caseworkers.id[worker]);
      const from = this.workers[role];
      if (to !== from || fresh) changes.push({ role: names.roles[role], from, to });
      return to;
    });
    return changes;
  }
}
