/** The tables that charts read. They are declared a floor below, where words read them too. */
export type { ManifestFacts, PublishedCheck, ReportedParameter, ReportTables } from '../words/tables.ts';
