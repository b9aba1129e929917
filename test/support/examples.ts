import type { Scenario } from '../../src/model/schema/scenario.ts';
import type { LoadedScenario } from '../../src/scenario/index.ts';
import { openScenario } from '../../src/simulation/index.ts';
import { merge, type Patch, smallText } from './smallScenario.ts';

/** The names that examples of the reference pages use, for those of the small programme. */
const renamed: Record<string, string> = {
  near: 'jsa',
  far: 'esa',
  adviser: 'keyWorker',
  broker: 'coordinator',
  recentAdviser: 'recentKeyWorker',
  recentBroker: 'recentCoordinator',
  coaching: 'therapy',
  sustained: 'sustained26',
};

const names = new RegExp(`\\b(${Object.keys(renamed).join('|')})\\b`, 'g');

/** The small programme with patches on it, its names changed to those of examples, and then an example on it. */
export function openExample(example: Patch, ...patches: Patch[]): LoadedScenario<Scenario> {
  const text = smallText(...patches).replace(names, (name) => renamed[name]);
  const whole = JSON.stringify(merge(JSON.parse(text), example));
  return openScenario({ file: 'example.yaml', text: whole, extended: {}, set: [] });
}
