/** Functions on the unit cube with indices in closed form: yardsticks of sensitivity analyses. */
export interface TestFunction {
  parameters: string[];
  value(point: ArrayLike<number>): number;
  first: number[];
  total: number[];
}

/** Ishigami and Homma (1990), a = 7, b = 0.1: curved, not monotone, with an interaction of x1 and x3. */
export function ishigami(): TestFunction {
  const [a, b] = [7, 0.1];
  const angle = (u: number) => Math.PI * (2 * u - 1);
  const pi4 = Math.PI ** 4;
  const v1 = (1 + (b * pi4) / 5) ** 2 / 2;
  const v2 = (a * a) / 8;
  const v13 = (8 * b * b * pi4 * pi4) / 225;
  const v = v1 + v2 + v13;
  return {
    parameters: ['x1', 'x2', 'x3'],
    value: (x) =>
      Math.sin(angle(x[0])) + a * Math.sin(angle(x[1])) ** 2 + b * angle(x[2]) ** 4 * Math.sin(angle(x[0])),
    first: [v1 / v, v2 / v, 0],
    total: [(v1 + v13) / v, v2 / v, v13 / v],
  };
}

/** The G function of Sobol’: factors of falling importance (a = 0 matters most), every one interacting with every other. */
export function sobolG(a: readonly number[]): TestFunction {
  const parts = a.map((ai) => 1 / 3 / (1 + ai) ** 2);
  const all = parts.reduce((product, part) => product * (1 + part), 1);
  return {
    parameters: a.map((_, i) => `x${i + 1}`),
    value: (x) => a.reduce((product, ai, i) => product * ((Math.abs(4 * x[i] - 2) + ai) / (1 + ai)), 1),
    first: parts.map((part) => part / (all - 1)),
    total: parts.map((part) => (part * all) / (1 + part) / (all - 1)),
  };
}
