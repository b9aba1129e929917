import * as z from 'zod';
import { entry, parameter, share } from '../../scenario/kit/index.ts';
import { categoryField } from './amount.ts';
import { feePoster } from './eventFee.ts';
import type { InstrumentKind } from './instrument.ts';

export const slackSchema = entry(
  {
    kind: z.literal('slack'),
    share: share({
      doc: 'Share of contact hours that nobody earmarks: caseworkers divide them as they themselves see fit, without pressure and required contacts.',
    }),
    amount: parameter({
      doc: 'Grant that pays for it, for all offices together while clients are referred; each gets its share of referrals. Multiplied by `scale`.',
      unit: 'money a week',
      min: 0,
      default: 0,
      source: 'assumed: hours are set free without further money',
    }),
    category: categoryField(),
  },
  { doc: 'Slack: hours that no target and no rule earmarks, with or without money for them.' },
);

export type Slack = z.infer<typeof slackSchema>;

/** Un-earmarked hours; no event brings money, and the grant comes whatever is done with them. */
export const slack: InstrumentKind<typeof slackSchema> = {
  kind: 'slack',
  title: 'Un-earmarked slack',
  pays: 'Optionally a grant while clients are referred; above all it sets hours free that no target earmarks.',
  tempts:
    'Each caseworker to what the own disposition asks: room for those whom no price reaches, and for coping as well.',
  example: 'breathing:\n  kind: slack\n  share: 0.15\n  amount: 4000\n',
  schema: slackSchema,
  says: ({ share, amount }, tell) =>
    `${tell.share(share)} of contact hours are free of targets and rules: caseworkers divide them as they themselves see fit${amount === 0 ? '' : `, and offices share ${tell.money(amount)} a week for it`}.`,
  check: () => [],
  create(terms, setup) {
    const { market, officeShares, referralSteps, scale } = setup;
    const pay = feePoster(setup, terms.category);
    return {
      name: setup.name,
      kind: 'slack',
      believedPrice: () => 0,
      slackShare: () => terms.share,
      settle({ step }) {
        if (step >= referralSteps || terms.amount <= 0) return;
        for (let office = 0; office < officeShares.length; office++)
          pay(step, office, -1, terms.amount * scale * market.shares[office]);
      },
    };
  },
};
