import { resolvedYaml } from '../../scenario/index.ts';
import type { ScenarioBundle } from '../../simulation/contract.ts';
import { openScenario } from '../../simulation/index.ts';
import type { FitFindings } from '../../tables/fit.ts';
import { counted } from '../../words/counted.ts';
import type { Settings } from '../study/point.ts';

export interface FittedRequest {
  /** The scenario before; what only the search ran with (replicates, scale, seed) is no part of it. */
  bundle: ScenarioBundle;
  settings: Settings;
  fit: FitFindings;
  /** How it was fitted, a clause: "4 replicates, scale 0.1". */
  how: string;
  /** The command that wrote it. */
  command: string;
}

/** Where the published figures of the written scenario come from. */
const TARGETS = 'the targets of the calibration';

/**
 * The whole scenario with the fitted values, each with the figures that it was fitted to as its source. Those figures
 * stand in it as published ones to which it was fitted, so that every run of it shows how near it comes; shares that
 * moved along to keep a sum of 1 say so.
 */
export function fittedScenario({ bundle, settings, fit, how, command }: FittedRequest): string {
  const { parameters, targets } = fit;
  const source = `fitted: to ${targets.map(({ id }) => id).join(', ')} (streetlevel calibrate, ${how})`;
  const ranges = new Map(
    parameters.flatMap(({ path, along = [], from, to }) => [path, ...along].map((one) => [one, [from, to]])),
  );
  const values = Object.entries(settings).map(([path, value]) => {
    const range = ranges.get(path);
    return `${path}=${JSON.stringify(
      range
        ? { value, source, range }
        : { value, source: 'computed: what is left to a sum of 1 beside fitted shares' },
    )}`;
  });
  const { base, designs } = openScenario(bundle);
  const { published } = designs[0].scenario.measures;
  const figures = targets.flatMap((target) => {
    const { id, title, design, measure, value, tolerance, source: origin } = target;
    if (design !== base) return [];
    const known = Object.hasOwn(published, id) ? published[id] : undefined;
    const same = known?.measure === measure && known.value === value && known.tolerance === tolerance;
    const figure = { title, measure, value, tolerance, source: origin, fitted: true };
    const stated = same ? { fitted: true } : figure;
    if (same && known.fitted) return [];
    const sourced = Object.entries(stated).map(([key, one]) => [key, { value: one, source: TARGETS }]);
    return [`measures.published.${id}=${JSON.stringify(Object.fromEntries(sourced))}`];
  });
  const text = resolvedYaml(openScenario({ ...bundle, set: [...bundle.set, ...values, ...figures] }));
  const what = `${counted(parameters.length, 'parameter')} fitted to ${counted(targets.length, 'published figure')}`;
  // The scenario holds figures of its base alone.
  const others = targets.flatMap(({ id, design, measure, value, tolerance, source: origin }) =>
    design === base ? [] : [`${id}: ${measure} of ${design}, ${value} ± ${tolerance} (${origin})`],
  );
  return `${commented([`${what} by`, `  ${command}`, ...others])}${text}`;
}

/** Lines of comment; a text of several lines keeps them. */
const commented = (lines: readonly string[]): string =>
  lines.map((line) => `# ${linesOf(line).join('\n#   ')}\n`).join('');

const linesOf = (text: string): string[] =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
