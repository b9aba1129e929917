/** Share of all referrals that some offices have together. */
export const sharesOf = (shares: Float64Array, members: readonly number[]): number =>
  members.reduce((sum, office) => sum + shares[office], 0);

/**
 * Part of what some offices get together that one of them gets: by its share of referrals; equal parts where they have
 * none. `size` is what {@link sharesOf} gives for them, for who asks for several.
 */
export function partOf(
  shares: Float64Array,
  members: readonly number[],
  office: number,
  size = sharesOf(shares, members),
): number {
  return size > 0 ? shares[office] / size : 1 / members.length;
}
