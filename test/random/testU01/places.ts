/** Tests of Crush, each of which reads a place of a stream of its own. */
export const CRUSH_TESTS = 96;

/** Draws between the beginnings of two of them: far more than any reads. */
export const APART = 1099511627776;
