import type { ReportTables } from '../../src/charts/tables.ts';
import type { FitFindings } from '../../src/tables/fit.ts';
import type { DifferenceRow, MeasureSummary, WeeklyRow } from '../../src/tables/rows.ts';
import { parseMeasureKey } from '../../src/tables/rows.ts';
import type { PointRow } from '../../src/tables/study.ts';

/** Seven designs with the long titles that real scenarios have. */
export const sevenDesigns = [
  {
    id: 'asBuilt',
    title: 'As built: 50–20–30, re-weighted to 30–30–40',
    about: 'Fees as the contracts paid them.',
  },
  { id: 'sameMaximum', title: 'Outcome-only pay at the same maximum of £3,000 a client' },
  { id: 'sameSpend', title: 'Outcome-only pay at the same expected spend per attached client' },
  { id: 'blockGrant', title: 'Block grant at that spend' },
  { id: 'caseload150', title: 'Work Programme caseload: 150 clients a key worker' },
  { id: 'screeningOff', title: "Coordinators' job-readiness screening switched off" },
  { id: 'twinOfBase', title: 'The same fees under another name' },
];

interface FakeOptions {
  designs?: { id: string; title: string; about?: string }[];
  replicates?: number;
  partial?: boolean;
}

/** How strongly a design creams and how much more it parks; index as in {@link sevenDesigns}. */
const tilt = [0.15, 0.75, 0.5, -0.1, 0.35, 0.16, 0.15, 0.4];
const load = [0, 0.02, 0.01, 0.0, 0.3, 0, 0, 0.1];

/** Tables as a run of a pilot might leave them, made by formula: the same at every call. */
export function fakeTables({
  designs = sevenDesigns,
  replicates = 20,
  partial = false,
}: FakeOptions = {}): ReportTables {
  const base = designs[0].id;
  const summary: ReportTables['summary'] = {
    format: 1,
    scenario: 'activation-pilot',
    title: 'An employment pilot paid by results',
    base,
    replicates,
    designs: Object.fromEntries(
      designs.map((design, index) => [
        design.id,
        { title: design.title, about: design.about, measures: fakeMeasures(index, replicates) },
      ]),
    ),
  };
  return {
    summary,
    weekly: designs.flatMap((design, index) => fakeWeekly(design.id, index, replicates)),
    differences: designs.slice(1).flatMap((design) => fakeDifferences(summary, design.id, replicates)),
    manifest: {
      scenario: 'activation-pilot',
      title: 'An employment pilot paid by results',
      about:
        'Key workers and employer coordinators of two contractors share their hours among 12,000 attached clients.',
      version: '0.1.0',
      commit: '0123456789abcdef0123456789abcdef01234567',
      seed: 'pilot-2008',
      replicates,
      replicatesAsked: partial ? replicates + 5 : replicates,
      partial,
      hash: '9f2c77aa01b4e3d2c5f6',
      command: 'streetlevel run activation-pilot --replicates 20',
      currency: 'GBP',
      mainEvent: 'jobStart',
      designs,
      sources: { NAO2008: 'An evaluation report (2008), https://example.org/report' },
    },
    parameters: [
      {
        path: 'clients.groups.esa.share',
        value: 0.42,
        unit: 'share',
        doc: 'Share of referrals',
        source: 'NAO2008, table 3',
        origin: 'file',
        file: 'activation-pilot.yaml',
        line: 41,
      },
      {
        path: 'incentives.startFee.amount',
        value: 600,
        unit: 'GBP',
        doc: 'Fee for a job start',
        source: 'NAO2008, p. 12',
        range: [300, 900],
        origin: 'file',
      },
      {
        path: 'caseworkers.noise',
        value: 0.3,
        doc: 'Spread of judgement',
        source: 'assumed',
        range: [0, 1],
        origin: 'default',
      },
      {
        path: 'clock.weeks',
        value: 260,
        unit: 'weeks',
        source: 'given in activation-pilot.yaml, no source stated',
        origin: 'file',
      },
    ],
    catalogue: [
      {
        id: 'outcome.rate',
        kind: 'world',
        unit: 'share of attached',
        definition: 'Share with the main event by the horizon.',
        formula: 'life table',
        reading: 'High: many outcomes.',
        caveat: 'It says nothing of what the service caused.',
        slices: ['fifth', 'group'],
      },
      {
        id: 'creaming.concentration',
        kind: 'world',
        unit: 'index from −1 to 1',
        definition: 'Concentration of hours over need rank.',
        formula: '2·cov(h, R)/mean(h)',
        reading: 'Below 0: to the easiest.',
        caveat: 'A U shape can give 0.',
        slices: ['role'],
      },
    ],
    checks: [
      {
        id: 'starts',
        title: 'Job starts, of those attached',
        quantity: 'share',
        published: 0.25,
        source: 'NAO2008, table 5',
        mean: 0.252,
        lo: 0.248,
        hi: 0.256,
        spreadLo: 0.235,
        spreadHi: 0.269,
        inside: true,
        tolerance: 0.01,
        near: true,
        fitted: true,
      },
      {
        id: 'sustained',
        title: 'Sustained, of job starts',
        quantity: 'share',
        published: 0.37,
        source: 'NAO2008, table 6',
        mean: 0.31,
        lo: 0.3,
        hi: 0.32,
        spreadLo: 0.28,
        spreadHi: 0.34,
        inside: false,
        tolerance: 0.01,
        near: false,
        fitted: false,
        note: 'Lower than published.',
      },
    ],
    warnings: ['The office “south” had no openings in 3 weeks.'],
  };
}

