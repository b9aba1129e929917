import type { CaseworkerStep, ClientClaim } from '../../../tables/caseworkerWeek.ts';
import { formatNumber, spellName } from '../../../words/index.ts';
import { MotivePatterns } from './motiveLooks.tsx';

const ROW = 20;
const LEFT = 96;
const RIGHT = 84;
const WIDTH = 760;
const TOP = 40;

/**
 * The least appeal that got time. The next one may lie above λ × (τ + shortest appointment) and get none: with it among those
 * served the line would rise, and leave it below.
 */
const leastOf = (claims: readonly ClientClaim[]): number | null => {
  const served = claims.filter(({ hours }) => hours > 0).map(({ appeal }) => appeal);
  return served.length > 0 ? Math.min(...served) : null;
};

/** What makes an appeal, each motive with its part of the noise where that multiplies. */
export function partsShown(step: CaseworkerStep, claim: ClientClaim): { motive: string; size: number }[] {
  const factor = step.noiseForm === 'multiplicative' ? claim.noise : 1;
  return step.motives.flatMap((motive, at) => {
    const size = claim.parts[at] * factor;
    return size > 0 ? [{ motive, size }] : [];
  });
}

/** Every claimant's appeal as a bar made of motives, the line that parts those who got time from the others, and hours. */
export function WaterlineChart({
  step,
  claims,
  all,
}: {
  step: CaseworkerStep;
  claims: readonly ClientClaim[];
  /** With those of another chart: line and lengths are of all of them. */
  all: readonly ClientClaim[];
}) {
  const least = leastOf(all);
  const sums = all.map((claim) => partsShown(step, claim).reduce((sum, { size }) => sum + size, 0));
  const most = Math.max(1e-9, ...sums, ...all.map(({ appeal }) => appeal), least ?? 0);
  const x = (appeal: number): number => LEFT + (appeal / most) * (WIDTH - LEFT - RIGHT);
  const height = TOP + claims.length * ROW + 6;
  const served = claims.filter(({ hours }) => hours > 0).length;
  return (
    <svg
      class="waterline"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={`Appeal of ${claims.length} claimants, made of motives; ${served} of them got hours. All figures are in the table below.`}
    >
      <MotivePatterns motives={step.motives} prefix="bar" />
      <text x={LEFT - 6} y={14} text-anchor="end">
        client
      </text>
      <text x={LEFT} y={14}>
        appeal
      </text>
      <text x={WIDTH} y={14} text-anchor="end">
        hours
      </text>
      {claims.map((claim, at) => {
        const y = TOP + at * ROW;
        let from = 0;
        return (
          <g key={claim.client}>
            <text x={LEFT - 6} y={y + 13} text-anchor="end">
              {claim.client}
            </text>
            {partsShown(step, claim).map(({ motive, size }) => {
              const begin = x(from);
              from += size;
              return (
                <rect
                  key={motive}
                  x={begin}
                  y={y + 2}
                  width={Math.max(0, x(from) - begin)}
                  height={ROW - 5}
                  fill={`url(#bar-${motive})`}
                  stroke="#1a1a1a"
                  stroke-width={0.5}
                />
              );
            })}
            <text x={WIDTH} y={y + 13} text-anchor="end">
              {claim.hours > 0 ? formatNumber(claim.hours) : '–'}
            </text>
          </g>
        );
      })}
      {least !== null && (
        <>
          <line class="line" x1={x(least)} x2={x(least)} y1={TOP - 4} y2={height} />
          <text x={x(least)} y={TOP - 10} text-anchor={least > most / 2 ? 'end' : 'start'}>
            the least that got time: {formatNumber(least)}
          </text>
        </>
      )}
    </svg>
  );
}

/** Which pattern stands for which motive. */
export function MotiveLegend({ motives }: { motives: readonly string[] }) {
  return (
    <ul class="motives">
      {motives.map((motive) => (
        <li key={motive}>
          <svg width={26} height={16} aria-hidden="true">
            <MotivePatterns motives={[motive]} prefix="legend" />
            <rect width={26} height={16} fill={`url(#legend-${motive})`} stroke="#1a1a1a" />
          </svg>
          {spellName(motive)}
        </li>
      ))}
    </ul>
  );
}
