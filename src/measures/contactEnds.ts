/** Why hours by the client-week have no value where {@link noneCanCount}. */
export const CONTACT_ENDS_COUNT = 'contact is itself the outcome, so no week with contact counts';

/** What the measures of which this may be so say of it. */
export const UNDEFINED_WHERE_CONTACT_ENDS =
  'Undefined where contact is itself the outcome, so that no week with contact counts.';

/**
 * Whether there was real contact and none of it in a counted week: whoever is seen has the outcome in the same step and counts no
 * more at its end. Hours of 0 would say there that nobody got any.
 */
export const noneCanCount = (countedHours: number, realHours: number): boolean =>
  countedHours === 0 && realHours > 0;
