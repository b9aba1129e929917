import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { documents, type SourceDocument } from '../../src/words/documents.ts';
import { sentenceCase } from '../../src/words/format.ts';
import { code } from './markdown.ts';

/** A work that is cited, as docs/references.yaml lists it. */
export interface Work {
  /** How it is named where it is cited, normalised: the first form heads its entry. */
  cited: string[];
  authors: string;
  /** Where it is not the last word of the first form. */
  year?: number;
  title: string;
  in: string;
  id?: Partial<Record<'doi' | 'isbn' | 'jstor' | 'sici' | 'handle' | 'number', string>>;
}

/** All works, in alphabetical order of their first forms. */
export function readWorks(root: string): Work[] {
  const works = parse(readFileSync(join(root, 'docs/references.yaml'), 'utf8')) as Work[];
  return works.sort((a, b) => (a.cited[0] < b.cited[0] ? -1 : 1));
}

/** The anchor of a work on the page, as a Markdown viewer names its heading. */
const anchorOf = (work: Work): string =>
  work.cited[0]
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');

/** A citation in one form: `Bevan & Hood (2006)` and `Bevan and Hood 2006` are the same. */
export const normalised = (text: string): string =>
  text.replaceAll('&', 'and').replaceAll(/[()]/g, '').replaceAll(/\s+/g, ' ').trim();

/** Text with every citation of a listed work made a link to its entry. Only forms with a year are linked. */
export function withCitations(text: string, works: readonly Work[]): string {
  const forms = works.flatMap((work) =>
    work.cited.filter((form) => / \d{4}$/.test(form)).map((form) => ({ form, work })),
  );
  return forms.reduce((linked, { form, work }) => {
    const year = form.slice(-4);
    const names = form.slice(0, -5);
    const pattern = names
      .split(' and ')
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join(' (?:and|&) ');
    return linked.replaceAll(
      new RegExp(`(?<![\\[\\w])${pattern} (${year}|\\(${year}\\))(?!\\]|\\d)`, 'g'),
      (found) => `[${found}](references.md#${anchorOf(work)})`,
    );
  }, text);
}

function entry(work: Work): string {
  const year = work.year ?? work.cited[0].slice(-4);
  return `### ${work.cited[0]}

${work.authors} (${year}). *${work.title}*. ${work.in}.${identifiers(work.id)}
`;
}

const documentEntry = ([number, { title, about }]: [
  string,
  SourceDocument,
]): string => `### Document ${number}

${sentenceCase(title)}. ${about}.
`;

function identifiers(id: Work['id']): string {
  if (!id) return ' No identifier could be confirmed.';
  const said = [
    ...(id.doi ? [`DOI [${id.doi.replaceAll(/[<>]/g, '\\$&')}](https://doi.org/${inUrl(id.doi)})`] : []),
    ...(id.isbn ? [`ISBN ${id.isbn}`] : []),
    ...(id.jstor ? [`JSTOR [${id.jstor}](https://www.jstor.org/stable/${id.jstor})`] : []),
    ...(id.sici ? [`SICI ${code(id.sici)}`] : []),
    ...(id.handle ? [`handle [${id.handle}](https://hdl.handle.net/${id.handle})`] : []),
    ...(id.number ? [`Report number ${id.number}`] : []),
  ];
  return ` ${said.join('; ')}.`;
}

/** A DOI as it may stand in a link: brackets of old ones would end it. */
const inUrl = (doi: string): string =>
  encodeURI(doi).replaceAll(/[()]/g, (bracket) => `%${bracket.charCodeAt(0).toString(16)}`);

/** `docs/references.md`, from docs/references.yaml. */
export function referencesPage(root: string): string {
  return `<!-- Generated from docs/references.yaml by \`npm run docs\`. Do not edit. -->

# References

Works that these pages, the dispositions, the measures and the bundled scenarios cite. To be cited is not to be measured: which numbers come from a document
and which are assumed is said by each scenario (\`streetlevel explain\`). How to cite this program stands in \`CITATION.cff\`.

## The five documents

The bundled scenarios rest on five documents, which sources cite by number; \`M\` with a number behind it is a mechanism of document 003, listed on [its page](joint-commissioning.md).
Figures and findings from elsewhere are cited as [published evidence](evidence.md).

${Object.entries(documents).map(documentEntry).join('\n')}
## Works

${readWorks(root).map(entry).join('\n')}`;
}
