import { describe, expect, it } from 'vitest';
import { partsOfStep } from '../../src/explanation/index.ts';
import { weekPlan } from '../../src/simulation/index.ts';
import { openedBundled } from '../support/opened.ts';

const parts = (path: string, step: string, set: string[] = []) =>
  partsOfStep(step, openedBundled(path, set).designs);

describe('parts of the steps of the week', () => {
  it('belong to steps of the plan, and are on or off', () => {
    const { designs } = openedBundled('first');
    for (const { id } of weekPlan) {
      const { on, off } = partsOfStep(id, designs);
      expect(new Set([...on, ...off]).size).toBe(on.length + off.length);
    }
    expect(parts('first', 'timeline')).toEqual({ on: [], off: ['dated changes', 'shocks'] });
    expect(parts('first', 'press').on).toEqual([]);
  });

  it.each([
    ['first', 'arrive', 'crises', 'clients.crisis.onset=0.01'],
    ['first', 'attach', 'caseworkers who leave', 'caseworkers.staffing.turnover.base=0.2'],
    ['first', 'attach', 'offices that refuse', 'pathway.programme.refusal.on=true'],
    ['first', 'attach', 'clients who do not want the place', 'pathway.programme.uptake=0.6'],
    ['first', 'press', 'pressure from talk of targets', 'offices.provider.pressure.base=0.2'],
    ['first', 'outcomes', 'clients who drop out', 'pathway.programme.dropOut=0.01'],
    ['first', 'claim', 'audits', 'commissioner.audit.share=0.1'],
  ])('of %s: %s has %s once %s', (path, step, what, set) => {
    expect(parts(path, step).off).toContain(what);
    expect(parts(path, step, [set]).on).toContain(what);
  });

  it('count as on where one design alone has them, or one phase', () => {
    expect(parts('activation-pilot', 'timeline').on).toContain('dated changes');
    expect(parts('strategic-outcomes', 'adapt').on).toContain('reviews');
    expect(parts('work-programme', 'allocate').on).toContain('required contacts');
    expect(parts('liaison-diversion', 'claim').on).toContain('records that wait');
  });
});
