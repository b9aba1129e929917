/** Loaded before the program (`node --import`): a clock that is set back by a day and on by ten years, again and again. */
const Real = Date;
const began = performance.now();
const day = 86_400_000;

const now = () => Real.now() + (Math.floor((performance.now() - began) / 70) % 2 === 0 ? -day : 3650 * day);

globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length > 0) super(...given);
    else super(now());
  }

  static now() {
    return now();
  }
};
