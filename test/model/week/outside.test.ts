import { describe, expect, it } from 'vitest';
import { Contact } from '../../../src/model/service.ts';
import { dispositions } from '../../../src/model/staff/dispositions.ts';
import { MOTIVE, motiveNames } from '../../../src/model/staff/motives/registry.ts';
import type { OpenDesk, OutsideHours } from '../../../src/model/week/allocate/outside.ts';
import type { World } from '../../../src/model/world.ts';
import { copyOf } from '../../support/columns.ts';
import { checkHours } from '../../support/conserved.ts';
import { everyDuty, withDuties } from '../../support/duties.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const nothing = ({ clients, duties }: OpenDesk) => ({
  clients: new Float64Array(clients.length),
  inForm: new Uint8Array(clients.length),
  duties: new Float64Array(duties.length),
});
const ownWeights = ({ caseworkers }: World, worker: number) =>
  Object.fromEntries(
    motiveNames.map((motive) => [motive, caseworkers.weights[MOTIVE[motive]][worker]]),
  ) as Record<(typeof motiveNames)[number], number>;

const tablesOf = (world: World) => {
  const { strain, strainHours, formerStrain, formerStrainHours, ...caseworkers } = copyOf(world.caseworkers);
  return { caseworkers, service: copyOf(world.service), clients: copyOf(world.clients) };
};

describe('a division from outside', () => {
  const ruled: Patch = { rules: { visit: { role: 'adviser', every: 3 } } };

  it.each<[string, Patch]>([
    ['clients alone', {}],
    ['duties', withDuties(everyDuty)],
    ['required contacts', ruled],
    ['the priority rule', { caseworkers: { allocation: { rule: 'priority' } } }],
    ['crises that lengthen contacts', { caseworkers: { roles: { adviser: { crisisLength: 2 } } } }],
  ])('that asks what the rule would do, and does it, leaves no trace: %s', (_, patch) => {
    const loaded = openSmall(patch);
    const plain = runSmall(loaded);
    let asked = 0;
    const outside = runSmall(loaded, {
      look: checkHours,
      prepare: (world) => {
        world.outsideDivision = (now, desk) => {
          asked++;
          return desk.dividedBy(ownWeights(now, desk.worker));
        };
      },
    });
    expect(asked).toBeGreaterThan(100);
    expect(tablesOf(outside)).toEqual(tablesOf(plain));
    expect(outside.dutyHours).toEqual(plain.dutyHours);
  });

  it('may ask what others would do without changing anything', () => {
    const loaded = openSmall(withDuties(everyDuty, ruled));
    const plain = runSmall(loaded);
    let differs = 0;
    const asking = runSmall(loaded, {
      prepare: (world) => {
        world.outsideDivision = (_, desk) => {
          const [careful, keen] = ['caregiver', 'entrepreneur'].map((name) =>
            desk.dividedBy(dispositions[name].weights),
          );
          if (careful.clients.toString() !== keen.clients.toString()) differs++;
          return undefined;
        };
      },
    });
    expect(differs).toBeGreaterThan(20);
    expect(copyOf(asking.caseworkers)).toEqual(copyOf(plain.caseworkers));
    expect(tablesOf(asking)).toEqual(tablesOf(plain));
  });

  it('gives clients and duties what it says, and what it keeps back is lost', () => {
    const court = { kind: 'otherWork', role: 'adviser', item: 0.5, ask: 2, first: true };
    const partners = { kind: 'liaison', role: 'adviser', item: 0.5, ask: 2 };
    let divided = 0;
    let newest = -1;
    const world = runSmall(openSmall(withDuties({ partners, court }, ruled)), {
      look: (now) => {
        checkHours(now);
        for (let row = 0; row < now.people.count; row++)
          if (now.service.worker[0][row] === 1 && now.service.contact[0][row] !== Contact.none)
            expect(now.service.hours[0][row]).toBe(row === newest ? 0.5 : 0);
      },
      prepare: (now) => {
        now.outsideDivision = (_, desk) => {
          if (desk.worker !== 1 || desk.clients.length === 0) return undefined;
          const given = nothing(desk);
          newest = Math.max(...desk.clients);
          given.clients[desk.clients.indexOf(newest)] = Math.min(0.5, desk.hours);
          if (desk.hours < 1.5) return nothing(desk);
          given.duties[0] = desk.duties[0].waitingHours(1) >= 0.5 ? 0.5 : 0;
          divided++;
          return given;
        };
      },
    });
    expect(divided).toBeGreaterThan(10);
    expect(world.dutyHours.total[0][1]).toBeCloseTo(0.5 * divided, 6);
    expect(world.dutyHours.total[1][1]).toBeGreaterThan(5);
    expect(world.dutyHours.lost[1]).toBeGreaterThanOrEqual(0);
  });
  it('may put contacts in form only on file', () => {
    const world = runSmall(openSmall(ruled), {
      prepare: (now) => {
        now.outsideDivision = (_, desk) =>
          desk.role === 0
            ? { ...nothing(desk), inForm: new Uint8Array(desk.clients.length).fill(1) }
            : undefined;
      },
      look: checkHours,
    });
    expect(sum(world.service.contactHours)).toBe(0);
    expect(Math.max(...world.service.lastRecorded[0])).toBeGreaterThan(20);
  });

  it.each<[string, (given: { clients: Float64Array; duties: Float64Array }, desk: OpenDesk) => void]>([
    ['more hours than there are', (given, desk) => given.clients.fill(desk.hours)],
    ['hours below 0', (given) => given.clients.fill(-0.1)],
    ['hours that are no number', (given) => given.clients.fill(Number.NaN)],
    ['more of a duty than waits', (given) => given.duties.fill(1000)],
  ])('cannot give %s', (_, change) => {
    const run = () =>
      runSmall(openSmall(withDuties(everyDuty)), {
        prepare: (now) => {
          now.outsideDivision = (_world, desk): OutsideHours | undefined => {
            const given = nothing(desk);
            if (desk.clients.length < 2 || desk.duties.length === 0) return undefined;
            change(given, desk);
            return given;
          };
        },
      });
    expect(run).toThrow(RangeError);
  });
});
