import { drawReferences } from '../../src/model/people/references.ts';
import type { Scenario } from '../../src/model/schema/scenario.ts';
import type { World } from '../../src/model/world.ts';
import { seedKey } from '../../src/random/index.ts';
import type { LoadedScenario } from '../../src/scenario/index.ts';
import { buildWorld, type Shared } from '../../src/simulation/build.ts';
import { openScenario } from '../../src/simulation/index.ts';
import { runWorld } from '../../src/simulation/run.ts';

/** A patch in the manner of scenario files: maps are merged, null takes out, all else replaces. */
export type Patch = Record<string, unknown>;

const small: Patch = {
  format: 1,
  title: 'A small programme',
  seed: 'small',
  replicates: 2,
  clock: { referralWeeks: 12, followUp: 40 },
  clients: {
    referrals: { dist: 'constant', value: 6 },
    barriers: { health: { weight: 0.6 }, skills: { weight: 0.4 } },
    traits: { shift: 0 },
    groups: {
      near: { share: 0.6, barriers: { health: -1, skills: -0.5 } },
      far: { share: 0.4, barriers: { health: 1, skills: 0.3 }, traits: { shift: -0.5 }, bias: 0.05 },
    },
    latent: { barrier: 'health', share: 0.25 },
    crisis: { onset: 0.01 },
  },
  caseworkers: {
    roles: {
      adviser: { posts: 4, hoursPerWeek: 10, fullLoad: 8, mix: { entrepreneur: 0.5, caregiver: 0.5 } },
      broker: {
        posts: 2,
        hoursPerWeek: 8,
        fullLoad: 15,
        contactAffectsBarriers: false,
        mix: { bureaucrat: 1 },
      },
    },
  },
  offices: { north: { share: 0.5 }, south: { share: 0.5 } },
  activities: {
    coaching: { effects: { health: 1, skills: 0.5 }, cost: 20 },
    course: { effects: { skills: 2 }, cost: 30, payer: 'commissioner', category: 'training', lockIn: 0.2 },
  },
  pathway: {
    start: 'searching',
    mainEvent: 'jobStart',
    sustainedEvent: 'sustained',
    stages: { searching: {}, working: { counts: false, claim: 0.2 } },
    transitions: {
      findsWork: {
        from: 'searching',
        to: 'working',
        emits: 'jobStart',
        hazard:
          '(1 - lockIn) * logistic(-2.5 + shift - 2 * need + 0.5 * (trust - trustStart) + 0.3 * skill * log1p(recentAdviser / 0.15) + chemistry)',
        believed: 'logistic(-2.5 + shift - 2 * appearance)',
      },
      losesWork: { from: 'working', to: 'searching', emits: 'jobLoss', hazard: 'logistic(-4 + need)' },
    },
    milestones: {
      sustained: {
        emits: 'sustained',
        after: 'jobStart',
        stages: { working: true },
        rule: 'ofLast',
        weeks: 10,
        of: 13,
      },
    },
    programme: { uptake: 0.85, dropOut: 'logistic(-5 - 2 * (trust - trustStart))', stay: 26 },
  },
  incentives: {
    joining: { kind: 'attachmentFee', amount: 300 },
    start: { kind: 'milestoneFee', event: 'jobStart', amount: 1500 },
    lasting: { kind: 'sustainmentFee', event: 'sustained', amount: 900 },
  },
  measures: { horizon: 20, window: 30, parkedAfter: 6 },
};

const isMap = (value: unknown): value is Patch =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A patch put on a value: maps are merged, null takes out, all else replaces. */
export function merge(into: unknown, patch: unknown): unknown {
  if (!isMap(patch)) return patch;
  const merged: Patch = isMap(into) ? { ...into } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    // Patches inside the file keep their nulls.
    else if (key === 'timeline' || key === 'designs') merged[key] = value;
    else merged[key] = merge(merged[key], value);
  }
  return merged;
}

/** The file of the small programme with patches on it, a line for every key. */
export function smallText(...patches: Patch[]): string {
  return JSON.stringify(patches.reduce<unknown>(merge, small), null, 1);
}

/** The small programme with patches on it, opened as a file would be. */
export function openSmall(...patches: Patch[]): LoadedScenario<Scenario> {
  const text = smallText(...patches);
  return openScenario({ file: 'small.yaml', text, extended: {}, set: [] });
}

export interface WorldOptions {
  design?: number;
  replicate?: number;
  division?: World['division'];
  shared?: Partial<Shared>;
  /** Looks at the world at the end of every week. */
  look?: (world: World) => void;
  /** Changes the world before the first week. */
  prepare?: (world: World) => void;
}

/** Builds the world of one design of a scenario without running it. */
export function buildSmall(loaded: LoadedScenario<Scenario>, options: WorldOptions = {}) {
  const base = loaded.designs[0].scenario;
  const key = seedKey(base.seed);
  const shared: Shared = {
    key,
    replicate: options.replicate ?? 0,
    references: drawReferences(base, key),
    ...options.shared,
  };
  const built = buildWorld(loaded.designs[options.design ?? 0], shared, options.division);
  if (options.look) built.world.observers.push(options.look);
  options.prepare?.(built.world);
  return built;
}

/** Runs the world of one design to its end. */
export function runSmall(loaded: LoadedScenario<Scenario>, options: WorldOptions = {}): World {
  const built = buildSmall(loaded, options);
  runWorld(built);
  return built.world;
}
