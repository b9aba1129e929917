import { describe, expect, it } from 'vitest';
import { Status } from '../../../../src/model/service.ts';
import { decisions, drawStream, nameIndex, seedKey } from '../../../../src/random/index.ts';
import { simulateReplicate, watchDesign } from '../../../../src/simulation/index.ts';
import { Tracer } from '../../../../src/simulation/watch/trace/tracer.ts';
import type { ClientTrace } from '../../../../src/tables/trace.ts';
import { eventful, inDays, inTeams, scarce } from '../../../support/eventful.ts';
import { openSmall, type Patch } from '../../../support/smallScenario.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const total = (parts: Record<string, number>): number => sum(Object.values(parts));

const programmes: [string, Patch[]][] = [
  ['with openings for all', [eventful]],
  ['with scarce openings', [eventful, scarce]],
  ['in days', [eventful, inDays]],
  ['in teams', [eventful, inTeams]],
];

/** Traces of all clients of the small programme. */
function tracesOf(patches: Patch[]): { traces: ClientTrace[]; loaded: ReturnType<typeof openSmall> } {
  const loaded = openSmall(...patches);
  const tracer = new Tracer(loaded, 'small', 'base', 0);
  const traces: ClientTrace[] = [];
  for (let at = 0; at < tracer.clients.length; at++) traces.push(tracer.client(at));
  return { traces, loaded };
}

