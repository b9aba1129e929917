import type { SeedKey } from '../random/index.ts';
import type { InterventionState } from './adoption/state.ts';
import type { AreaDemand } from './areas/areaDemand.ts';
import type { AreaTable } from './areas/areas.ts';
import type { Clock } from './clock.ts';
import type { CommissionerState } from './commissioner/state.ts';
import type { Duty } from './duties/duty.ts';
import type { DutyHours } from './duties/dutyHours.ts';
import type { EventLog } from './events.ts';
import type { Bindings } from './formulas/bindings.ts';
import type { Instrument } from './incentives/instrument.ts';
import type { Luck } from './luck.ts';
import type { Books } from './money/books.ts';
import type { ValueAdded } from './money/valueAdded.ts';
import type { Names } from './names.ts';
import type { OfficeTable } from './offices.ts';
import type { ReferralMarket } from './outside/market.ts';
import type { RivalCounts } from './outside/rivals.ts';
import type { PartnershipState } from './partnership/state.ts';
import type { LivedRows, Lives } from './people/lives.ts';
import type { People } from './people/people.ts';
import type { References } from './people/references.ts';
import type { PhaseModel } from './phase.ts';
import type { ProgrammeRecord } from './record/record.ts';
import type { Reports } from './reports.ts';
import type { Scratch } from './scratch.ts';
import type { ServiceTable } from './service.ts';
import type { CaseworkerTable } from './staff/caseworkers.ts';
import type { OutsideDivision } from './week/allocate/outside.ts';
import type { Witness } from './witness.ts';

/**
 * The simulated world of one design in one replicate, as columns. The ten steps of the week change it;
 * measures read it and never write or draw.
 */
export interface World {
  readonly key: SeedKey;
  readonly replicate: number;
  readonly names: Names;
  /** Index of the event of being passed back. */
  readonly passedBack: number;
  /** How steps and weeks belong together. */
  readonly clock: Clock;
  /** Total steps of the run: those of referrals plus those of follow-up. */
  readonly steps: number;
  /** The step under way, 0-based. */
  step: number;
  readonly people: People;
  /** People in follow-up at this step are rows from `windowFrom` (included) to `windowTo` (excluded). */
  windowFrom: number;
  windowTo: number;
  readonly clients: Lives;
  /**
   * Whose lives are lived on the clients' side: everybody in follow-up where openings are scarce. Where the
   * twins are shared, only who was attached, unless something reaches people without a place: the others live exactly
   * as their twins, and get their twins' columns at the end of the run.
   */
  readonly clientRows: LivedRows;
  /** Everybody in follow-up. */
  readonly twinRows: LivedRows;
  /** Twins: shared among designs where openings are unlimited, else of this design's own. */
  readonly twins: Lives;
  /** Whether the twins' lives were lived before (shared) and are only looked at here. */
  readonly twinsShared: boolean;
  /** Whether who has no place lives exactly as the twin, which was lived before. */
  readonly othersAsTwins: boolean;
  readonly service: ServiceTable;
  readonly caseworkers: CaseworkerTable;
  readonly offices: OfficeTable;
  readonly areas: AreaTable;
  /** What happens to all who live in an area; absent where nothing is paid on it. */
  readonly demand: AreaDemand | undefined;
  /** What agencies do together; absent where the scenario has no partners. */
  readonly partnership: PartnershipState | undefined;
  /** Interventions and what became of them; absent where the scenario has none. */
  readonly interventions: InterventionState | undefined;
  readonly books: Books;
  readonly events: EventLog;
  /** What the scenario says in the phase under way, compiled to numbers and kernels. */
  phase: PhaseModel;
  instruments: Instrument[];
  /** What else claims caseworkers’ hours, in the order of the file. */
  duties: Duty[];
  readonly dutyHours: DutyHours;
  readonly record: ProgrammeRecord;
  readonly luck: Luck;
  readonly references: References;
  bindings: Bindings;
  readonly scratch: Scratch;
  /** How hours are divided: by the scenario's rule, or as a companion world has it. */
  readonly division: 'scenario' | 'equalTime' | 'needFirst' | 'noService';
  /** Divides the hours of some caseworkers in the rule's place (the caseworker's chair); absent in a run. */
  outsideDivision?: OutsideDivision;
  /** Looks on where a life is traced; absent in a run. */
  witness?: Witness;
  /** Called at the end of every step: measures and tables. They read and never write. */
  readonly observers: ((world: World) => void)[];
  /** [shock] step from which the shock is off again; 0 before it first strikes. */
  readonly shockUntil: Int32Array;
  readonly rivals: RivalCounts;
  readonly market: ReferralMarket;
  readonly reports: Reports;
  readonly commissioner: CommissionerState;
  /** What offices truly add; only where a commissioner reviews. */
  readonly value: ValueAdded | undefined;
  /** [pool] the clock of the first who was ready and found no opening at this step; infinite where all found one. */
  readonly threshold: Float64Array;
}
