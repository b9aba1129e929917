import type { Scenario } from '../../src/model/schema/scenario.ts';
import type { World } from '../../src/model/world.ts';
import type { LoadedScenario } from '../../src/scenario/index.ts';
import { runSmall } from '../support/smallScenario.ts';

export const JOB = 'jobStart';

/** Of one step: who had the event, and how many were in follow-up. */
interface Step {
  rows: number[];
  people: number;
}

/** Job starts of every step, with and without the service, as somebody who only watches would note them. */
export function jobStarts(loaded: LoadedScenario<Scenario>) {
  const follow = (division: World['division']) => {
    const steps: Step[] = [];
    const look = ({ events, names, windowFrom, windowTo }: World) => {
      const event = names.events.indexOf(JOB);
      const rows = Array.from(events.client.subarray(0, events.count)).filter(
        (_, at) => events.event[at] === event,
      );
      steps.push({ rows, people: windowTo - windowFrom });
    };
    const world = runSmall(loaded, { division, look });
    return Object.assign(steps, { attachedAt: world.service.attachedAt });
  };
  return { own: follow('scenario'), without: follow('noService') };
}
