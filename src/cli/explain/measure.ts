import { type MeasureDoc, measureCatalogue } from '../../simulation/index.ts';
import { parseMeasureKey } from '../../tables/rows.ts';
import { fifthName } from '../../words/names.ts';
import { didYouMean } from '../nearest.ts';
import { UsageError } from '../usageError.ts';
import { paragraph } from './lines.ts';

/** A measure, with the slice that was asked for. */
export interface ExplainedMeasure extends MeasureDoc {
  explains: 'measure';
  key: string;
  slice: string;
}

/** What the catalogue says of a measure or of a key with slices; undefined where no measure is called so. */
export function explainedMeasure(key: string): ExplainedMeasure | undefined {
  const { measure, slice, parts } = parseMeasureKey(key);
  const doc = measureCatalogue().find(({ id }) => id === measure);
  if (!doc) return undefined;
  if (key.includes('[') && !key.endsWith(']')) throw new UsageError(`${key} has no ] at its end`);
  checkSlice(doc, key, parts);
  return { explains: 'measure', key, slice, ...doc };
}

function checkSlice(doc: MeasureDoc, key: string, parts: Record<string, string>): void {
  const asked = Object.keys(parts).join(',');
  if (asked === '' || doc.slices.includes(asked)) {
    const { fifth } = parts;
    if (fifth !== undefined && !/^[1-5]$/.test(fifth))
      throw new UsageError(`${key}: fifths are 1 (the easiest) to 5 (the hardest), not "${fifth}"`);
    return;
  }
  const allowed = doc.slices.length > 0 ? `it is given by ${doc.slices.join('; ')}` : 'it has no slices';
  throw new UsageError(
    `${key}: ${doc.id} is not given by "${asked}"; ${allowed}.${didYouMean(asked, doc.slices)}`,
  );
}

/** The text that a person reads. */
export function measureText(doc: ExplainedMeasure): string {
  const { parts } = parseMeasureKey(doc.key);
  const slices = Object.entries(parts).map(([name, value]) =>
    name === 'fifth'
      ? `of the ${fifthName(value)}: fifths are of true need at referral`
      : `where ${name} is ${value}`,
  );
  const better = doc.better ? `Better: ${doc.better}.` : 'Which way is better is left to the reader.';
  const world = doc.companion ? ` It needs the companion world ${doc.companion}.` : '';
  const contrast = doc.kind === 'contrast' ? ' It compares a design with the base design.' : '';
  const scale = doc.scale === 'log' ? ' Its interval is taken on the logarithm.' : '';
  const given = doc.slices.length > 0 ? `, also by ${doc.slices.join('; ')}` : '';
  return [
    `${doc.key}${slices.length > 0 ? ` (${slices.join(', ')})` : ''}`,
    paragraph(doc.definition, 2),
    paragraph(`Unit: ${doc.unit}${given}.`, 2, 4),
    paragraph(`Formula: ${doc.formula}`, 2, 4),
    paragraph(`Reading: ${doc.reading} ${better}${scale}`, 2, 4),
    paragraph(`Caveat: ${doc.caveat}${world}${contrast}`, 2, 4),
    paragraph(`Source: ${doc.source ?? 'defined by this project'}`, 2, 4),
    paragraph(
      'The interval that a run gives is of luck inside the model, not of doubt about the model.',
      2,
      4,
    ),
  ].join('\n');
}
