import { describe, expect, it } from 'vitest';
import { beginWorld, buildWorld, idText, Sharing, Tracer } from '../../../../src/simulation/index.ts';
import { clientStory } from '../../../../src/words/trace/index.ts';
import { openedBundled } from '../../../support/opened.ts';

/** One life of a bundled scenario: its sentences against its ledger, and the ledger against the run itself. */
describe('a life of the bundled first scenario', () => {
  const loaded = openedBundled('first', ['scale=0.3']);
  const [design] = loaded.designs;
  const tracer = new Tracer(loaded, 'first', design.id, 0);
  const { row, ...picked } = tracer.pick('helped')!;
  const trace = tracer.client(row, picked);
  const { steps, client } = trace;
  const story = clientStory(trace, { from: 0, to: trace.weeks, all: true });
  // The same run without anybody who looks on; its list of events is that of the step under way.
  const course = beginWorld(buildWorld(design, new Sharing(loaded, 0).of(design)));
  const { world } = course;
  const ofRun: [step: number, client: number, event: string][] = [];
  while (!course.done) {
    course.step();
    const { count, client: whose, event } = world.events;
    for (let at = 0; at < count; at++) ofRun.push([world.step, whose[at], world.names.events[event[at]]]);
  }
  course.finish();
  const place = Array.from(world.people.id).findIndex((id) => idText('client', id) === client.id);

  it('has the events of the run, each in its week and no others', () => {
    const told = steps.flatMap(({ step, events }) => events.map(({ event }) => [step, place, event]));
    expect(told).toEqual(ofRun.filter(([, whose]) => whose === place));
    expect(told.map(([, , name]) => name)).toContain(trace.mainEvent);
  });

  it('has hours that add up from step to step, and to those of the run', () => {
    let before = 0;
    let met = 0;
    for (const { roles } of steps) {
      for (const { seen } of roles) {
        if (seen === null) continue;
        expect(seen.contactHours).toBeCloseTo(before, 9);
        met++;
      }
      before += roles.reduce((sum, { hours }) => sum + hours, 0);
    }
    expect(met).toBeGreaterThan(50);
    expect(before).toBeCloseTo(world.service.contactHours[place], 9);
    expect(story.head.join(' ')).toContain(`Got ${before.toFixed(1)} hours`);
  });

  it('has need that goes from step to step by what help and drift did to barriers', () => {
    let levels = Object.fromEntries(client.barriers.map(({ name, level }) => [name, level]));
    for (const { barriers, helped, drifted, need } of steps) {
      for (const [name, level] of Object.entries(barriers))
        expect(level).toBeCloseTo(levels[name] + helped[name] + drifted[name], 9);
      levels = barriers;
      const weighted = client.barriers.reduce((sum, { name, weight }) => sum + weight * barriers[name], 0);
      expect(need).toBeCloseTo(weighted, 9);
    }
  });

  it('is told in the units of the ledger: hours of the week, probabilities from 0 to 1, money of the account', () => {
    const textOf = new Map(story.parts.map(({ label, text }) => [label, text.join(' ')]));
    let hoursTold = 0;
    let chancesTold = 0;
    for (const { week, roles, chances, paid, stage } of steps) {
      const text = textOf.get(`Week ${week + 1}`)!;
      for (const { division, hours } of roles) {
        if (division === null || hours === 0) continue;
        expect(text).toContain(`${hours.toFixed(2)} hours`);
        hoursTold++;
      }
      for (const { chance, twinChance, draw, moved } of chances) {
        for (const each of [chance, twinChance, draw])
          expect(each === null || (each >= 0 && each <= 1)).toBe(true);
        if (!moved || twinChance === null) continue;
        expect(text).toContain(`the draw was ${draw.toFixed(3)}`);
        expect(text).toContain(
          `${chance!.toFixed(3)} for the client and ${twinChance.toFixed(3)} for the twin`,
        );
        chancesTold++;
      }
      const pounds = paid.reduce((sum, { amount }) => sum + amount, 0);
      if (pounds > 0)
        expect([stage, text]).toEqual([stage, expect.stringContaining(`£${pounds.toLocaleString('en-GB')}`)]);
    }
    expect(hoursTold).toBeGreaterThan(20);
    expect(chancesTold).toBe(1);
    expect(steps.flatMap(({ paid }) => paid).reduce((sum, { amount }) => sum + amount, 0)).toBe(3000);
  });
});
