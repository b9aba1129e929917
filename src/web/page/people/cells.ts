import { Status } from '../../../model/service.ts';
import { Parked } from '../../../simulation/index.ts';
import type { Frame } from '../../engine/watchProtocol.ts';

/** How a client is drawn: each kind has a shape of its own, so that nothing hangs on colour or brightness alone. */
export const kinds = [
  'future',
  'lit',
  'unseen',
  'holding',
  'token',
  'refused',
  'declined',
  'droppedOut',
  'completed',
] as const;
export type CellKind = (typeof kinds)[number];

const ofStatus: Record<number, CellKind> = {
  [Status.future]: 'future',
  [Status.prevented]: 'future',
  [Status.declined]: 'declined',
  [Status.refused]: 'refused',
  [Status.droppedOut]: 'droppedOut',
  [Status.completed]: 'completed',
};
const ofParked: Record<number, CellKind> = {
  [Parked.no]: 'lit',
  [Parked.unseen]: 'unseen',
  [Parked.holding]: 'holding',
  [Parked.token]: 'token',
};

export const kindOf = ({ status, parked }: Pick<Frame, 'status' | 'parked'>, place: number): CellKind =>
  status[place] === Status.attached ? ofParked[parked[place]] : ofStatus[status[place]];

/** The field is a night sky in light and dark pages alike. */
export const SKY = '#12151b';
export const SKY_INK = '#eceef1';
const MARK = '#8fb8e8';
const GONE = '#7d8794';
const OUTCOME = '#7fe0a3';
const CRISIS = '#ff9d76';

/** 32 shades of light from none to much. */
const SHADES = Array.from({ length: 32 }, (_, k) => {
  const part = k / 31;
  const mix = (from: number, to: number): number => Math.round(from + (to - from) * part);
  return `rgb(${mix(38, 255)} ${mix(43, 226)} ${mix(54, 140)})`;
});

export interface CellLook {
  kind: CellKind;
  /** 0 to 255. */
  light: number;
  hasOutcome: boolean;
  inCrisis: boolean;
}

/** Draws one client into a square of that side. */
export function drawCell(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  side: number,
  look: CellLook,
): void {
  const gap = side > 9 ? 1.5 : 1;
  const size = side - gap;
  const { kind } = look;
  const left = x + gap / 2;
  const top = y + gap / 2;
  if (kind === 'future') {
    pen.fillStyle = '#39414d';
    pen.fillRect(x + side / 2 - 0.75, y + side / 2 - 0.75, 1.5, 1.5);
    return;
  }
  const attached = kind === 'lit' || kind === 'unseen' || kind === 'holding' || kind === 'token';
  if (attached) {
    pen.fillStyle = SHADES[look.light >> 3];
    pen.fillRect(left, top, size, size);
  }
  pen.lineWidth = Math.max(1, side / 10);
  pen.strokeStyle = attached ? MARK : GONE;
  pen.beginPath();
  strokes(pen, kind, left, top, size);
  pen.stroke();
  if (look.inCrisis && attached) {
    pen.strokeStyle = CRISIS;
    pen.strokeRect(left + 0.75, top + 0.75, size - 1.5, size - 1.5);
  }
  if (look.hasOutcome) {
    pen.fillStyle = OUTCOME;
    pen.beginPath();
    pen.moveTo(left, top + size);
    pen.lineTo(left + size / 2, top + size * 0.25);
    pen.lineTo(left + size, top + size);
    pen.fill();
  }
}

/** The lines that tell one kind from another. */
function strokes(pen: CanvasRenderingContext2D, kind: CellKind, x: number, y: number, size: number): void {
  const line = (x1: number, y1: number, x2: number, y2: number): void => {
    pen.moveTo(x + x1 * size, y + y1 * size);
    pen.lineTo(x + x2 * size, y + y2 * size);
  };
  switch (kind) {
    case 'unseen':
      line(0.12, 0.88, 0.88, 0.12);
      break;
    case 'holding':
      line(0.15, 0.35, 0.85, 0.35);
      line(0.15, 0.65, 0.85, 0.65);
      break;
    case 'token':
      line(0.5, 0.2, 0.5, 0.8);
      line(0.2, 0.5, 0.8, 0.5);
      break;
    case 'refused':
      line(0.25, 0.25, 0.75, 0.75);
      line(0.75, 0.25, 0.25, 0.75);
      break;
    case 'declined':
      line(0.25, 0.5, 0.75, 0.5);
      break;
    case 'droppedOut':
      line(0.3, 0.3, 0.5, 0.7);
      line(0.5, 0.7, 0.7, 0.3);
      break;
    case 'completed':
      pen.rect(x + 0.3 * size, y + 0.3 * size, 0.4 * size, 0.4 * size);
      break;
  }
}
