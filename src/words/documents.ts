/** A document on which scenarios rest: what it is called for short, and what it is. */
export interface SourceDocument {
  title: string;
  about: string;
}

/** The five documents behind the bundled scenarios, by the number under which sources cite them: "document 003, M17". */
export const documents: Readonly<Record<string, SourceDocument>> = {
  '000': {
    title: 'liaison and diversion',
    about: 'Case study of a Liaison and Diversion team in English police custody and courts, 2017-18',
  },
  '001': {
    title: 'justice reinvestment',
    about: 'Process evaluation of the Local Justice Reinvestment pilot, year one, 2011-12 (published 2013)',
  },
  '002': {
    title: 'strategic and front-line outcomes',
    about: 'Article on strategic against front-line outcomes in local government (2024)',
  },
  '003': {
    title: 'joint commissioning',
    about:
      'Doctoral case study of joint, outcome-based commissioning of children’s services in one English town (fieldwork about 2009)',
  },
  '004': {
    title: 'employment pilot',
    about: 'Case study of a non-mandatory employment pilot in an English city region, 2014-19',
  },
};

/** What sources call the list of figures and findings from elsewhere. */
const EVIDENCE = 'published evidence';
const EVIDENCE_IS =
  'Figures and findings of studies outside the five documents, F1 to F17 among them: the page “Published evidence” in the documentation of the project';

/** A source under the name by which readers know it, and what it is. */
export interface NamedSource {
  name: string;
  about: string;
}

/** "document 003 (joint commissioning)"; a number that is not listed stays without a title. */
export function documentName(number: string): string {
  const known = Object.hasOwn(documents, number) ? ` (${documents[number].title})` : '';
  return `document ${number}${known}`;
}

/** The name of a source with the title of its document, where it names one and no more: "document 003" and no other text. */
export const withTitle = (name: string): string =>
  name.replace(/^document ?(\d{3})$/i, (_, number: string) => documentName(number));

/**
 * What stands under numbers whose sources are told: the sources that a scenario names, as it names them, then documents and the
 * list of evidence that the texts cite beside these. `documents` are known by a key such as `document003`.
 */
export function namedSources(
  named: Readonly<Record<string, string>>,
  texts: readonly string[],
): NamedSource[] {
  const own = Object.entries(named).map(([key, about]) => ({ name: withTitle(key), about }));
  const cited = citedDocuments(texts).filter(({ name }) => !own.some((one) => one.name === name));
  return [...own, ...cited];
}

/** The documents that texts cite, by number, then the list of evidence where one cites it. */
export function citedDocuments(texts: readonly string[]): NamedSource[] {
  const all = texts.join('\n').replaceAll(/\s+/g, ' ').toLowerCase();
  const found = Object.entries(documents)
    .filter(([number]) => all.includes(`document ${number}`))
    .map(([number, { about }]) => ({ name: documentName(number), about }));
  return all.includes(EVIDENCE) ? [...found, { name: EVIDENCE, about: EVIDENCE_IS }] : found;
}
