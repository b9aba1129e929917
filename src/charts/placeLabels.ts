/** A point of a drawing and where its label goes, in pixels from the upper left corner. */
export interface Placed {
  x: number;
  y: number;
  labelX: number;
  labelY: number;
}

const DIRECTIONS = 12;
const RINGS = [15, 26, 40, 56];

/**
 * Places a round label beside each point so that it covers no point and no other label, as near as can be: for each
 * point in turn the first free place of a few rings around it, else the last tried. The same points give the same
 * places.
 */
export function placeLabels(
  points: readonly { x: number; y: number }[],
  { radius, width, height }: { radius: number; width: number; height: number },
): Placed[] {
  const placed: Placed[] = [];
  for (const { x, y } of points) {
    let best = { x: x + RINGS[0], y };
    search: for (const ring of RINGS) {
      for (let k = 0; k < DIRECTIONS; k++) {
        // Up and to the right first, where labels are looked for.
        const angle = -Math.PI / 4 + (k * 2 * Math.PI) / DIRECTIONS;
        best = { x: x + ring * Math.cos(angle), y: y + ring * Math.sin(angle) };
        const inside =
          best.x > radius && best.x < width - radius && best.y > radius && best.y < height - radius;
        const covers = (other: { x: number; y: number }, reach: number) =>
          Math.hypot(other.x - best.x, other.y - best.y) < reach;
        const free =
          !points.some((other) => covers(other, radius + 4)) &&
          !placed.some(({ labelX, labelY }) => covers({ x: labelX, y: labelY }, 2 * radius + 1));
        if (inside && free) break search;
      }
    }
    placed.push({ x, y, labelX: best.x, labelY: best.y });
  }
  return placed;
}
