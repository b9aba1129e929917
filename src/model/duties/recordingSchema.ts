import * as z from 'zod';
import { entry, flag, namedMap, parameter, section, share } from '../../scenario/kit/index.ts';
import { dutyFields } from './fields.ts';

const hoursOfRecord = (doc: string, unit: string, value: number, source: string) =>
  parameter({ doc, unit, min: 0, default: value, source, range: [0, 1] });

/** Terms of the record: what hours contacts and events leave at the desk, and what is entered that never happened. */
export const recordingSchema = entry(
  {
    kind: z.literal('recording'),
    ...dutyFields({
      item: 0.25,
      itemSource: 'assumed: a quarter of an hour at the desk, as in the notes on the model',
      due: 1,
      dueSource: 'assumed: records are asked for within the week',
      pull: { need: 0, gain: 0, deserving: 0, ease: 0.3, voice: 0 },
      pullSource:
        'assumed: document 000 has core work put over housekeeping such as recording, not by how much; forms help nobody and are tedious',
    }),
    perContactHour: hoursOfRecord(
      'Record that an hour of contact leaves.',
      'hours of record an hour',
      0.5,
      'assumed: half an hour; document 000 gives two to two and a half hours or more a person with all paperwork, not the share of it',
    ),
    perContact: hoursOfRecord(
      'Record that each contact leaves beside, real or in form only.',
      'hours of record a contact',
      0,
      'assumed: in that of the hours',
    ),
    perEvent: namedMap(parameter({ doc: 'Hours of record for one event.', unit: 'hours', min: 0 }), {
      doc: 'Record that events leave. An event named here is claimed in the step in which its last hour is done, and lost where nobody of the role is in the office to write it up; others are on record at once.',
      default: {},
    }),
    expires: parameter({
      doc: 'Weeks after which what is not recorded is lost for good.',
      unit: 'weeks',
      above: 0,
      default: 26,
      source: 'assumed: half a year',
      range: [4, 104],
    }),
    kept: share({
      doc: 'Share of the hours left by duties taken first that is kept for the record: so much and no more. What the record does not need of it is lost. Without it the record claims hours beside clients.',
      range: [0, 1],
    }).optional(),
    handedOver: flag({
      doc: 'Whether what a leaver has not recorded goes to who takes over the client, or waits for the next holder where nobody of the role is present in the office; otherwise it is lost.',
      default: false,
      source: 'assumed: nobody writes up what somebody else did',
    }),
    misreport: section(
      {
        rate: share({
          doc: 'Chance that a caseworker of no integrity enters a named event of a client that did not happen, without pressure and audit.',
          unit: 'per week',
          default: 0,
          source: 'assumed: nobody invents records unless stated; 0 is in the range',
          range: [0, 0.02],
        }),
        hopeless: parameter({
          doc: 'How many times more pressure tempts where a target is surely missed; in between by the chance that it is.',
          min: 0,
          default: 0,
          source:
            'assumed: hopeless targets tempt no more than others; document 003 says that who cannot hit a target comes to choose what to record, not how often; 0 is in the range',
          range: [0, 3],
        }),
        events: namedMap(
          flag({
            doc: 'Whether the event may be invented.',
            default: true,
            source: 'assumed: named events may be',
          }),
          { doc: 'Events that may be entered without having happened.', default: {} },
        ),
      },
      {
        doc: 'Records of what did not happen: rate × (1 − integrity) × (1 + pressure × (1 + hopeless × chance that the target is missed)) × max(0, 1 − a(1 + penalty / price)), a = share × insight of audits.',
      },
    ),
  },
  { doc: 'Recording: contacts and events leave work at the desk, and count when it is done.' },
);

export type Recording = z.infer<typeof recordingSchema>;
