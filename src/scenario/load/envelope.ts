import * as z from 'zod';
import { jsonSchema } from '../kit/jsonSchema.ts';
import { parameter } from '../kit/parameter.ts';
import { flag, text } from '../kit/plain.ts';
import { entry, namedMap } from '../kit/section.ts';
import { unwrap } from '../kit/walk.ts';
import { leversSchema } from '../levers/schema.ts';
import { currentFormat } from './formats.ts';

const patch = () =>
  z
    .record(z.string(), z.unknown())
    .meta({ description: 'Changes to the scenario; null takes something out.' });

/** A change on a date, the same for every design unless one patches it. */
export const timelineSchema = namedMap(
  entry(
    {
      at: parameter({ doc: 'When the change takes effect', unit: 'weeks from the start', min: 0 }),
      title: text({ doc: 'What happens, in a few words' }).optional(),
      about: text({ doc: 'Why, and where the date comes from' }).optional(),
      set: patch().optional(),
    },
    { doc: 'A change on a date' },
  ),
  { doc: 'Changes on dates, such as a re-weighting of fees' },
);

/** One of the alternatives that a file compares. */
export const designsSchema = namedMap(
  entry(
    {
      title: text({ doc: 'The name in charts and tables' }).optional(),
      about: text({ doc: 'What the design stands for' }).optional(),
      from: parameter({
        doc: 'Before this week the base design holds',
        unit: 'weeks from the start',
        min: 0,
      }).optional(),
      inCharts: flag({
        doc: 'Whether charts and the finding show it beside the others; tables and claims always do. For a design that is there as a yardstick and would stretch every scale. The base is always shown',
        default: true,
        source: 'design: what is compared is shown',
      }).optional(),
      set: patch().optional(),
    },
    { doc: 'One of the alternatives to compare' },
  ),
  { doc: 'The alternatives to compare, as changes to this file; the first is the base' },
);

/** What loading reads itself; the rest of a file is the vocabulary's. */
const envelopeShape = { timeline: timelineSchema, designs: designsSchema, levers: leversSchema };
export const envelopeSchema = z.object(envelopeShape);

/** Keys that stand at the top of a file and are no part of the resolved scenario. */
export const envelopeKeys = ['$schema', 'format', 'extends', 'timeline', 'designs', 'levers'] as const;

/** The sections of a vocabulary's schema. Throws when it claims a key that loading reads itself. */
export function sectionsOf(schema: z.ZodType): Readonly<Record<string, z.core.$ZodType>> {
  const { shape } = unwrap(schema).definition;
  if (!shape) throw new Error('The schema of a scenario must be an object: one key a section.');
  for (const key of envelopeKeys)
    if (key in shape)
      throw new Error(`The schema of a scenario must not hold "${key}": loading reads it itself.`);
  return shape;
}

/** JSON Schema of a whole scenario file, for editors: the vocabulary's sections and what loading reads itself. */
export function scenarioJsonSchema(schema: z.ZodType): Record<string, unknown> {
  const whole = z.strictObject({
    $schema: text({ doc: 'This schema, for editors' }).optional(),
    format: z.literal(currentFormat).meta({ description: 'The format of this file' }),
    extends: text({ doc: 'A file that this one changes' }).optional(),
    ...(sectionsOf(schema) as Record<string, z.ZodType>),
    ...envelopeShape,
  });
  const { required, ...rest } = jsonSchema(whole) as { required?: string[] };
  // A file that extends another may leave out what that one has.
  return { ...rest, required: ['format'], if: holding(['extends']), else: holding(required ?? []) };
}

/** The condition that keys are present; naming them as properties too is what strict validators ask for. */
function holding(keys: readonly string[]): Record<string, unknown> {
  return { properties: Object.fromEntries(keys.map((key) => [key, true])), required: keys };
}
