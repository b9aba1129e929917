import { fitSentences } from './fit.ts';
import { sensitivitySentences } from './sensitivity.ts';
import { sweepSentences } from './sweep.ts';
import type { ReportTables, StudyKind } from './tables.ts';

/** How each kind of study says what it found. */
const voices: Record<StudyKind, ((tables: ReportTables) => string[]) | undefined> = {
  sweep: sweepSentences,
  sensitivity: sensitivitySentences,
  calibrate: fitSentences,
  optimise: undefined,
};

/** What a study found, in sentences computed from its tables, the most important first. */
export function studySentences(tables: ReportTables): string[] {
  const kind = tables.manifest.kind;
  return (
    (kind === undefined || kind === 'run' || kind === 'compare' ? undefined : voices[kind])?.(tables) ?? []
  );
}
