import { said, type Telling, type ToldPart } from './telling.ts';

/** A rule of the programme that asks for contact. */
export type RuleOfContact = Telling['scenario']['rules'][string];

/** What a rule asks for, and how it is met. */
export function requiredContact(
  { role, every }: RuleOfContact,
  { scenario, tell }: Pick<Telling, 'scenario' | 'tell'>,
): string {
  const { compliance, formOnly } = scenario.caseworkers.roles[role];
  const form = formOnly === 0 ? '' : `, ${tell.share(formOnly)} of them in form only`;
  return `A caseworker (${tell.title('role', role)}) must see each attached client ${tell.every(every)}. When it is due, it is met with a chance of ${tell.share(compliance)} a week${form}.`;
}

/** What rules hold, and how well they are kept. */
export function rulesPart({ scenario, tell }: Telling): ToldPart {
  const { rules, pathway, commissioner, caseworkers } = scenario;
  const { audit } = commissioner;
  const { refusal } = pathway.programme;
  const required = Object.values(rules).map((rule) => requiredContact(rule, { scenario, tell }));
  const dishonest = Object.entries(caseworkers.roles).filter(([, { integrity }]) => integrity < 1);
  return {
    id: 'rules',
    heading: 'What rules hold',
    lines: said(
      ...required,
      required.length === 0 && 'No rule of the programme asks for contact within so many weeks.',
      refusal.on
        ? `Offices may refuse a place where it seems to cost more than it brings; one is thought to cost ${tell.money(refusal.placeCost)}.`
        : 'Offices refuse nobody.',
      audit.share > 0
        ? `Audits look at ${tell.share(audit.share)} of records and see through ${tell.share(audit.insight)} of what is false${audit.penalty === 0 ? '' : `, at ${tell.money(audit.penalty)} each`}.`
        : 'Records are believed: nobody audits them.',
      dishonest.length > 0 &&
        `Integrity, of 1, is ${tell.list(dishonest.map(([name, { integrity }]) => `${tell.number(integrity)} (${tell.title('role', name)})`))}.`,
    ),
  };
}
