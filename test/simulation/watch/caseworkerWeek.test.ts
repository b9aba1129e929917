import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { watchDesign } from '../../../src/simulation/index.ts';
import type { CaseworkerStep } from '../../../src/tables/caseworkerWeek.ts';
import { randomPatch } from '../../support/randomScenario.ts';
import { openSmall, type Patch } from '../../support/smallScenario.ts';
import { openBundled } from '../../support/whatIf.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Relative to the larger of both, or to 1 where both are small. */
function expectClose(one: number, other: number, tolerance: number): void {
  const size = Math.max(1e-300, Math.abs(one), Math.abs(other));
  expect(Math.abs(one - other) / size).toBeLessThan(tolerance);
}

/** Every appeal is the sum of its parts, with the noise on it. */
function checkParts(step: CaseworkerStep): void {
  for (const claim of step.clients) {
    if (claim.standing !== 'claimed') continue;
    expect(claim.parts).toHaveLength(step.motives.length);
    const size = Math.max(...claim.parts.map(Math.abs), claim.judged);
    expect(Math.abs(sum(claim.parts) - claim.judged)).toBeLessThanOrEqual(1e-12 * size);
    if (step.noiseForm === 'additive') expect(claim.appeal).toBe(claim.judged + claim.noise);
    else expect(claim.appeal).toBe(claim.judged * claim.noise);
  }
}

/** The conditions of the waterline: hours follow from appeal and line, all hours are given, nobody left out would pass. */
function checkWaterline(step: CaseworkerStep): void {
  const claims = step.clients.filter(({ standing }) => standing === 'claimed');
  const served = claims.filter(({ hours }) => hours > 0);
  const items = sum(step.duties.map(({ served: count, size }) => count * size));
  expect(sum(served.map(({ hours }) => hours)) + items).toBeLessThanOrEqual(step.divided * (1 + 1e-9) + 1e-9);
  if (served.length === 0) {
    expect(step.line).toBeNull();
    return;
  }
  const line = step.line!;
  for (const { appeal, hours } of served) {
    expectClose(appeal / line - step.tau, hours, 1e-9);
    expect(hours).toBeGreaterThanOrEqual(step.shortest * (1 - 1e-9));
  }
  expectClose(sum(served.map(({ hours }) => hours)) + items, step.divided, 1e-9);
  const k = served.length + 1;
  const total = sum(served.map(({ appeal }) => appeal));
  for (const { appeal, hours } of claims) {
    if (hours > 0) continue;
    const reached = appeal * (step.divided - items + k * step.tau);
    expect(reached).toBeLessThanOrEqual((step.tau + step.shortest) * (total + appeal) * (1 + 1e-9));
  }
}

/** What the step's hours were spent on adds up to those at hand. */
function checkHours(step: CaseworkerStep): void {
  const contact = sum(step.clients.map(({ hours, freeHours }) => hours + freeHours));
  const duties = sum(step.dutyHours.map(({ hours }) => hours));
  expect(contact + duties + step.tokenHours).toBeLessThanOrEqual(step.atHand * (1 + 1e-6) + 1e-6);
}

