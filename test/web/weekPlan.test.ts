import { describe, expect, it } from 'vitest';
import type { ChairDesk, SeenClient } from '../../src/tables/chair.ts';
import { WeekPlan } from '../../src/web/page/chair/plan.ts';

const client = (id: string, weeksSinceContact: number, crisis = false) =>
  ({ id, weeksSinceContact, crisis, shortest: 0.5, weeksOnCaseload: 20, appearance: 0.5 }) as SeenClient;

const desk = (atHand: number) =>
  ({
    hours: { atHand, paid: atHand, contact: atHand, first: [] },
    inFormHours: 0.25,
    clients: [client('a', 9), client('b', 1, true), client('c', 5), client('d', 2)],
    duties: [],
  }) as unknown as ChairDesk;

const last = { clients: { a: 1, d: 0.5, gone: 3 }, inForm: [], duties: {} };

describe('a week that is filled in at once', () => {
  it('keeps the appointment of a caller who was answered, and divides what is left', () => {
    const plan = new WeekPlan(desk(2), last, null);
    plan.setClient('b', 1);
    plan.fill('longest');
    expect(plan.clients.value).toEqual({ a: 0.5, c: 0.5, b: 1 });
    expect(plan.left.value).toBe(0);
    plan.fill('last');
    expect(plan.clients.value).toEqual({ a: 1, d: 0.5, b: 1 });
    plan.fill('clear');
    expect(plan.clients.value).toEqual({});
  });

  it('leaves a caller who was not answered to the rule', () => {
    const plan = new WeekPlan(desk(1), last, null);
    plan.fill('longest');
    expect(plan.clients.value).toEqual({ a: 0.5, c: 0.5 });
    expect(new WeekPlan(desk(1), last, last).clients.value).toEqual(last.clients);
  });
});
