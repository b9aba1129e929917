import { useEffect, useRef } from 'preact/hooks';
import { type CellLook, drawCell, SKY } from './cells.ts';

const SIDE = 18;

const plain = { light: 40, hasOutcome: false, inCrisis: false };

const entries: { look: CellLook; words: string }[] = [
  { look: { ...plain, kind: 'lit', light: 255 }, words: 'many hours of late' },
  { look: { ...plain, kind: 'lit', light: 90 }, words: 'some: light fades in the weeks after contact' },
  { look: { ...plain, kind: 'lit', light: 0 }, words: 'none of late, and not parked yet' },
  { look: { ...plain, kind: 'unseen', light: 0 }, words: 'parked: out of sight' },
  { look: { ...plain, kind: 'holding', light: 120 }, words: 'parked: in a holding pattern' },
  { look: { ...plain, kind: 'token', light: 0 }, words: 'parked: seen on paper only' },
  { look: { ...plain, kind: 'lit', light: 120, hasOutcome: true }, words: 'with an outcome now' },
  { look: { ...plain, kind: 'lit', light: 60, inCrisis: true }, words: 'in a crisis' },
  { look: { ...plain, kind: 'future' }, words: 'not referred yet' },
  { look: { ...plain, kind: 'refused' }, words: 'refused the place' },
  { look: { ...plain, kind: 'declined' }, words: 'did not want it' },
  { look: { ...plain, kind: 'droppedOut' }, words: 'dropped out' },
  { look: { ...plain, kind: 'completed' }, words: 'left at the end' },
];

/** What the marks of the field stand for. */
export function Legend({ parkedAfter }: { parkedAfter: number }) {
  return (
    <details class="legend" open>
      <summary>What the marks mean</summary>
      <ul>
        {entries.map(({ look, words }) => (
          <li key={words}>
            <Sample look={look} />
            {words}
          </li>
        ))}
      </ul>
      <p class="on-paper">On paper the marks are a negative: the darker a square, the more hours of late.</p>
      <p>
        Each square is a client, in reading order from the least need at referral to the most. Parked means{' '}
        {parkedAfter} weeks without real contact, or without contact that touches a barrier, while no outcome
        is there.
      </p>
    </details>
  );
}

function Sample({ look }: { look: CellLook }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const scale = globalThis.devicePixelRatio || 1;
    canvas.current!.width = canvas.current!.height = Math.round(SIDE * scale);
    const pen = canvas.current!.getContext('2d')!;
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.fillStyle = SKY;
    pen.fillRect(0, 0, SIDE, SIDE);
    drawCell(pen, 1, 1, SIDE - 2, look);
  }, []);
  return (
    <span class="sample" aria-hidden="true">
      <canvas ref={canvas} />
    </span>
  );
}