describe('the week of a caseworker', () => {
  it('takes every appeal apart by motive, whatever the programme', () => {
    const met = new Set<string>();
    let parted = 0;
    fc.assert(
      fc.property(randomPatch, fc.integer({ min: 0, max: 12 }), (patch, week) => {
        const session = watchDesign(openSmall(patch), 'base', 1);
        session.runTo(week);
        for (let worker = 0; worker < session.posts.length; worker++) {
          for (const step of session.weekOf(worker)) {
            expect(step.week).toBe(session.week);
            checkParts(step);
            checkHours(step);
            if (step.rule === 'waterline') checkWaterline(step);
            for (const { standing, parts } of step.clients) {
              met.add(standing);
              if (parts.filter((part) => part > 0).length > 1) parted++;
            }
          }
        }
      }),
      { numRuns: 30, seed: 11 },
    );
    expect(parted).toBeGreaterThan(50);
    for (const standing of ['claimed', 'notReady']) expect(met).toContain(standing);
  });

  it('tells who was seen by rule, and who claims nothing', () => {
    const ruled: Patch = {
      pathway: { stages: { working: { claim: 0 } } },
      rules: { visit: { role: 'adviser', every: 4 } },
      caseworkers: { roles: { adviser: { formOnly: 0.4 } } },
    };
    const session = watchDesign(openSmall(ruled), 'base', 0);
    const found: Record<string, number> = {};
    while (session.week < 25) {
      session.step();
      const { service, clients, phase } = session.world;
      for (let worker = 0; worker < session.posts.length; worker++)
        for (const step of session.weekOf(worker)) {
          if (step.role !== 'adviser') continue;
          checkHours(step);
          for (const { standing, hours, row } of step.clients) {
            found[standing] = (found[standing] ?? 0) + 1;
            if (standing === 'required') expect(hours).toBe(step.shortest);
            if (standing === 'token') expect([hours, service.contact[0][row]]).toEqual([0, 3]);
            if (standing !== 'noClaim') continue;
            // Who has an outcome claims none; who had it until this very week had none to claim.
            const before = clients.stageSince[row] < session.week;
            if (before) expect(phase.roles[0].claim[clients.stage[row]]).toBe(0);
          }
          const required = step.clients.filter(({ standing }) => standing === 'required');
          expect(step.requiredHours).toBeCloseTo(sum(required.map(({ hours }) => hours)), 9);
        }
    }
    for (const standing of ['claimed', 'required', 'token', 'noClaim'])
      expect(found[standing], standing).toBeGreaterThan(10);
  });

  it('tells the hours that clients in fact got', () => {
    const loaded = openBundled('work-programme', ['scale=0.05']);
    const session = watchDesign(loaded, loaded.designs[0].id, 0);
    for (const week of [40, 80, 120]) {
      session.runTo(week);
      const { hours } = session.world.service;
      let claims = 0;
      for (let worker = 0; worker < session.posts.length; worker++)
        for (const step of session.weekOf(worker)) {
          const role = session.names.roles.indexOf(step.role);
          for (const each of step.clients) {
            expect(Math.fround(each.hours) + each.freeHours).toBeCloseTo(hours[role][each.row], 6);
            claims++;
          }
        }
      expect(claims).toBeGreaterThan(0);
    }
  });

  it('gives a motive the part that vanishes when the caseworker has it no more', () => {
    const alone: Patch = {
      pathway: { stages: { working: { claim: 0 } } },
      caseworkers: {
        dispositions: { two: { need: 0.7, turn: 0.4 } },
        roles: { adviser: { mix: { entrepreneur: null, caregiver: null, two: 1 } } },
      },
    };
    const session = watchDesign(openSmall(alone), 'base', 0);
    session.runTo(5);
    const [step] = session.weekOf(0);
    const [need, turn, payoff] = ['need', 'turn', 'payoff'].map((motive) => step.motives.indexOf(motive));
    const { references, service, clock } = session.world;
    expect(clock.stepsPerWeek).toBe(1);
    let claims = 0;
    for (const { parts, row, standing } of step.clients) {
      if (standing !== 'claimed') continue;
      claims++;
      // The part of turn is its weight × weeks since contact / turnWeeks, which are 4; contact of this week came after.
      const waited = parts[turn] / (0.4 / 4);
      expect(waited).toBeCloseTo(Math.round(waited), 9);
      if (service.hours[0][row] === 0) expect(waited).toBeCloseTo(5 - service.lastRealOfRole[0][row], 9);
      expect(parts[need]).toBeGreaterThan(0);
      expect(parts[need]).toBeLessThanOrEqual(0.7 / references.means.need);
      expect(Math.abs(parts[payoff])).toBeLessThan(1e-15);
    }
    expect(claims).toBeGreaterThan(2);
  });

  it('says that all claim alike where nothing moves the caseworker', () => {
    const equal: Patch = {
      caseworkers: { roles: { adviser: { mix: { entrepreneur: null, caregiver: null, equal: 1 } } } },
    };
    const session = watchDesign(openSmall(equal), 'base', 0);
    session.runTo(3);
    const [step] = session.weekOf(0);
    const at = step.motives.indexOf('equal');
    for (const { parts, judged, standing } of step.clients)
      if (standing === 'claimed') expect(parts[at]).toBe(judged);
  });
});
