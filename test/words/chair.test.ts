import { describe, expect, it } from 'vitest';
import { openChair, overlayClass } from '../../src/simulation/index.ts';
import type { ChairDebrief } from '../../src/tables/chair.ts';
import {
  caseloadSentence,
  chairCallsSentence,
  chairHoursSentence,
  chairLeaningSentence,
  chairParkedSentence,
  classSentences,
  deskHints,
  fateSentences,
  nearestSentence,
  pressureSentence,
  targetSentences,
} from '../../src/words/chair.ts';
import { openSmall, type Patch } from '../support/smallScenario.ts';

const patch: Patch = {
  clients: { referrals: 24, crisis: { onset: 0.05 } },
  caseworkers: { roles: { adviser: { hoursPerWeek: 20 } } },
  incentives: { starts: { kind: 'target', event: 'jobStart', period: 13, threshold: 40 } },
  offices: { north: { pressure: { base: 1.5 } }, south: { pressure: { base: 1.5 } } },
};
const chair = openChair(openSmall(patch), { from: 8, weeks: 3 });
const desk = chair.desk!;
while (chair.desk) {
  const { clients, hours } = chair.desk;
  const few = clients.slice(0, Math.floor(hours.atHand / 2));
  chair.divide({ clients: Object.fromEntries(few.map(({ id }) => [id, 2])), inForm: [], duties: {} });
}
const debrief = chair.debrief();

describe('the desk in words', () => {
  it('tells of calls and of whom nobody has seen, and nothing that is not there', () => {
    const hints = deskHints(desk).join(' ');
    const calling = desk.clients.filter(({ crisis }) => crisis).length;
    expect(calling).toBeGreaterThan(0);
    expect(hints).toContain(`${calling} client`);
    expect(hints).not.toMatch(/rule|other work|undefined|NaN|Infinity/);
    expect(deskHints({ ...desk, clients: [] })).toEqual([]);
  });

  it('tells how the office stands', () => {
    expect(pressureSentence(desk.board)).toMatch(/presses hard/);
    expect(pressureSentence({ ...desk.board, pressure: 0 })).toMatch(/alone/);
    expect(targetSentences(desk.board).join(' ')).toMatch(
      /^Starts: \d+ of 20\.0 \(job start\), 5 weeks left\.$/,
    );
  });
});

describe('the debrief in words', () => {
  it('has a number of its own for everything', () => {
    const { yours } = debrief;
    expect(chairHoursSentence(yours)).toMatch(/^Of [\d.]+ hours at hand went [\d.]+ to clients/);
    expect(chairLeaningSentence(yours)).toMatch(/concentration .* is −?0\.\d{3}: time (leans|is shared)/);
    expect(chairParkedSentence(yours, 3, 6)).toContain(
      `${yours.withoutHour} of ${yours.caseload} clients got no hour`,
    );
    expect(chairCallsSentence(yours)).toContain(`${yours.calls.weeks} client-weeks`);
    expect(chairCallsSentence({ ...yours, calls: { weeks: 0, answered: 0, hours: 0 } })).toBe('');
    expect(caseloadSentence(debrief)).toMatch(/had the outcome by the end of the run \(entrepreneur \d+/);
    const fates = fateSentences(debrief);
    expect(fates[0]).toContain(`You gave ${debrief.parked.length} clients no hour`);
    expect(fates).toHaveLength(4 + Object.keys(debrief.dispositions).length);
    expect(fates.join(' ')).not.toMatch(/undefined|NaN/);
    expect(fateSentences({ ...debrief, parked: [] })).toHaveLength(1);
  });

  it('names the nearest disposition, several, or none', () => {
    const near = (nearest: string[], least = 0.3): string =>
      nearestSentence({
        ...debrief,
        nearest,
        distances: [
          { disposition: 'caregiver', distance: least, byWeek: [] },
          { disposition: 'equal', distance: 0.31, byWeek: [] },
          { disposition: 'entrepreneur', distance: 0.6, byWeek: [] },
        ],
      } satisfies ChairDebrief);
    expect(near(['caregiver'])).toMatch(
      /nearest to the caregiver: 30% .* \(equal treatment 31%, entrepreneur 60%\)/,
    );
    expect(near(['caregiver', 'equal'])).toMatch(/nearest to the caregiver and equal treatment/);
    expect(near([])).toMatch(/near none of them: from 30% to 60%/);
    expect(near(['caregiver'], 0)).toMatch(/exactly as the caregiver would/);
  });

  it('tells of a class', () => {
    const result = chair.result(debrief);
    const { overlay } = overlayClass([
      { file: 'a.json', result },
      { file: 'b.json', result: { ...result, student: 'Bo' } },
    ]);
    const text = classSentences(overlay!).join(' ');
    expect(text).toMatch(/^2 students sat at the same desk/);
    expect(text).not.toMatch(/undefined|NaN/);
  });
});
