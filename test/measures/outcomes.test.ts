import { describe, expect, it } from 'vitest';
import { outcomes } from '../../src/measures/outcomes.ts';
import { Status } from '../../src/model/service.ts';
import { HandMadeWorld, JOB_START, measure, SUSTAINED, whyOf } from './handMadeWorld.ts';

describe('outcome.rate', () => {
  it('is the life table worked by hand: an early event, a competing exit, a late event, one not followed long', () => {
    const clients = [0, 0, 0, 4].map((referredAt) => ({ need: 0.1, referredAt }));
    const hand = new HandMadeWorld(clients, { steps: 6, measures: { horizon: 4 } });
    for (let row = 0; row < 4; row++) hand.attach(row, clients[row].referredAt);
    hand.event(0, JOB_START, 0).leave(1, 1).event(2, JOB_START, 3);
    // Week 1: 1 of 4. Week 2: one of 3 leaves, ½ remain; the fourth is followed no longer. Week 4: the last has it.
    expect(measure(outcomes, hand)['outcome.rate']).toBeCloseTo(0.75, 12);
    // Raw counts would say 2 of 4.
    expect(measure(outcomes, hand)['event.rate[event=jobStart]']).toBe(0.5);
  });

  it('does not count events after the horizon, nor clients who leave as still hoping', () => {
    const hand = new HandMadeWorld([{ need: 0.1 }, { need: 0.1 }], { measures: { horizon: 4 } }).attachAll();
    hand.leave(0, 2).event(1, JOB_START, 4);
    expect(measure(outcomes, hand)['outcome.rate']).toBe(0);
  });

  it('is read at the end of follow-up where that comes before the horizon', () => {
    const hand = new HandMadeWorld([{ need: 0.1 }, { need: 0.9 }], { followUp: 10 }).attachAll();
    hand.event(0, JOB_START, 5).leave(1, 10, Status.completed);
    const found = measure(outcomes, hand);
    expect(found['outcome.rate']).toBe(0.5);
    expect(found['equity.gap']).toBe(1);
  });

  it('is undefined in a slice without members, with the reason', () => {
    const hand = new HandMadeWorld([{ need: 0.1 }]).attachAll();
    const rows = outcomes.create(hand.setup).finish(hand.world, {});
    expect(whyOf(rows, 'outcome.rate[group=esa]')).toBe('nobody was attached');
    expect(whyOf(rows, 'outcome.rate')).toBe('nobody was followed for 100 weeks');
    expect(whyOf(rows, 'equity.gap')).toBe('a fifth has no outcome rate');
  });
});

describe('shares', () => {
  const clients = [0.1, 0.3, 0.5, 0.9].map((need, k) => ({ need, group: k === 3 ? 1 : 0 }));

  it('count first claimed events over the attached, and the main event by group', () => {
    const hand = new HandMadeWorld(clients).attach(0).attach(2).attach(3);
    hand.event(0, JOB_START, 2).event(0, SUSTAINED, 9).event(3, JOB_START, 3).event(2, JOB_START, 5, false);
    const found = measure(outcomes, hand);
    expect(found['attached.rate']).toBe(0.75);
    expect(found['attached.rate[fifth=2]']).toBe(0);
    expect(found['event.rate[event=jobStart]']).toBeCloseTo(2 / 3, 12);
    expect(found['event.rate[event=jobStart,group=jsa]']).toBe(0.5);
    expect(found['event.rate[event=jobStart,group=esa]']).toBe(1);
    expect(found['sustained.share']).toBe(0.5);
    expect(found['sustained.share[group=esa]']).toBe(0);
    expect('event.rate[event=attached]' in found).toBe(false);
  });

  it('count those who dropped out by their status', () => {
    const hand = new HandMadeWorld(clients).attachAll().leave(1, 3).leave(2, 9, Status.completed);
    expect(measure(outcomes, hand)['event.rate[event=droppedOut]']).toBe(0.25);
    expect(measure(outcomes, hand)['event.rate[event=completed]']).toBe(0.25);
  });

  it('of good quality are undefined unless the pathway follows quality', () => {
    const told = new HandMadeWorld(clients, { quality: true }).attachAll();
    told.event(0, JOB_START, 1).event(1, JOB_START, 1);
    told.world.clients.goodQuality[0] = 1;
    told.world.clients.goodQuality[1] = 0;
    expect(measure(outcomes, told)['quality.share']).toBe(0.5);
    const untold = new HandMadeWorld(clients).attachAll().event(0, JOB_START, 1);
    untold.world.clients.goodQuality[0] = 0;
    expect(measure(outcomes, untold)['quality.share']).toBeNull();
  });
});