/** A summary with a spread that shrinks with the number of runs, as a t interval would. */
export function fakeSummary(mean: number | null, replicates: number, relative = 0.03): MeasureSummary {
  if (mean === null)
    return {
      mean: null,
      sd: null,
      n: 0,
      lo: null,
      hi: null,
      spreadLo: null,
      spreadHi: null,
      why: 'nobody was attached',
    };
  if (replicates < 2) return { mean, sd: null, n: 1, lo: null, hi: null, spreadLo: null, spreadHi: null };
  const sd = Math.abs(mean) * relative;
  const half = (2.1 * sd) / Math.sqrt(replicates);
  return {
    mean,
    sd,
    n: replicates,
    lo: mean - half,
    hi: mean + half,
    spreadLo: mean - 2.1 * sd,
    spreadHi: mean + 2.1 * sd,
  };
}

function fakeMeasures(index: number, n: number): Record<string, MeasureSummary> {
  const lean = tilt[index];
  const extra = load[index];
  const measures: Record<string, MeasureSummary> = {};
  const put = (key: string, mean: number | null, relative?: number) => {
    measures[key] = fakeSummary(mean, n, relative);
  };
  const hours = [1, 2, 3, 4, 5].map((fifth) => 0.3 * (1 + lean * (3 - fifth) * 0.45) * (1 - extra));
  for (let fifth = 1; fifth <= 5; fifth++) {
    const slice = `[fifth=${fifth}]`;
    const hoursHere = Math.max(0.005, hours[fifth - 1]);
    put(`hours.perClientWeek${slice}`, hoursHere);
    const twin = 0.34 - 0.06 * fifth;
    const own = twin + 0.015 + 0.02 * hoursHere * (6 - fifth) * 0.3;
    put(`outcome.rate${slice}`, own + 0.01);
    put(`twin.rate${slice}`, twin);
    put(`served.rate${slice}`, own);
    const unseen = Math.min(0.8, 0.05 + extra + Math.max(0, lean) * 0.09 * fifth);
    const holding = 0.02 + 0.01 * fifth;
    const token = 0.004 * fifth;
    put(`parking.unseen${slice}`, unseen);
    put(`parking.holding${slice}`, holding);
    put(`parking.token${slice}`, token);
    put(`parking.share${slice}`, unseen + holding + token);
    for (const [number, disposition] of ['caregiver', 'entrepreneur', 'bureaucrat', 'indifferent'].entries())
      put(
        `hours.byDisposition[disposition=${disposition},fifth=${fifth}]`,
        hoursHere * (1 + (number - 1.5) * 0.2 * (3 - fifth) * lean),
      );
    put(`hours.byRole[role=keyWorker,fifth=${fifth}]`, hoursHere * 0.8);
    put(`hours.byRole[role=coordinator,fifth=${fifth}]`, 0.06 * (1 + (index === 5 ? 0 : 0.35) * (3 - fifth)));
  }
  put('outcome.rate', 0.252 - 0.03 * extra + (index === 1 ? 0.011 : 0));
  put('outcome.rate[group=esa]', 0.1);
  put('served.rate', 0.245);
  put('twin.rate', 0.2);
  put('hours.perClientWeek', 0.3 * (1 - extra));
  put('creaming.concentration', -0.2 * lean, 0.1);
  put('creaming.within', -0.15 * lean, 0.1);
  put('creaming.between', -0.05 * lean, 0.1);
  put('creaming.ratio', hours[0] / Math.max(0.01, hours[4]));
  put('creaming.tilt', 0.9 * lean);
  put('creaming.entry', null);
  for (let rank = 5; rank <= 100; rank += 5) {
    const share = rank / 100;
    put(`creaming.curve[rank=${rank}]`, share + 0.55 * lean * share * (1 - share), 0.01);
  }
  put('additional.rate', 0.05 - extra * 0.06);
  put('deadweight.share', 0.8 + extra * 0.15);
  put('attached.rate', 0.6);
  put('sustained.share', 0.37);
  put('event.rate[event=jobStart]', 0.25);
  put('paid.total', 15_000_000 * (index === 1 ? 0.6 : 1));
  put('paid.perClient', 1250 * (index === 1 ? 0.6 : 1));
  put('cost.perOutcome', 4960);
  put('cost.perAdditional', 25_000);
  put('provider.margin', -120_000);
  put('equity.gap', 0.22);
  put('equity.added', 0.03);
  put('staff.goalStrain', 0.13 + 0.3 * extra);
  put('staff.caseload', index === 4 ? 150 : 52);
  put('staff.burnout', 0.3 + 0.25 * extra, 0.05);
  put('staff.turnover', 0.12 + 0.2 * extra, 0.2);
  put('staff.vacancy', 0.04 + 0.1 * extra, 0.2);
  put('staff.recordingShare', 0.18 - 0.05 * extra, 0.02);
  put('staff.dutyShare', 0.4);
  const split = {
    clients: 0.5 + 0.05 * extra,
    recording: 0.18 - 0.05 * extra,
    otherDuties: 0.2,
    onSlack: 0.02,
  };
  for (const role of ['', ',role=keyWorker', ',role=coordinator']) {
    for (const [use, size] of Object.entries(split)) put(`staff.hoursShare[use=${use}${role}]`, size);
    put(`staff.hoursShare[use=formOnly${role}]`, 0);
    put(`staff.hoursShare[use=unclaimed${role}]`, 0.1);
  }
  for (const [event, size] of Object.entries({ jobStart: 3000, sustained26: 1100 })) {
    put(`event.count[event=${event}]`, size);
    put(`recorded.count[event=${event}]`, size * (0.85 + 0.35 * Math.max(0, lean)));
    put(`paid.count[event=${event}]`, size * (0.83 + 0.35 * Math.max(0, lean)));
    put(`reported.gap[event=${event}]`, -0.15 + 0.35 * Math.max(0, lean));
    for (const [disposition, share] of Object.entries({ caregiver: 0.6, bureaucrat: 0.4 })) {
      const slice = `event=${event},disposition=${disposition}`;
      put(`event.count[${slice}]`, size * share);
      put(`recorded.count[${slice}]`, size * share * (disposition === 'caregiver' ? 0.7 : 1.05));
      put(`paid.count[${slice}]`, size * share * (disposition === 'caregiver' ? 0.7 : 1));
    }
  }
  const paid = index === 0 ? 0 : 0.3 * lean;
  const goal = index === 0 ? 0 : -0.1 * lean + 0.02 * index - 0.05;
  put('goodhart.paid', index === 6 ? 0 : paid, 0.15);
  put('goodhart.goal', index === 6 ? 0 : goal, 0.15);
  put('goodhart.gap', index === 6 ? 0 : paid - goal, 0.15);
  const rise = {
    trend: 0.01,
    served: 0.008 * (1 - lean),
    substitution: -0.004 * lean,
    reporting: 0.006 * lean,
  };
  for (const [part, size] of Object.entries(rise)) put(`indicator.${part}`, size, 0.2);
  put(
    'indicator.rise',
    Object.values(rise).reduce((sum, part) => sum + part, 0),
    0.2,
  );
  for (const [kind, weight] of Object.entries({ service: 0.2, change: 0.6, maintenance: 0.2 }))
    put(`board.priority[kind=${kind}]`, weight);
  const adopted: Record<string, Record<string, number>> = {
    conurbation: { running: 13, planned: 1, accelerated: 3 + lean, local: 1, new: 5 + 2 * lean },
    borough: { running: 2, planned: 0, accelerated: 0.4, local: 0, new: Math.max(0, lean) },
  };
  const kinds = Object.keys(adopted.borough);
  const sumOf = (kind: string) => adopted.conurbation[kind] + adopted.borough[kind];
  put(
    'interventions.count',
    kinds.reduce((sum, kind) => sum + sumOf(kind), 0),
  );
  for (const kind of kinds) put(`interventions.count[additionality=${kind}]`, sumOf(kind));
  for (const [area, byKind] of Object.entries(adopted))
    for (const kind of kinds) put(`interventions.count[area=${area},additionality=${kind}]`, byKind[kind]);
  put('commissioner.reviews', 3);
  put('commissioner.ended', 0.8 + extra, 0.2);
  put('commissioner.falseEnd', 0.4 + 0.4 * Math.max(0, lean), 0.2);
  put('commissioner.bestEnded', 0.2 + 0.3 * Math.max(0, lean), 0.2);
  put('commissioner.rankAgreement', 0.5 - 0.8 * lean, 0.2);
  put('commissioner.share[office=north]', 0.6);
  put('commissioner.share[office=south]', 0.4);
  const areas = [
    ['conurbation', 9_000_000, 0.02],
    ['borough', 700_000, 0.14],
  ] as const;
  for (const [area, cost, luck] of areas)
    for (const slice of ['', ',test=1', ',test=2']) {
      const at = `[reward=adults,area=${area}${slice}]`;
      put(`areas.baseline${at}`, cost);
      put(`areas.change${at}`, -0.04 - 0.02 * lean, 0.5);
      put(`areas.threshold${at}`, -0.05, 0);
      put(`areas.luck${at}`, luck, 0.05);
      put(`areas.passed${at}`, 0.3);
      put(`areas.luckPass${at}`, luck > 0.1 ? 0.36 : 0.006);
    }
  put('areas.passed', 0.3, 0.2);
  put('areas.twinPassed', 0.25, 0.2);
  put('partnership.jointShare', 0.6 + extra / 10);
  put('partnership.trustEnd', 0.5);
  put('reported.share', 0.97);
  put('token.share', 0.04);
  return measures;
}

