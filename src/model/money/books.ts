/**
 * Who paid whom. One posting has a payer and a payee, so both sides are one number and money is
 * conserved by construction; doubles, never rounded inside a run.
 */

/** Party numbers: the commissioner, the world outside (staff, suppliers, providers), then the offices. */
export const COMMISSIONER = 0;
export const OUTSIDE = 1;
export const officeParty = (office: number): number => 2 + office;

/** What an account is for: fees and grants to offices, free provision, costs of offices, management, benefit of clients, gifts from outside to offices. */
export type AccountKind = 'fee' | 'provision' | 'cost' | 'management' | 'benefit' | 'gift';

export interface Account {
  name: string;
  kind: AccountKind;
  /** Spending category, such as health or training. */
  category: string;
}

/** Whether the fees of an account are earned, or only change when an office has its money, as an advance does. */
export type Purpose = 'earned' | 'finance';

export class Books {
  readonly accounts: Account[] = [];
  /** [account][from × parties + to], in the scenario's currency. */
  private readonly flows: Float64Array[] = [];
  /** [account][group + 1], the first column for what belongs to no group. */
  private readonly groupFlows: Float64Array[] = [];
  /** [account][step]: what was posted in the step, positive towards `to`. */
  private readonly stepFlows: Float64Array[] = [];
  readonly parties: number;
  private readonly purposes: Purpose[] = [];
  private readonly byName = new Map<string, number>();
  private readonly officeSteps: Float64Array;
  private readonly balances: Float64Array;
  /** The part of it that is earned. */
  private readonly earnedSteps: Float64Array;

  constructor(
    readonly offices: number,
    readonly groups: number,
    readonly steps: number,
  ) {
    this.parties = 2 + offices;
    this.officeSteps = new Float64Array(offices * steps);
    this.balances = new Float64Array(this.parties);
    this.earnedSteps = new Float64Array(offices * steps);
  }

  /** The account of that name, opened if it is new. */
  open(name: string, kind: AccountKind, category: string, purpose: Purpose = 'earned'): number {
    const known = this.byName.get(name);
    if (known !== undefined) return known;
    this.accounts.push({ name, kind, category });
    this.purposes.push(purpose);
    this.flows.push(new Float64Array(this.parties * this.parties));
    this.groupFlows.push(new Float64Array(this.groups + 1));
    this.stepFlows.push(new Float64Array(this.steps));
    this.byName.set(name, this.accounts.length - 1);
    return this.accounts.length - 1;
  }

  /** Posts an amount; a negative amount flows back (a penalty or clawback). `group` is −1 where none applies. */
  post(step: number, from: number, to: number, account: number, group: number, amount: number): void {
    this.flows[account][from * this.parties + to] += amount;
    this.groupFlows[account][group + 1] += amount;
    this.stepFlows[account][step] += amount;
    this.balances[from] -= amount;
    this.balances[to] += amount;
    if (to <= OUTSIDE || this.accounts[account].kind !== 'fee') return;
    this.officeSteps[(to - 2) * this.steps + step] += amount;
    if (this.purposes[account] === 'earned') this.earnedSteps[(to - 2) * this.steps + step] += amount;
  }

  /** All that flowed from one party to another in one account. */
  flow(account: number, from: number, to: number): number {
    return this.flows[account][from * this.parties + to];
  }

  /** All that a party got so far less all that it paid. */
  balance(party: number): number {
    return this.balances[party];
  }

  /** All that one party paid; optionally in accounts of one kind. */
  paidBy(party: number, kind?: AccountKind): number {
    let sum = 0;
    for (let account = 0; account < this.accounts.length; account++) {
      if (kind !== undefined && this.accounts[account].kind !== kind) continue;
      for (let to = 0; to < this.parties; to++) sum += this.flow(account, party, to);
    }
    return sum;
  }

  /** All that one party got; optionally in accounts of one kind. */
  receivedBy(party: number, kind?: AccountKind): number {
    let sum = 0;
    for (let account = 0; account < this.accounts.length; account++) {
      if (kind !== undefined && this.accounts[account].kind !== kind) continue;
      for (let from = 0; from < this.parties; from++) sum += this.flow(account, from, party);
    }
    return sum;
  }

  /** What an account posted for a group (−1: for no group). */
  groupFlow(account: number, group: number): number {
    return this.groupFlows[account][group + 1];
  }

  /** What an account posted in one step. */
  stepFlow(account: number, step: number): number {
    return this.stepFlows[account][step];
  }

  /** Fees and grants that an office got in one step. */
  officeIncome(office: number, step: number): number {
    return this.officeSteps[office * this.steps + step];
  }

  /** The same without what only changes when the office has its money: advances and their return, late payment. */
  officeEarned(office: number, step: number): number {
    return this.earnedSteps[office * this.steps + step];
  }
}
