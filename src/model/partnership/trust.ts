/** Trust of one area: [i × partners + j] of i in j. */
export type TrustMatrix = Float64Array;

/** Mean trust of a partner in the others; 1 where there are none. */
export function trustInOthers(trust: TrustMatrix, partners: number, i: number): number {
  if (partners === 1) return 1;
  let sum = 0;
  for (let j = 0; j < partners; j++) if (j !== i) sum += trust[i * partners + j];
  return sum / (partners - 1);
}

/** Mean trust of the others in a partner; 1 where there are none. */
export function trustOfOthers(trust: TrustMatrix, partners: number, j: number): number {
  if (partners === 1) return 1;
  let sum = 0;
  for (let i = 0; i < partners; i++) if (i !== j) sum += trust[i * partners + j];
  return sum / (partners - 1);
}

/** Mean trust over all pairs; 1 where there are none. */
export function meanTrust(trust: TrustMatrix, partners: number): number {
  let sum = 0;
  for (let i = 0; i < partners; i++) sum += trustInOthers(trust, partners, i);
  return sum / partners;
}

/** A kept promise of j closes a part of what is missing to the trust of all others in it; a broken one destroys a part. */
export function judgePromise(
  trust: TrustMatrix,
  partners: number,
  j: number,
  kept: boolean,
  { growth, loss }: { growth: number; loss: number },
): void {
  for (let i = 0; i < partners; i++) {
    if (i === j) continue;
    const now = trust[i * partners + j];
    trust[i * partners + j] = kept ? now + growth * (1 - now) : now * (1 - loss);
  }
}

/** A leader who leaves takes a part of the trust of and in the partner along. */
export function loseLeader(trust: TrustMatrix, partners: number, k: number, loss: number): void {
  for (let other = 0; other < partners; other++) {
    if (other === k) continue;
    trust[k * partners + other] *= 1 - loss;
    trust[other * partners + k] *= 1 - loss;
  }
}
