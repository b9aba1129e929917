/**
 * Writes the tables of docs/joint-commissioning.md from what runs of the files found. Run by hand, since the runs take
 * some minutes: `node build.mjs && node docs/jointCommissioning.mjs results/claims`. Results that stand in the folder
 * already are read and not made anew.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultsFolder, resultsOf, writeBlocks } from './findings.mjs';

const folder = resultsFolder();

const main = 'joint-commissioning';
/** Mechanism of document 003, what switches it, the file in which it is seen, and the claim that is told here. */
const mechanisms = [
  ['M1 crises', '`caseworkers.roles.<name>.crisisLength`', main, 'fewestInCrisis'],
  ['M1 their price', '`incentives.<activityFee>.crisisFactor`', main, 'weightRepairs'],
  ['M2 joint work unpaid', 'what is paid for: `activityFee` against `dutyFee`', main, 'fewestLiaison'],
  ['M3 long engagement', '`offices.<name>.spells.response`', 'spell-length', 'shorter'],
  ['M4 first contacts', '`incentives.<activityFee>.mostPerClient`', 'first-contacts', 'fewerReturns'],
  ['M5 time of the record', '`caseworkers.duties.<recording>.perEvent`', 'honest-or-fudged', 'unseen'],
  ['M6 hidden problems', '`clients.latent.share`, `knowledgePower`', 'hidden-problem', 'contactsCost'],
  ['M7 deadweight', '`valueAddedFee` against `milestoneFee`', 'value-added', 'lessEasy'],
  ['M8 horizon', '`caseworkers.beliefs.horizon`', 'horizon-dial', 'earlyNeedsYears'],
  ['M9 fudge', '`caseworkers.duties.<recording>.misreport.rate`', 'honest-or-fudged', 'fudge'],
  ['M9 audit', '`commissioner.audit.share`', 'honest-or-fudged', 'audit'],
  ['M12 slack', '`incentives.<slack>.share`', 'hidden-problem', 'slackBack'],
  ['M15 quiet exit', '`mismatch` in `pathway.programme.dropOut`', 'counter-agency', 'leave'],
  ['M16 no indicator', '`commissioner.reviews.<fundIndicators>.most`', 'unmeasured-need', 'starves'],
  ['M17 target swap', '`timeline`', 'target-swap', 'oldResults'],
  ['M17 what is sunk', '`interventions.<name>.setUp`, `ends`', 'target-swap', 'sunk'],
  ['M17 learning', '`caseworkers.practice.weight`', 'target-swap', 'unpractised'],
  ['M18 permanent red', '`misreport.hopeless`, `threshold` of a target', 'permanent-red', 'decays'],
  ['M18 controllability', 'parameters of a hazard', 'controllability', 'effort'],
  ['M19 luck', '`commissioner.reviews.<renew>`', 'chance-and-the-axe', 'fallsWithSize'],
  ['M23 evidence', '`commissioner.evidence.<stage>`', 'weighing-evidence', 'accountCorrects'],
  ['M27 deep or thin', '`pathway.programme.uptake`', 'deep-or-thin', 'population'],
  ['M30 trust', '`commissioner.relations`', 'trusted-and-hero', 'cheaper'],
  ['M31 hero', '`commissioner.relations.turnover`', 'trusted-and-hero', 'heroTakesTrust'],
  ['M33 mission', '`offices.<name>.mission.drift`', 'dependence-and-slack', 'drift'],
  ['M34 own cause', '`offices.<name>.inHouse.voice`', 'captured-incumbent', 'drawnIn'],
  ['M40 inspection', '`partners.<name>.inspection.chance`', 'inspection-shock', 'reverts'],
  ['M41 pools', '`partnership.budgets`, `partners.<name>.turnover`', 'budgets', 'poolBeats'],
  ['M41 scare', '`partners.<name>.contagion`', 'contagion', 'spreads'],
  ['M47 span', '`partners.<name>.span`', 'responsibility-without-power', 'keepsControl'],
];

const path = (name) => (name === main ? `scenarios/${main}.yaml` : `scenarios/${main}/${name}.yaml`);

/** Checked claims of each file. */
const checked = {};
for (const name of new Set(mechanisms.map(([, , file]) => file))) {
  const out = resultsOf(path(name), join(folder, name), 'checks.json');
  checked[name] = JSON.parse(readFileSync(join(out, 'checks.json'), 'utf8')).claims;
}

const number = (value) => String(Number(value.toPrecision(2))).replace('-', '−');
const rounded = (value) => number(Math.abs(value) < 1e-9 ? 0 : value);
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** Titles follow one another in their file; here they stand alone. */
const alone = (title) => sentence(title.replace(/^(And|But|Though) /, ''));

/** What was found of the condition that decides: the first with the verdict of the whole. */
function found({ conditions, runs, verdict }) {
  const { mean, lo, hi, n } = conditions.find((each) => each.verdict === verdict) ?? conditions[0];
  if (mean === null) return `${verdict}, undefined`;
  const shared = runs?.claimed === undefined ? `${n} runs` : `in ${runs.holding} of ${runs.defined} runs`;
  return `${verdict}, ${rounded(mean)} (${rounded(lo)} to ${rounded(hi)}), ${shared}`;
}

const rows = mechanisms.map(([mechanism, means, file, id]) => {
  const claim = checked[file].find((each) => each.id === id);
  if (claim === undefined) throw new Error(`${file} has no claim ${id}`);
  return `| ${mechanism} | ${means} | [${file}](../${path(file)}) | ${alone(claim.title)} | ${found(claim)} |`;
});
const every = Object.entries(checked).flatMap(([file, claims]) =>
  claims.map((claim) => ({ file, ...claim })),
);
const not = every.filter(({ verdict }) => verdict !== 'holds');
const told = [
  `Of ${every.length} claims of these files ${every.length - not.length} hold. The others:`,
  '',
  ...not.map((claim) => {
    const note = claim.note === undefined ? '' : ` ${sentence(claim.note)}.`;
    return `- ${claim.file}, \`${claim.id}\`: ${alone(claim.title)}: ${found(claim)}.${note}`;
  }),
];
const blocks = {
  mechanisms: ['| Mechanism | Switch | File | Claim | Found |', '| --- | --- | --- | --- | --- |', ...rows],
  others: told,
};

writeBlocks('docs/joint-commissioning.md', blocks);
