import { NOTHING, type ToldDifference } from './difference.ts';
import { opening, type ToldPart } from './telling.ts';

/** What a design changes against the base, as it is told in an explanation. */
export interface ToldDesign {
  id: string;
  title: string;
  about?: string;
  changes: ToldDifference[];
}

/** Designs of a file whose changes fit on a short page. */
const FEW = 5;

/** The designs of a file: the base, and what each other one changes. */
export function designsPart(designs: readonly ToldDesign[], most: number): ToldPart {
  const [base, ...others] = designs;
  const lines = [
    `${base.title} (${base.id}) is the base${base.about ? `: ${opening(base.about, 1, { most })}` : '.'}`,
    ...others.map((design) => {
      const { id, title, about, changes } = design;
      const what = about ? ` ${opening(about, 1, { most })}` : '';
      if (changes.length === 0)
        return `${title} (${id}).${what} It changes nothing: no difference from the base.`;
      // Many designs with words of their own are told by these; what each changes is for `--diff` to say.
      if (designs.length > FEW && most < changes.length && what !== '')
        return `${title} (${id}).${what} ${changes.length} changes.`;
      const shown = changes.slice(0, most).map(changeInWords);
      const more = changes.length > most ? `; and ${changes.length - most} more` : '';
      return `${title} (${id}).${what} It changes ${shown.join('; ')}${more}.`;
    }),
  ];
  return { id: 'designs', heading: 'What is compared', lines };
}

/** What changes by date in the design that is told. */
export const datedPart = (changes: readonly ToldDifference[], most: number): ToldPart => ({
  id: 'dates',
  heading: 'What changes on the way',
  lines: [
    ...changes
      .slice(0, most)
      .map((change) => `From week ${change.from} on ${changeInWords({ ...change, from: 0 })}.`),
    ...(changes.length > most ? [`And ${changes.length - most} more.`] : []),
  ],
});

/** One change, short: path and values, what comes and what goes. */
function changeInWords({ path, from, a, b }: ToldDifference): string {
  const when = from > 0 ? ` from week ${from} on` : '';
  if (b === NOTHING) return `${path}${when}: taken away`;
  if (a === NOTHING) return `${path}${when}: ${cut(b)}`;
  return `${path}${when}: ${cut(a)} → ${cut(b)}`;
}

const LONGEST = 70;

/** A text that is short enough to stand in a list, without its full stop. */
const cut = (text: string): string =>
  text.length > LONGEST
    ? `${text.slice(0, text.lastIndexOf(' ', LONGEST)).replace(/[,;:.]$/, '')} …`
    : text.replace(/\.$/, '');
