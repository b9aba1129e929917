import { reviewKinds } from '../model/commissioner/registry.ts';
import { dutyKinds } from '../model/duties/registry.ts';
import { instrumentKinds } from '../model/incentives/registry.ts';
import { scenarioSchema } from '../model/schema/scenario.ts';
import { dispositions } from '../model/staff/dispositions.ts';
import { type ListedField, listFields } from '../scenario/index.ts';

/** A word of scenario files that can be explained by itself: a kind, or a disposition. */
export interface ExplainedWord {
  name: string;
  /** `instrument`, `duty`, `review` or `disposition`. */
  what: string;
  title: string;
  /** What is said of it, under short headings. */
  said: { heading: string; text: string }[];
}

/** Every kind and disposition, in the order of the reference pages. */
export function explainedWords(): ExplainedWord[] {
  const indented = (text: string): string => text.trimEnd().replaceAll('\n', '\n  ');
  return [
    ...Object.values(instrumentKinds).map(({ kind, title, pays, tempts, adjusts, example }) => ({
      name: kind,
      what: 'instrument',
      title,
      said: [
        { heading: 'Pays', text: pays },
        { heading: 'Tempts', text: tempts },
        {
          heading: 'Reviews may multiply',
          text: adjusts === undefined ? 'nothing' : `its ${adjusts.join(' and its ')}`,
        },
        { heading: 'Example, under incentives', text: indented(example) },
      ],
    })),
    ...Object.values(dutyKinds).map(({ kind, title, claims, does, tempts, example }) => ({
      name: kind,
      what: 'duty',
      title,
      said: [
        { heading: 'Claims', text: claims },
        { heading: 'Does', text: does },
        { heading: 'Tempts', text: tempts },
        { heading: 'Example, under caseworkers.duties', text: indented(example) },
      ],
    })),
    ...Object.values(reviewKinds).map(({ kind, title, does, example }) => ({
      name: kind,
      what: 'review',
      title,
      said: [
        { heading: 'Does', text: does },
        { heading: 'Example, under commissioner.reviews', text: indented(example) },
      ],
    })),
    ...Object.values(dispositions).map(({ id, title, weights, source }) => ({
      name: id,
      what: 'disposition',
      title,
      said: [
        {
          heading: 'Weights of motives',
          text:
            Object.entries(weights)
              .filter(([, weight]) => weight > 0)
              .map(([motive, weight]) => `${motive} ${weight}`)
              .join(', ') || 'none',
        },
        { heading: 'Source', text: source },
      ],
    })),
  ];
}

/** All fields of scenario files, in the order of the schema. */
export const scenarioFields = (): ListedField[] => listFields(scenarioSchema);

/**
 * The fields that a path means: names of a scenario's own stand for `*`, and a number of a distribution for the
 * distribution. Several where kinds of one map have a field of that name; none for a path that leads nowhere.
 */
export function fieldsAt(path: string): ListedField[] {
  const names = path.split('.');
  const fields = scenarioFields().filter((field) => !isPart(field.info.kind));
  const exact = fields.filter((field) => fits(field.path, names));
  if (exact.length > 0) return exact;
  return fields.filter((field) => field.info.kind === 'distribution' && fits(field.path, names.slice(0, -1)));
}

/** A part of a scenario file by its path: what it is, and the keys in it. Several where kinds of one map have it; none for a path that leads to no part. */
export function sectionsAt(path: string): { path: string; doc: string; keys: string[] }[] {
  const names = path.split('.');
  const fields = scenarioFields();
  return fields
    .filter(({ info, path: own }) => isPart(info.kind) && fits(own, names))
    .map(({ path: own, info }) => ({
      path: own,
      doc: info.doc,
      keys: [
        ...new Set(
          fields
            .filter((field) => field.path.startsWith(`${own}.`))
            .map((field) => field.path.slice(own.length + 1).split(/[.[]/)[0])
            .map((key) => (key === '*' ? 'names of your own' : key)),
        ),
      ],
    }));
}

const isPart = (kind: string): boolean => kind === 'section' || kind === 'namedMap';

function fits(pattern: string, names: readonly string[]): boolean {
  const parts = pattern.split('.');
  return parts.length === names.length && parts.every((part, i) => part.startsWith('*') || part === names[i]);
}
