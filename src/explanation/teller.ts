import type { Scenario } from '../model/schema/scenario.ts';
import type { Tell } from '../model/tell.ts';
import { buildDistribution } from '../random/index.ts';
import { counted } from '../words/counted.ts';
import { currencySign, listInWords, sentenceCase, spellName } from '../words/format.ts';

/** Titles that a scenario gives to things of its own, by what they are. */
function titlesOf(
  scenario: Scenario,
): Record<Parameters<Tell['title']>[0], Record<string, { title?: string }>> {
  const { clients, caseworkers, offices, areas, pathway, activities, partners } = scenario;
  return {
    group: clients.groups,
    barrier: clients.barriers,
    role: caseworkers.roles,
    duty: caseworkers.duties,
    office: offices,
    area: areas,
    stage: pathway.stages,
    activity: activities,
    instrument: {},
    partner: partners,
  };
}

/** The whole number with commas between thousands, and the digits that were given after the point. */
function exact(value: number): string {
  const [whole, part] = String(Math.abs(Number(value.toPrecision(10)))).split('.');
  if (/e/.test(whole + (part ?? ''))) return String(value).replace('-', '−');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}${grouped}${part === undefined ? '' : `.${part}`}`;
}

/** Says numbers, titles and terms of a scenario. Numbers are those of the file, with no digit taken off. */
export function tellerOf(scenario: Scenario): Tell {
  const titles = titlesOf(scenario);
  const sign = currencySign(scenario.currency);
  const countedExactly: Tell['counted'] = (n, noun) => counted(n, noun, undefined, exact(n));
  const money: Tell['money'] = (amount) => {
    const size = exact(Math.abs(amount));
    const pence = /\.\d$/.test(size) ? `${size}0` : size;
    return `${amount < 0 ? '−' : ''}${sign}${pence}`;
  };
  const tell: Tell = {
    money,
    share: (value) => `${exact(value * 100)}%`,
    number: exact,
    counted: countedExactly,
    every: (weeks) => (weeks === 1 ? 'every week' : `every ${countedExactly(weeks, 'week')}`),
    spread(spec, noun) {
      const { dist, ...numbers } = spec;
      const mean = buildDistribution(spec).mean;
      const of = (n: number): string => (noun === undefined ? exact(n) : countedExactly(n, noun));
      if (dist === 'constant') return of(mean);
      return `about ${of(Number(mean.toPrecision(3)))} (${dist}(${Object.values(numbers).join(', ')}))`;
    },
    price({ amount, byGroup }) {
      const groups = Object.entries(byGroup).map(
        ([group, price]) => `${money(price)} for ${tell.title('group', group)}`,
      );
      const number = Number(amount.text);
      const all = Number.isNaN(number) ? `an amount by formula, ${amount.text},` : money(number);
      if (groups.length === 0) return all;
      const everybody = Object.keys(byGroup).length >= Object.keys(scenario.clients.groups).length;
      return everybody ? listInWords(groups) : `${all} (${listInWords(groups)})`;
    },
    formula: ({ text }) => (typeof text === 'number' ? exact(text) : text.replace(/\s+/g, ' ')),
    list: listInWords,
    title(of, name) {
      const given = Object.hasOwn(titles[of], name) ? titles[of][name].title : undefined;
      return given || sentenceCase(spellName(name));
    },
    sentence: sentenceCase,
    event: (name) => `“${spellName(name)}”`,
  };
  return tell;
}
