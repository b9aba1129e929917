import * as comlink from 'comlink';
import type { ScenarioBundle } from '../../simulation/contract.ts';
import type { ChairWish } from '../../simulation/index.ts';
import type { ChairDebrief, ChairDivision } from '../../tables/chair.ts';
import { ChairService } from './chair.ts';
import { Desk, type Surroundings } from './desk.ts';
import { ChartDrawer } from './drawer.ts';
import type { Draft, Hearer, ScenarioSource } from './protocol.ts';
import { type SimulationTask, Simulator } from './simulator.ts';
import { Watcher } from './watcher.ts';
import type { WatchedWorld } from './watchProtocol.ts';

const desk = new Desk();
const simulator = new Simulator();
const drawer = new ChartDrawer();
const watcher = new Watcher();
const chair = new ChairService();

/**
 * What a worker can do, a service for each thing. All workers can do all of it; the page gives each its own part.
 * Services take and give plain data; a new one is a line here.
 */
export const workerApi = {
  desk: {
    begin: (surroundings: Surroundings) => desk.begin(surroundings),
    /** Lets the desk send replicates to another worker, over a port to its `simulator`. */
    employ(port: MessagePort) {
      const other = comlink.wrap<typeof simulatorService>(port);
      desk.employ({
        run: async (task) => (await other.run(task)).designs,
        open: (bundle) => void other.open(bundle),
        callOff: () => void other.callOff(),
      });
    },
    /** Lets the desk have its charts drawn in another worker, over a port to its `drawer`. */
    engage(port: MessagePort) {
      const other = comlink.wrap<ChartDrawer>(port);
      desk.engage({ take: (tables) => other.take(tables), picture: (id) => other.picture(id) });
    },
    open: (source: ScenarioSource) => desk.open(source),
    ask: (draft: Draft, since: Draft | undefined, wanted: readonly string[], hearer: Hearer) =>
      desk.ask(draft, since, wanted, hearer),
    want: (id: string) => desk.want(id),
    specification: (id: string) => desk.specification(id),
    figures: (id: string) => desk.figures(id),
    scenario: () => desk.scenario(),
    csv: () => desk.csv(),
    cards: () => desk.cards(),
  },
  chair: {
    begin: (surroundings: Surroundings) => chair.begin(surroundings),
    open: (draft: Draft, wish: ChairWish) => chair.open(draft, wish),
    divide: (division: ChairDivision) => chair.divide(division),
    takeBack: () => chair.takeBack(),
    debrief: () => chair.debrief(),
    result: (debrief: ChairDebrief, student: string) => chair.result(debrief, student),
    overlay: (files: readonly { name: string; text: string }[]) => chair.overlay(files),
  },
  simulator: {
    /** Runs replicates for whoever holds the other end of the port. */
    serve(port: MessagePort) {
      comlink.expose(simulatorService, port);
    },
  },
  drawer: {
    /** Draws for whoever holds the other end of the port. */
    serve(port: MessagePort) {
      comlink.expose(drawer, port);
    },
  },
  watch: {
    begin: (bundled: Surroundings['bundled']) => watcher.begin(bundled),
    open: (draft: Draft, world: WatchedWorld) => watcher.open(draft, world),
    weeks: (session: number, count: number) => watcher.weeks(session, count),
    life: (session: number, place: number) => watcher.life(session, place),
    lifeUnder: (draft: Draft, world: WatchedWorld, client: string) => watcher.lifeUnder(draft, world, client),
    caseworker: (session: number, worker: number, week: number) => watcher.caseworker(session, worker, week),
  },
};

const simulatorService = {
  open: (bundle: ScenarioBundle) => simulator.open(bundle),
  run: (task: SimulationTask) => simulator.run(task),
  callOff: () => simulator.callOff(),
};

export type WorkerApi = typeof workerApi;
