import { weightedQuantile } from '../../statistics/index.ts';
import type { ChairClass, ChairResult, DivisionFigures } from '../../tables/chair.ts';
import { measureKey } from '../../tables/rows.ts';
import type { MeaningProblem } from '../meaningProblem.ts';

/** A result with the name of the file that it came in. */
export interface CollectedResult {
  file: string;
  result: ChairResult;
}

/** Figures of a sitting by which a class is compared. */
const COMPARED = ['creaming.concentration', 'parking.share', 'parking.unseen', 'parking.holding'];

/**
 * Lays the results of a class over each other. Only the same desk can be compared: what comes from another scenario, luck or
 * setting than most is left out and told as a problem, each with its file; hints may differ. A result that is there twice
 * counts once, and that is told too. Null where nothing is left.
 */
export function overlayClass(collected: readonly CollectedResult[]): {
  overlay: ChairClass | null;
  problems: MeaningProblem[];
} {
  const { once, repeated } = onlyOnce(collected);
  const common = commonDesk(once);
  const checked = once.map((each) => ({ each, found: differences(each.file, each.result, common) }));
  const kept = checked.flatMap(({ each, found }) => (found.length > 0 ? [] : [each]));
  const strange = checked.flatMap(({ found }) => found);
  return { overlay: kept.length === 0 ? null : classOf(kept), problems: [...strange, ...repeated] };
}

/** Each result once, the first file that holds it, with a word on the other files. */
function onlyOnce(collected: readonly CollectedResult[]): {
  once: CollectedResult[];
  repeated: MeaningProblem[];
} {
  const known = new Map<string, CollectedResult>();
  const repeated: MeaningProblem[] = [];
  for (const each of collected) {
    const text = JSON.stringify(each.result);
    const first = known.get(text);
    if (first === undefined) known.set(text, each);
    else
      repeated.push({
        path: [each.file],
        message: `this is the same result as ${first.file}, and is counted once${
          each.result.student ? '' : '; two students who divided all hours alike are told apart by a name'
        }`,
      });
  }
  return { once: [...known.values()], repeated };
}

/** What a teacher tells results apart by: the name that was typed, with the file where others typed the same; else the file. */
function labelsOf(kept: readonly CollectedResult[]): string[] {
  const typed = kept.map(({ result }) => result.student?.trim() ?? '');
  const count = (all: readonly string[], one: string) =>
    all.filter((each) => each.toLowerCase() === one.toLowerCase()).length;
  const labels = kept.map(({ file }, at) =>
    typed[at] === '' ? file : count(typed, typed[at]) > 1 ? `${typed[at]} (${file})` : typed[at],
  );
  // Files of two folders may have one name.
  return labels.map((label, at) =>
    count(labels, label) > 1 ? `${label}, no. ${count(labels.slice(0, at + 1), label)}` : label,
  );
}

/** What fixes a desk, as words by the path in the file. */
function deskOf({ scenario, settings, divisions }: ChairResult): Record<string, string> {
  return {
    'scenario.hash': scenario.hash,
    'scenario.seed': scenario.seed,
    'settings.design': settings.design,
    'settings.replicate': String(settings.replicate),
    'settings.from': String(settings.from),
    'settings.weeks': String(settings.weeks),
    'settings.caseworker': settings.caseworker,
    'settings.dispositions': settings.dispositions.join(', '),
    divisions: `${divisions.length} weeks`,
  };
}

/** The desk of most results, the first of equals. */
function commonDesk(collected: readonly CollectedResult[]): Record<string, string> {
  const desks = new Map<string, { desk: Record<string, string>; count: number }>();
  for (const { result } of collected) {
    const desk = deskOf(result);
    const key = JSON.stringify(desk);
    const known = desks.get(key) ?? { desk, count: 0 };
    desks.set(key, { desk, count: known.count + 1 });
  }
  return [...desks.values()].reduce<{ desk: Record<string, string>; count: number }>(
    (most, each) => (each.count > most.count ? each : most),
    { desk: {}, count: 0 },
  ).desk;
}

function differences(file: string, result: ChairResult, common: Record<string, string>): MeaningProblem[] {
  const own = deskOf(result);
  return Object.entries(common).flatMap(([path, most]) =>
    own[path] === most
      ? []
      : [
          {
            path: [file, ...path.split('.')],
            message: 'this sitting was at another desk than most of the class, and is left out',
            found: own[path],
            allowed: most,
          },
        ],
  );
}

function classOf(kept: readonly CollectedResult[]): ChairClass {
  const labels = labelsOf(kept);
  const students = kept.map(({ result: { debrief } }, at) => ({
    name: labels[at],
    values: valuesOf(debrief.yours),
    nearest: debrief.nearest,
    distances: Object.fromEntries(
      debrief.distances.map(({ disposition, distance }) => [disposition, distance]),
    ),
  }));
  // What dispositions would have done does not hang on the student: the first result says it for all.
  const others = Object.entries(kept[0].result.debrief.dispositions).map(
    ([disposition, figures]) => [disposition, valuesOf(figures)] as const,
  );
  return {
    students,
    measures: Object.keys(students[0].values).flatMap((key) => {
      const values = students.flatMap(({ values }) => values[key] ?? []);
      if (values.length === 0) return [];
      const at = (share: number): number => weightedQuantile(values, undefined, share) ?? Number.NaN;
      return [
        {
          key,
          lowest: Math.min(...values),
          lowerQuarter: at(0.25),
          median: at(0.5),
          upperQuarter: at(0.75),
          highest: Math.max(...values),
          n: values.length,
          dispositions: Object.fromEntries(others.map(([name, own]) => [name, own[key] ?? null])),
        },
      ];
    }),
    nearest: others.map(([disposition]) => ({
      disposition,
      students: students.filter(({ nearest }) => nearest.includes(disposition)).length,
    })),
    none: students.filter(({ nearest }) => nearest.length === 0).length,
  };
}

/** The figures by which a class is compared, by key; the share of clients without an hour stands beside the measures. */
function valuesOf({ rows, caseload, withoutHour }: DivisionFigures): Record<string, number | null> {
  const measured = rows.flatMap(({ measure, slice, value }) =>
    COMPARED.includes(measure) && slice === '' ? [[measureKey(measure, slice), value] as const] : [],
  );
  return { ...Object.fromEntries(measured), withoutHour: caseload > 0 ? withoutHour / caseload : null };
}
