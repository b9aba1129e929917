import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../src/charts/placeLabels.ts';

const room = { radius: 9, width: 400, height: 300 };

describe('places of labels', () => {
  it('cover no point and no other label, also where points coincide', () => {
    const points = [
      { x: 200, y: 150 },
      { x: 200, y: 150 },
      { x: 205, y: 148 },
      { x: 3, y: 3 },
      { x: 398, y: 298 },
      { x: 200, y: 150 },
    ];
    const placed = placeLabels(points, room);
    placed.forEach((one, at) => {
      expect(one.labelX).toBeGreaterThan(room.radius);
      expect(one.labelX).toBeLessThan(room.width - room.radius);
      for (const point of points)
        expect(Math.hypot(one.labelX - point.x, one.labelY - point.y)).toBeGreaterThan(room.radius);
      placed.slice(at + 1).forEach((other) => {
        expect(Math.hypot(one.labelX - other.labelX, one.labelY - other.labelY)).toBeGreaterThan(18);
      });
    });
  });

  it('give every point a label even where there is no room', () => {
    const crowd = Array.from({ length: 60 }, () => ({ x: 20, y: 20 }));
    expect(placeLabels(crowd, { radius: 9, width: 40, height: 40 })).toHaveLength(60);
  });
});
