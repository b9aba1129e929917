import * as z from 'zod';
import type { ChairResult } from '../../tables/chair.ts';
import type { MeaningProblem } from '../meaningProblem.ts';

const number = z.number();
const counts = z.record(z.string(), number);

const division = z.object({
  clients: counts,
  inForm: z.array(z.string()),
  duties: counts,
});

const figures = z.object({
  hours: z.object({ atHand: number, clients: number, inForm: number, duties: counts, unspent: number }),
  rows: z.array(
    z.object({
      measure: z.string(),
      slice: z.string(),
      value: number.nullable(),
      why: z.string().optional(),
    }),
  ),
  calls: z.object({ weeks: number, answered: number, hours: number }),
  caseload: number,
  withoutHour: number,
  trust: z.object({ before: number, after: number }).nullable(),
  events: counts,
});

const resultSchema = z.object({
  format: z.literal(1),
  kind: z.literal('chair'),
  scenario: z.object({ name: z.string(), title: z.string(), hash: z.string(), seed: z.string() }),
  settings: z.object({
    design: z.string(),
    replicate: number,
    from: number,
    weeks: number,
    caseworker: z.string(),
    hints: z.boolean(),
    dispositions: z.array(z.string()),
  }),
  student: z.string().max(200).optional(),
  divisions: z.array(division),
  debrief: z.object({
    mainEvent: z.string(),
    parkedAfter: number,
    yours: figures,
    dispositions: z.record(z.string(), figures),
    distances: z.array(z.object({ disposition: z.string(), distance: number, byWeek: z.array(number) })),
    nearest: z.array(z.string()),
    apart: number.nullable(),
    holder: z.string(),
  }),
});

/** Reads the file of a sitting: the result, or all that is wrong with it, each problem's path beginning with the file's name. */
export function readResult(file: string, text: string): { result?: ChairResult; problems: MeaningProblem[] } {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    return { problems: [{ path: [file], message: 'this is no JSON' }] };
  }
  const read = resultSchema.safeParse(written);
  if (read.success) return { result: read.data, problems: [] };
  // A file of another kind has everything wrong: the first thing says enough.
  const [first] = read.error.issues;
  const path = [file, ...first.path.map(String)];
  return { problems: [{ path, message: `this is no result of a sitting: ${first.message}` }] };
}
