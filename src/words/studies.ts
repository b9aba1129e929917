import { fitSentences } from './fit.ts';
import { frontSentences } from './front.ts';
import { sensitivitySentences } from './sensitivity.ts';
import { sweepSentences } from './sweep.ts';
import type { ReportTables, StudyKind } from './tables.ts';

/** How each kind of study says what it found. */
const voices: Record<StudyKind, (tables: ReportTables) => string[]> = {
  sweep: sweepSentences,
  sensitivity: sensitivitySentences,
  calibrate: fitSentences,
  optimise: frontSentences,
};

/** What a study found, in sentences computed from its tables, the most important first. */
export function studySentences(tables: ReportTables): string[] {
  const kind = tables.manifest.kind;
  return (
    (kind === undefined || kind === 'run' || kind === 'compare' ? undefined : voices[kind])?.(tables) ?? []
  );
}
