import { withTitle } from './documents.ts';
import { listInWords } from './format.ts';
import type { ReportedParameter } from './tables.ts';

/** Where a parameter's value comes from. */
export type SourceKind = 'document' | 'derived' | 'fitted' | 'assumed' | 'changed' | 'unsourced';

/** Kinds of sources in the order in which they are told, with what stands above a list of them. */
export const sourceHeadings: Readonly<Record<SourceKind, string>> = {
  document: 'From documents',
  derived: 'Computed, defined or part of the design',
  fitted: 'Fitted to published figures',
  assumed: 'Assumed',
  changed: 'Set by a design or on the command line',
  unsourced: 'Given in the scenario file without a source',
};

export const sourceKinds = Object.keys(sourceHeadings) as SourceKind[];

const withoutDefault = (source: string): string => source.replace(/^default:\s*/i, '').trim();

/** Reads the kind of a source from its words and the place where the value was given. */
export function sourceKind(parameter: Pick<ReportedParameter, 'source' | 'origin'>): SourceKind {
  if (parameter.origin === 'design' || parameter.origin === 'set') return 'changed';
  const source = withoutDefault(parameter.source);
  if (source === '' || /no source stated/i.test(source)) return 'unsourced';
  if (/^fitted\b/i.test(source)) return 'fitted';
  if (/^(computed|definition|design)\b/i.test(source)) return 'derived';
  if (/\bassum(ed|ption)\b/i.test(source)) return 'assumed';
  return 'document';
}

/** Parameters that decide what happens. Claims, published figures and questions of the page are none: nothing in the world hangs on them. */
export const modelParameters = <P extends Pick<ReportedParameter, 'path'>>(parameters: readonly P[]): P[] =>
  parameters.filter(({ path }) => !/^measures\.(claims|published|forecast)\./.test(path));

/** How many parameters there are of each kind of source, and what else can be counted of them. */
export interface SourceCounts {
  total: number;
  kinds: Record<SourceKind, number>;
  /** Of all: defaults of the program, which the file does not state. */
  defaults: number;
  /** Of those assumed: with a reason beside the word. */
  reasoned: number;
  /** Documents by the first words of a source, most used first. */
  documents: { name: string; count: number }[];
}

type Sourced = Pick<ReportedParameter, 'path' | 'source' | 'origin'>;

export function countSources(all: readonly Sourced[]): SourceCounts {
  const parameters = modelParameters(all);
  const kinds = Object.fromEntries(sourceKinds.map((kind) => [kind, 0])) as Record<SourceKind, number>;
  const documents = new Map<string, number>();
  let reasoned = 0;
  for (const parameter of parameters) {
    const kind = sourceKind(parameter);
    kinds[kind]++;
    if (kind === 'assumed' && !/^assumed\.?$/i.test(withoutDefault(parameter.source))) reasoned++;
    if (kind === 'document') {
      const name = documentOf(parameter.source);
      documents.set(name, (documents.get(name) ?? 0) + 1);
    }
  }
  return {
    total: parameters.length,
    kinds,
    defaults: parameters.filter(({ origin }) => origin === 'default').length,
    reasoned,
    documents: [...documents].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count),
  };
}

/** What a source names before it says more: `document 001: two of ten authorities` is document 001, here with its title. */
const documentOf = (source: string): string =>
  withTitle(
    withoutDefault(source)
      .split(/[:;,(]/)[0]
      .trim(),
  );

/** How many numbers come from where, one sentence. */
export function sourcesSentence({ total, kinds }: SourceCounts): string {
  const said: Record<SourceKind, string> = {
    document: 'from documents',
    derived: 'computed, defined or part of the design',
    fitted: 'fitted to published figures',
    assumed: 'assumed',
    changed: 'set by a design or on the command line',
    unsourced: 'given in the file without a source',
  };
  const parts = sourceKinds
    .filter((kind) => kinds[kind] > 0)
    .map((kind) => `${kinds[kind]} ${kinds[kind] === 1 ? 'is' : 'are'} ${said[kind]}`);
  return `Of ${total} numbers and formulas ${listInWords(parts)}.`;
}

/** A parameter as it was given, without the digits that binary fractions leave behind. */
export function parameterValue(value: number | string): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(10))).replace('-', '−') : value;
}
