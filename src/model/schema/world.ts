import type { z } from 'zod';
import { distribution, namedMap, parameter, section, share } from '../../scenario/kit/index.ts';

const pool = section(
  {
    perWeek: distribution({
      doc: 'Openings a week for which clients of this programme compete.',
      unit: 'openings a week',
      min: 0,
    }),
    rivals: distribution({
      doc: 'People from outside the programme who are ready for one of these openings, a week.',
      unit: 'seekers a week',
      min: 0,
      default: 0,
      source: 'assumed: nobody from outside competes unless stated',
    }),
  },
  { doc: 'A pool of openings.' },
);

const shock = section(
  {
    chance: share({
      doc: 'Chance that the shock strikes, the same in every design; one that strikes while it is on goes on for longer.',
      unit: 'per week',
    }),
    weeks: parameter({ doc: 'How long it is on.', unit: 'weeks', above: 0, wholeSteps: true }),
    openings: parameter({
      doc: 'Multiplies the openings of every pool while it is on.',
      min: 0,
      default: 1,
      source: 'assumed: openings stay as they are; formulas may use the shock by name',
      range: [0, 1],
    }),
  },
  {
    doc: 'A shock that comes at random; hazards may use `shock` and its name, such as `shockSlump`, 1 while it is on.',
  },
);

/** The world outside the programme. */
export const worldSchema = section(
  {
    openings: namedMap(pool, {
      doc: 'Pools of openings by name; without any, openings are unlimited.',
      default: {},
    }),
    localTraits: namedMap(parameter({ doc: 'Value for offices that do not state their own.' }), {
      doc: 'Names and default values of the traits that offices may set: what differs between places. Hazards read that of the place where the client lives, by the shares of the start, whichever office serves the client later.',
      default: {},
    }),
    shocks: namedMap(shock, { doc: 'Shocks by name.', default: {} }),
    closure: namedMap(
      share({
        doc: 'Most that the activity may be of the contacts for which activities are chosen; 0 closes it.',
      }),
      {
        doc: 'Policy closure: limits on activities that nobody in the scenario can lift, neither a design nor a dated change.',
        default: {},
      },
    ),
  },
  { doc: 'The world outside.' },
);

export type WorldSection = z.infer<typeof worldSchema>;
