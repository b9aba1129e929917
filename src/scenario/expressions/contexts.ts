import type { FormulaContext } from '../kit/fields.ts';

/** Whose facts a formula of each context may read: nobody in the model sees what nobody could see. */
export const contextMeanings: Readonly<Record<FormulaContext, string>> = {
  hazard: 'the true state of the person and the world',
  belief: 'appearance and what this caseworker knows',
  appeal: 'appearance and what this caseworker knows',
  price: 'recorded or reported facts',
  rule: 'recorded or reported facts',
  measure: 'everything',
};

export const formulaContexts = Object.keys(contextMeanings) as FormulaContext[];