function fakeDifferences(summary: ReportTables['summary'], design: string, n: number): DifferenceRow[] {
  const { base } = summary;
  return Object.keys(summary.designs[base].measures).map((key) => {
    const { measure, slice } = parseMeasureKey(key);
    const own = summary.designs[design].measures[key].mean;
    const other = summary.designs[base].measures[key].mean;
    if (own === null || other === null)
      return { design, base, measure, slice, mean: null, sd: null, n: 0, lo: null, hi: null };
    const mean = own - other;
    if (n < 2) return { design, base, measure, slice, mean, sd: null, n, lo: null, hi: null };
    // The design that is the base under another name differs by exactly 0 in every run; the others vary.
    const sd = design === 'twinOfBase' ? 0 : Math.abs(other) * 0.02;
    const half = (2.1 * sd) / Math.sqrt(n);
    return { design, base, measure, slice, mean, sd, n, lo: mean - half, hi: mean + half };
  });
}

function fakeWeekly(design: string, index: number, n: number): WeeklyRow[] {
  const rows: WeeklyRow[] = [];
  const row = (series: string, week: number, mean: number, slice = '') => {
    const half = n > 1 ? Math.abs(mean) * 0.03 : 0;
    rows.push({ design, week, series, slice, mean, lo: mean - half, hi: mean + half, n });
  };
  for (let week = 0; week < 260; week++) {
    const ramp = Math.min(1, week / 50) * Math.min(1, Math.max(0, (240 - week) / 80));
    const wave = Math.sin(week * 1.7) * 0.1;
    row('caseload', week, 4200 * ramp * (index === 4 ? 1.1 : 1));
    row('starts', week, 22 * ramp * (1 + wave) * (1 - 0.05 * index));
    for (const [at, slice] of ['', 'area=upper', 'area=lowerValley'].entries()) {
      row('jointEffort', week, (0.8 - 0.1 * at) * ramp * (1 - 0.1 * index), slice);
      row('leaderTrust', week, 0.3 + 0.5 * ramp * (1 - 0.1 * index), slice);
    }
    row('paid', week, 95_000 * ramp * (1 + wave * 2) * (index === 1 ? 0.6 : 1));
  }
  return rows;
}

