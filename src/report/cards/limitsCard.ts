import { INTERVAL_NOTE } from '../../words/intervals.ts';
import { type Html, html } from '../html.ts';

const limits: readonly (readonly [title: string, why: string])[] = [
  [
    'What will happen here.',
    'Levels rest on assumptions about how people find work or fall ill. Compare designs; do not take a level for a forecast.',
  ],
  [
    'Whether the assumptions hold.',
    'Most numbers of a scenario are assumed, and it says which: “explain” lists them all. Evidence decides, not more runs.',
  ],
  ['How sure one may be.', INTERVAL_NOTE],
  [
    'How much help helps.',
    'Effects of contact on outcomes are small by choice, after published trials. So designs differ much in hours and little in outcomes.',
  ],
  [
    'What your staff are like.',
    'No source of ours says how many are of which disposition. Move the mix and see whether the finding stands.',
  ],
  [
    'What a difference is worth.',
    'That two designs can be told apart does not say that it matters, nor to whom. That is for the room.',
  ],
  [
    'What people do whom it leaves out.',
    'Families, neighbours, other services and the courts are at most a number. Clients do not learn how the contract works.',
  ],
  ['Whether a contract can be run.', 'Drafting, disputes and law are not in it.'],
  [
    'Who is right.',
    'Each role looks at other measures, and nothing adds them up. A model shows what follows; what is fair is not a result.',
  ],
];

/** The card that is read out at the end. */
export function limitsCard(): Html {
  return html`<p class="kind">For everybody</p>
<h1>What this cannot tell you</h1>
<ul class="limits">${limits.map(([title, why]) => html`<li><strong>${title}</strong> ${why}</li>`)}</ul>
<h2>What it can</h2>
<p>What follows if caseworkers with too few hours meet these terms: who gets time, who waits, what is on record and what is true, and where an argument hangs on an assumption that somebody could look up.</p>
<h2>One fact that would change my mind</h2>
<p>What it is, and who could find it out:</p>
<p class="line"></p><p class="line"></p><p class="line"></p>`;
}
