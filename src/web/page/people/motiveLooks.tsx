/** How the part of an appeal that a motive makes is drawn: a colour and a pattern of its own. */
export interface MotiveLook {
  colour: string;
  /** Angle of its stripes in degrees; none where it is plain. */
  stripes?: number;
  /** Distance between stripes. */
  apart?: number;
}

/** Colours that are told apart by colour-blind eyes as well; neighbours differ in pattern. */
const looks: Record<string, MotiveLook> = {
  payoff: { colour: '#e69f00' },
  mandate: { colour: '#999999', stripes: 0, apart: 4 },
  gain: { colour: '#009e73', stripes: 45, apart: 6 },
  need: { colour: '#0072b2' },
  deserving: { colour: '#cc79a7', stripes: 90, apart: 5 },
  ease: { colour: '#f0e442', stripes: 135, apart: 5 },
  turn: { colour: '#56b4e9', stripes: 45, apart: 4 },
  voice: { colour: '#d55e00', stripes: 0, apart: 6 },
};
const other: MotiveLook = { colour: '#b0b0b0' };

const lookOfMotive = (motive: string): MotiveLook => looks[motive] ?? other;

/** The patterns that bars of these motives are filled with; `prefix` keeps their ids apart from those of other pictures. */
export function MotivePatterns({ motives, prefix }: { motives: readonly string[]; prefix: string }) {
  return (
    <defs>
      {motives.map((motive) => {
        const { colour, stripes, apart = 4 } = lookOfMotive(motive);
        return (
          <pattern
            key={motive}
            id={`${prefix}-${motive}`}
            width={apart}
            height={apart}
            patternUnits="userSpaceOnUse"
            patternTransform={`rotate(${stripes ?? 0})`}
          >
            <rect width={apart} height={apart} fill={colour} />
            {stripes !== undefined && <rect width={apart} height={1} fill="#1a1a1a" />}
          </pattern>
        );
      })}
    </defs>
  );
}