/** Tables as a sweep of two parameters over a grid might leave them, or over a sample of eight of them. */
export function fakeStudyTables(points: 'grid' | 'sample', options: FakeOptions = {}): ReportTables {
  const tables = fakeTables({ designs: sevenDesigns.slice(0, 3), ...options });
  const replicates = tables.manifest.replicates;
  const designs = tables.manifest.designs.map(({ id }) => id);
  const posts = 'caseworkers.roles.keyWorker.posts';
  const paths =
    points === 'grid'
      ? [posts, 'incentives.start.amount']
      : [posts, ...[1, 2, 3, 4, 5, 6, 7].map((k) => `pathway.transitions.jobStart.parameters.slope${k}`)];
  const settings: Record<string, number>[] =
    points === 'grid'
      ? [45, 90, 130].flatMap((x) => [300, 900, 1500, 3000].map((y) => ({ [posts]: x, [paths[1]]: y })))
      : Array.from({ length: 40 }, (_, i) =>
          Object.fromEntries(paths.map((path, k) => [path, ((i * (k + 3)) % 40) / 40 + k])),
        );
  const row = (point: number, design: string, measure: string, slice: string): PointRow => {
    const index = designs.indexOf(design);
    const mean =
      measure === 'paid.perClient' ? 1200 + 40 * point * index : 0.2 + 0.004 * point + 0.01 * index;
    const half = replicates > 1 ? mean / 50 : null;
    const difference = index === 0 ? null : measure === 'paid.perClient' ? 40 * point * index : 0.01 * index;
    const ends = (value: number | null) =>
      value === null || half === null ? [null, null] : [value - half, value + half];
    const [lo, hi] = ends(mean);
    const [differenceLo, differenceHi] = ends(difference);
    const sd = half === null ? null : half / 2;
    return {
      point,
      design,
      measure,
      slice,
      mean,
      sd,
      n: replicates,
      lo,
      hi,
      difference,
      differenceLo,
      differenceHi,
    };
  };
  return {
    ...tables,
    manifest: { ...tables.manifest, kind: 'sweep' },
    study: {
      varied: paths.map((path, k) => ({
        path,
        doc: 'What it is, in a sentence',
        stated: points === 'grid' ? [130, 900][k] : k + 0.5,
        source: 'assumed',
        from: Math.min(...settings.map((one) => one[path])),
        to: Math.max(...settings.map((one) => one[path])),
        ...(points === 'grid' && { values: [...new Set(settings.map((one) => one[path]))] }),
      })),
      chosen: points === 'grid' ? 'every combination of the values' : 'a Latin hypercube sample of 40 points',
      replicates,
      measures: ['outcome.rate', 'outcome.rate[fifth=5]', 'paid.perClient'],
      points: [
        ...settings.map((some, id) => ({ id, settings: some, state: 'done' as const })),
        { id: settings.length, settings: settings[0], state: 'failed' as const, why: 'shares must sum to 1' },
      ],
      rows: settings.flatMap((_, point) =>
        designs.flatMap((design) => [
          row(point, design, 'outcome.rate', ''),
          row(point, design, 'outcome.rate', 'fifth=5'),
          row(point, design, 'paid.perClient', ''),
        ]),
      ),
    },
  };
}