describe.each(programmes)('a life that is traced, %s', (name, patches) => {
  const { traces, loaded } = tracesOf(patches);
  const isScarce = name === 'with scarce openings';

  it('tells the draws that the engine has, and what follows from them', () => {
    const key = seedKey(loaded.designs[0].scenario.seed);
    let told = 0;
    let apart = 0;
    for (const { client, steps } of traces) {
      const id = idOf(client.id);
      for (const {
        step,
        chances,
        stage,
        stageAfter,
        twinStage,
        twinStageAfter,
        events,
        twinEvents,
      } of steps) {
        for (const each of chances) {
          const { transition, event, to, draw, chance, twinChance, moved, twinMoved, opening } = each;
          const stream = drawStream(key, 0, decisions.transition, nameIndex(transition));
          expect(draw).toBe(stream.uniform(id, step));
          const below = chance !== null && draw < chance;
          const twinBelow = twinChance !== null && draw < twinChance;
          if (opening === null) expect([moved, twinMoved]).toEqual([below, twinBelow]);
          else {
            expect(isScarce).toBe(true);
            const { threshold, clock, twinClock } = opening;
            expect(moved).toBe(below && (threshold === null || clock! < threshold));
            expect(twinMoved).toBe(twinBelow && (threshold === null || twinClock! <= threshold));
          }
          // Each event of the small programme comes of one transition, each stage has one way out.
          expect(events.some((one) => one.event === event)).toBe(moved);
          expect(twinEvents.includes(event)).toBe(twinMoved);
          if (moved) expect(stageAfter).toBe(to);
          if (twinMoved) expect(twinStageAfter).toBe(to);
          if (moved || twinMoved) told++;
          if (moved !== twinMoved) apart++;
        }
        const moves = chances.filter(({ moved }) => moved).length;
        const twinMoves = chances.filter(({ twinMoved }) => twinMoved).length;
        expect(stage === stageAfter).toBe(moves === 0);
        expect(twinStage === twinStageAfter).toBe(twinMoves === 0);
      }
    }
    expect(told).toBeGreaterThan(5);
    expect(apart).toBeGreaterThan(0);
  });

  it('tells of other draws what they decided', () => {
    const met = new Set<string>();
    for (const { steps } of traces)
      for (const { draws, events, found, roles, crisisBegan } of steps) {
        const had = (event: string): boolean => events.some((each) => each.event === event);
        for (const { about, draw, chance, happened, twin } of draws) {
          expect(happened).toBe(draw < chance);
          met.add(about);
          if (twin) continue;
          if (about === 'uptake') expect(had('declined')).toBe(!happened);
          if (about === 'acceptance') expect(had('attached')).toBe(happened);
          if (about === 'acceptance') expect(had('refused')).toBe(!happened);
          if (about === 'dropOut') expect(had('droppedOut')).toBe(happened);
          if (about === 'discovery') expect(found).toBe(happened);
          if (about === 'sanction') expect(had('sanctioned')).toBe(happened);
          if (about === 'formOnly' && happened)
            expect(roles.some(({ contact }) => contact === 'token')).toBe(true);
        }
        if (crisisBegan !== null) expect(crisisBegan.draw).toBeLessThan(crisisBegan.chance);
      }
    // By the day everybody is on record before a rule asks for it.
    const byRule = name === 'in days' ? [] : ['compliance', 'formOnly'];
    for (const about of ['uptake', 'acceptance', 'discovery', ...byRule]) expect(met).toContain(about);
  });

  it('takes appeals apart by motive, and says who lay above the line', () => {
    let above = 0;
    let under = 0;
    for (const { steps } of traces)
      for (const { roles } of steps)
        for (const { division, hours, contact } of roles) {
          if (division === null) continue;
          const { motives, judged, noise, appeal, place, served, claimants, least } = division;
          expect(Math.abs(total(motives) - judged)).toBeLessThanOrEqual(1e-12 * Math.max(1, judged));
          expect(appeal).toBe(judged * noise);
          expect(place).toBeGreaterThan(0);
          expect(place).toBeLessThanOrEqual(claimants);
          if (least === null) continue;
          if (contact !== 'none') above++;
          else under++;
          // Who lies under the line has too small an appeal for the shortest appointment, or nobody below has more.
          if (contact === 'none') expect(place).toBeGreaterThan(served);
          else expect(hours).toBeGreaterThan(0);
        }
    expect(above).toBeGreaterThan(10);
    expect(under).toBeGreaterThan(10);
  });

  it('tells what was seen, and of what it was made', () => {
    let looks = 0;
    for (const { client, steps } of traces)
      for (const { roles } of steps)
        for (const { seen } of roles) {
          if (seen === null) continue;
          const { need, trueNeed, hiddenPart, error, bias, contactHours } = seen;
          const made = trueNeed - hiddenPart + error + bias;
          expect(need).toBeCloseTo(Math.min(1, Math.max(0, made)), 12);
          // Half of the error is left after `appearanceLearning` hours.
          const { appearanceLearning } = loaded.designs[0].scenario.clients;
          expect(error).toBeCloseTo(client.appearanceError / (1 + contactHours / appearanceLearning), 12);
          expect(bias).toBe(client.groupBias);
          looks++;
        }
    expect(looks).toBeGreaterThan(50);
  });

  it('agrees with the run about need, hours, money and events', () => {
    const session = watchDesign(loaded, 'base', 0);
    const { world } = session;
    const rowOf = new Map(Array.from(world.people.id, (id, row) => [id, row]));
    const weights = Object.values(loaded.designs[0].scenario.clients.barriers).map(({ weight }) => weight);
    while (!session.done) {
      const { week } = session.step();
      for (const { client, steps, stepsPerWeek } of traces) {
        const row = rowOf.get(idOf(client.id))!;
        const last = steps.find(({ step }) => step === (week + 1) * stepsPerWeek - 1);
        if (last === undefined || last.asTwin) continue;
        const need = sum(weights.map((weight, k) => weight * world.clients.barriers[k][row]));
        expect(last.need).toBeCloseTo(need, 12);
        expect(last.trust).toBe(world.service.trust[row]);
        expect(last.stageAfter).toBe(session.names.stages[world.clients.stage[row]]);
        expect(last.weeksUnseen === null).toBe(world.service.status[row] !== Status.attached);
      }
    }
    const options = { references: [], clientTable: true };
    const [{ clients }] = simulateReplicate(loaded, 0, options).designs;
    const column = (of: string, row: number): number => clients!.find((each) => each.name === of)!.data[row];
    for (const { client, steps } of traces) {
      const row = rowOf.get(idOf(client.id))!;
      const own = steps.flatMap(({ roles }) => roles.filter(({ role }) => role === 'adviser'));
      expect(sum(own.map(({ hours }) => hours))).toBeCloseTo(column('contactHours', row), 4);
      for (const event of session.names.events) {
        const first = steps.find(({ events }) => events.some((each) => each.event === event))?.week ?? -1;
        const twin = steps.find(({ twinEvents }) => twinEvents.includes(event))?.week ?? -1;
        expect([event, first]).toEqual([event, column(`first.${event}`, row)]);
        expect([event, twin]).toEqual([event, column(`twin.first.${event}`, row)]);
      }
      for (const { helped, drifted, barriers, step } of steps) {
        const before = steps.find((each) => each.step === step - 1)?.barriers;
        for (const { name: barrier, level } of client.barriers)
          expect(barriers[barrier]).toBeCloseTo(
            (before?.[barrier] ?? level) + helped[barrier] + drifted[barrier],
            12,
          );
      }
    }
  });
});

/** The number behind an id as tables write it. */
function idOf(text: string): number {
  const [stream, step, nth] = text.slice(1).split('-').map(Number);
  return ((stream << 28) | (step << 16) | nth) >>> 0;
}
