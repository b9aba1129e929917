import { describe, expect, it } from 'vitest';
import type { Life, LifeEntry } from '../../src/tables/life.ts';
import { againstTwin, lifeStory, personInWords, twinStory } from '../../src/words/index.ts';

const lifeOf = (entries: LifeEntry[], more: Partial<Life> = {}): Life => ({
  client: 'c0-017-04',
  design: 'base',
  currency: 'GBP',
  stepsPerWeek: 1,
  weeks: 100,
  mainEvent: 'jobStart',
  weeksParked: 0,
  person: {
    group: 'esa',
    office: 'northTown',
    fifth: 5,
    need: 0.7,
    motivation: 0.4,
    trust: 0.3,
    barriers: [
      { name: 'skills', level: 0.3, hidden: false },
      { name: 'health', level: 0.81, hidden: true },
    ],
  },
  entries,
  twin: [],
  hours: [],
  stages: [],
  twinStages: ['', '', 'searching', 'searching'],
  titles: { group: { esa: 'Long-term sick' }, activity: { therapy: 'Talking therapy' } },
  ...more,
});
const tell = (entry: LifeEntry): string => lifeStory(lifeOf([entry]))[0].text;
const at = { week: 17, until: 17 };

describe('the story of a life', () => {
  it('says who the client is, the highest barrier first', () => {
    expect(personInWords(lifeOf([]))).toBe(
      'Client c0-017-04, Long-term sick, of the hardest fifth. Barriers: very high health (0.81, partly hidden) and moderate skills (0.30). Motivation 0.40, trust 0.30 at referral.',
    );
  });

  it('dates its sentences from week 1', () => {
    expect(lifeStory(lifeOf([{ kind: 'referred', ...at, inCrisis: true }]))).toEqual([
      { from: 18, to: 18, text: 'Referred to north town, in a crisis.' },
    ]);
  });

  it('tells contact in runs', () => {
    const spell = { kind: 'seen', week: 10, until: 15, role: 'keyWorker', caseworker: 'w0' } as const;
    const contacts = { contacts: 6, hours: 2.4, required: 0, holding: 0, token: 0, activities: [] };
    expect(tell({ ...spell, ...contacts })).toBe(
      'Seen by the key worker 6 times in 6 weeks: 2.4 hours in all, 0.40 a week.',
    );
    const more = { contacts: 1, hours: 0.5, required: 1, holding: 1, token: 2, activities: ['therapy'] };
    expect(tell({ ...spell, ...more, until: 10 })).toBe(
      'Seen by the key worker once: 0.5 hours in all; in Talking therapy; once since a rule asked for it; once on what touched none of the barriers; 2 times more on paper only.',
    );
  });

  it('tells why nobody saw the client, and which motive was missing', () => {
    const spell = { kind: 'unseen', week: 20, until: 39, role: 'keyWorker', caseworker: 'w0' } as const;
    const under = {
      appeal: 0.8,
      least: 1.5,
      missing: 'payoff',
      own: 0.1,
      served: 0.9,
      money: 40,
      servedMoney: 420,
    };
    expect(tell({ ...spell, reasons: { underLine: 15, notReady: 5 }, underLine: under })).toBe(
      'Not seen by the key worker for 20 weeks: others came before (75% of the time) and not ready by the screening (25% of the time). ' +
        'Appeal was 0.80 on average, and 1.50 was the least that got time. ' +
        'What was missing most: little pay was believed to come (0.10 against 0.90 of those seen; believed to bring £40, those seen £420).',
    );
    expect(tell({ ...spell, reasons: { noCaseworker: 20 }, underLine: null })).toBe(
      'Not seen by the key worker for 20 weeks: no caseworker with hours.',
    );
  });

  it('tells events, hand-overs and money', () => {
    const event = (name: string, attached = true, asTwin = false): LifeEntry => ({
      kind: 'event',
      ...at,
      event: name,
      attached,
      asTwin,
    });
    expect(tell(event('refused'))).toBe('Wanted a place; the office refused it.');
    expect(tell(event('jobStart'))).toBe('Job start.');
    expect(tell(event('jobStart', false))).toBe('Job start, after the programme.');
    expect(tell(event('jobStart', false, true))).toBe('Job start, without the programme: as the twin.');
    const role = 'keyWorker';
    expect(tell({ kind: 'caseworker', ...at, role, from: null, to: 'w1' })).toBe('Got the key worker w1.');
    expect(tell({ kind: 'caseworker', ...at, role, from: 'w1', to: 'w2' })).toBe(
      'Handed over from the key worker w1 to w2.',
    );
    expect(tell({ kind: 'caseworker', ...at, role, from: 'w1', to: null })).toBe(
      'The key worker w1 left; nobody took over.',
    );
    expect(tell({ kind: 'paid', ...at, account: 'jobFee', amount: 1500 })).toBe(
      'The office was paid £1,500 (job fee).',
    );
    expect(tell({ kind: 'paid', ...at, account: 'clawback', amount: -200 })).toBe(
      'The office owed £200 (clawback).',
    );
  });

  it('holds the client against the twin', () => {
    const start: LifeEntry = { kind: 'event', ...at, event: 'jobStart', attached: true, asTwin: false };
    const twin = [{ ...at, event: 'jobStart' }];
    const loss = [...twin, { week: 30, until: 30, event: 'jobLoss' }];
    expect(againstTwin(lifeOf([start]))).toBe('Only the client had: job start.');
    expect(againstTwin(lifeOf([start], { twin }))).toBe(
      'The twin without service had the same kinds of event.',
    );
    expect(againstTwin(lifeOf([start], { twin: loss }))).toBe('Only the twin without service had: job loss.');
    expect(againstTwin(lifeOf([]))).toBe('Neither the client nor the twin without service had any event.');
    expect(twinStory(lifeOf([], { twin: loss })).map(({ from, text }) => [from, text])).toEqual([
      [18, 'Job start.'],
      [31, 'Job loss.'],
    ]);
    expect(twinStory(lifeOf([]))).toEqual([
      { from: 3, to: 4, text: 'Nothing happened; searching to the end.' },
    ]);
  });
});