/** Tables as a calibration of three parameters to two figures might leave them. */
export function fakeFitTables(change: Partial<FitFindings> = {}): ReportTables {
  const tables = fakeStudyTables('sample', { designs: sevenDesigns.slice(0, 1) });
  const target = { design: 'asBuilt', tolerance: 0.01, source: 'NAO2008, table 5' };
  const parameters: FitFindings['parameters'] = [
    {
      path: 'pathway.transitions.jobStart.parameters.alpha',
      before: -4,
      after: -4.7,
      from: -5.3,
      to: -4,
      identified: { learnt: 0.98, deviation: 0.05, luck: 0.01, tradedWith: [] },
      atEnd: false,
    },
    {
      path: 'pathway.transitions.jobStart.parameters.slope',
      before: 2.5,
      after: 2,
      from: 1,
      to: 4,
      identified: {
        learnt: 0.1,
        deviation: 0.8,
        luck: 0.01,
        tradedWith: ['pathway.transitions.jobLoss.parameters.base'],
      },
      atEnd: false,
    },
    {
      path: 'pathway.transitions.jobLoss.parameters.base',
      before: -4.5,
      after: -4,
      from: -5,
      to: -4,
      identified: {
        learnt: 0.5,
        deviation: 0.2,
        luck: 0.01,
        tradedWith: ['pathway.transitions.jobStart.parameters.slope'],
      },
      atEnd: true,
    },
  ];
  return {
    ...tables,
    manifest: { ...tables.manifest, kind: 'calibrate' },
    study: {
      ...tables.study!,
      varied: parameters.map(({ path, before, from, to }) => ({ path, stated: before, from, to })),
      measures: ['outcome.rate'],
      fit: {
        end: 'stuck',
        targets: [
          {
            ...target,
            id: 'starts',
            title: 'Starts',
            measure: 'outcome.rate',
            value: 0.25,
            before: 0.4,
            after: 0.251,
            checked: 0.252,
            lo: 0.248,
            hi: 0.256,
            verdict: 'met',
            luck: 0.002,
          },
          {
            ...target,
            id: 'sustained',
            title: 'Sustained',
            measure: 'sustained.share',
            value: 0.37,
            before: 0.2,
            after: 0.34,
            checked: 0.34,
            lo: 0.33,
            hi: 0.35,
            verdict: 'missed',
            luck: 0.008,
          },
        ],
        parameters,
        starts: [],
        checkReplicates: 10,
        ...change,
      },
    },
  };
}
