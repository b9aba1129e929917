import type { World } from '../model/world.ts';

/**
 * Client-weeks, attached and without outcome, in stages that a role does not serve: they are no weeks in which its hours
 * could go to the client. Counted in steps, for roles that leave some stage to others.
 */
export class UnservedWeeks {
  /** [role][row]; absent while there are none. */
  private readonly weeks: (Uint16Array | undefined)[] = [];
  /** [role] clients in the step observed last. */
  private counts: number[] = [];

  /** Counts the step that has just ended. */
  observe({ phase, service, clients, people }: World): void {
    phase.roles.forEach(({ notServed }, role) => {
      this.counts[role] = 0;
      if (!notServed.includes(1)) return;
      this.weeks[role] ??= new Uint16Array(people.count);
      const weeks = this.weeks[role];
      for (let at = 0; at < service.attachedCount; at++) {
        const row = service.attached[at];
        const stage = clients.stage[row];
        if (phase.stageCounts[stage] === 0 || notServed[stage] === 0) continue;
        weeks[row]++;
        this.counts[role]++;
      }
    });
  }

  stepCount(role: number): number {
    return this.counts[role];
  }

  /** Takes a role's weeks from others, row by row. */
  taken(role: number, from: Uint16Array): Uint16Array {
    const weeks = this.weeks[role];
    return weeks === undefined ? from : from.map((all, row) => all - weeks[row]);
  }
}
