import { type Html, html } from '../html.ts';
import { typed } from './typed.ts';

/** Minutes of each part, what the facilitator does, and what is on the page. */
const parts: readonly { minutes: number; title: string; steps: readonly string[] }[] = [
  {
    minutes: 6,
    title: 'Roles',
    steps: [
      'Deal out the role cards, one to each person or pair. Nobody shows theirs yet.',
      'Say what this is: caseworkers with too few hours, one set of people, several contracts. Not a forecast.',
    ],
  },
  {
    minutes: 6,
    title: 'The case',
    steps: [
      'Read out title, question and designs. “About this scenario” says what it rests on.',
      'Or enter eight local numbers with the room: staff, hours, referrals, caseload, groups, fees, target, cost.',
    ],
  },
  {
    minutes: 8,
    title: 'Predict',
    steps: [
      '“Ask for a forecast first” is ticked, so that no number, chart or life is shown.',
      'Everybody writes on their card. Then the room answers the questions of the page by show of hands.',
    ],
  },
  {
    minutes: 8,
    title: 'Look',
    steps: [
      'Show the result beside the forecast. Who was surprised speaks first.',
      'Hours of the hardest fifth, then who is parked, then outcomes against the twins, then money.',
    ],
  },
  {
    minutes: 8,
    title: 'One life',
    steps: [
      'Open “People” and play half a year. Click a client who is parked, read their life and their twin’s.',
      'The same person under the other design: one button. It is one run, with its luck.',
    ],
  },
  {
    minutes: 12,
    title: 'Argue',
    steps: [
      'Back to “Compare designs”: “Who would prefer what”. Each role says which design, and by what.',
      'Find a lever that wins a second role without losing the first. Forecast before each move.',
    ],
  },
  {
    minutes: 6,
    title: 'Turn it round',
    steps: [
      'When would the scheme that lost do well? Change who the caseworkers are, or have somebody look.',
      'docs/workshop.md, “When the target does well”, lists such settings for each main scenario.',
    ],
  },
  {
    minutes: 6,
    title: 'Close',
    steps: [
      'Read out the card “What this cannot tell you”. Each writes one fact that would change their mind.',
      'Save “Scenario as YAML” and “Copy link”, so that the numbers can be found again.',
    ],
  },
];

/** An hour in a room, minute by minute, and what to have ready. */
export function runSheet(): Html {
  let minute = 0;
  const rows = parts.map(({ minutes, title, steps }) => {
    const from = minute;
    minute += minutes;
    return html`<tr><th scope="row">${from} to ${minute}</th><td><strong>${title}</strong><ul>${steps.map((step) => html`<li>${step}</li>`)}</ul></td></tr>`;
  });
  return html`<p class="kind">Run sheet</p>
<h1>One hour with a room</h1>
<p>Six to twenty people, one screen, no programming.</p>
<h2>Have ready</h2>
<ul>
<li>The page: ${typed('workshop first')}, or one file for a machine without a network: ${typed('workshop first --export page.html')}. Put <code>#scenario=first&amp;predict=1</code> behind its address.</li>
<li>These cards, a role card for each person, and pens. A scorecard for the wall, if you like: ${typed('compare first')} writes <code>scorecard.html</code>.</li>
<li>One rehearsal on the machine of the room. A large scenario runs with fewer people first, and the page says so.</li>
</ul>
<h2>Minutes</h2>
<table><tbody>${rows}</tbody></table>`;
}
