import { randomUUID } from "node:crypto";
import type { Random } from "../../trial/seed/random.ts";
import type { EntranceScreen } from "../entrance-screen.ts";
import type { MinistryPerson } from "../ministry-person.ts";
import { aHead } from "../office-head.ts";
import { setClock } from "../set-clock.ts";
import type { Clerk, Reply, TestOffice, World } from "../world.ts";
import type { Log, LogOffice, LogVisit } from "./log.ts";

/** Offices, whoever works there, and what is still to be done: one thing after the other, at its moment. */
export interface Stage {
  readonly world: World;
  readonly random: Random;
  readonly log: Log;
  readonly places: readonly StagedOffice[];
  readonly ministry: MinistryPerson;
  readonly agenda: Agenda;
  /** How often what was asked was done, and was refused */
  readonly done: Map<string, number>;
  now(): number;
}

export interface StagedOffice {
  readonly office: TestOffice;
  readonly log: LogOffice;
  readonly clerk: Clerk;
  readonly head: Clerk;
  /** Queues whose counters somebody stands at */
  readonly counters: readonly number[];
  readonly hasDisplay: boolean;
  /** At its entrance, where it gives numbers */
  readonly screen: EntranceScreen | null;
  readonly visits: Visitor[];
}

/** A visit as the clerk sees it. */
export interface Visitor {
  readonly log: LogVisit;
  readonly id: string;
  readonly isNumber: boolean;
  version: number;
  status: string;
  /** Nobody begins with it by itself */
  isLeftAlone: boolean;
  /** Its head has kept it where nothing serves: that is its last act */
  isKept: boolean;
}

interface Agenda {
  add(at: number, act: () => Promise<void>): void;
  /** All that is due by a moment, also what it adds */
  play(until: number): Promise<void>;
}

const CLOCK_SECONDS = 240;

/** @param set makes it that moment */
export function anAgenda(set: (at: number) => Promise<void>): Agenda {
  const acts: { readonly at: number; readonly act: () => Promise<void> }[] = [];
  let last = 0;
  return {
    add: (at, act) => {
      let [low, high] = [0, acts.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((acts[middle] as { at: number }).at > at) low = middle + 1;
        else high = middle;
      }
      acts.splice(low, 0, { at, act });
    },
    play: async (until) => {
      for (let next = acts.at(-1); next && next.at <= until; next = acts.at(-1)) {
        acts.pop();
        last = Math.max(last, next.at);
        await set(last);
        await next.act();
      }
    },
  };
}

/** The world's clock at a second; the database's own, and everybody's session, now and then. */
export function clockOf(world: World) {
  let stood = 0;
  return async (at: number): Promise<void> => {
    const now = Temporal.Instant.fromEpochMilliseconds(at * 1000);
    if (Math.abs(at - stood) > CLOCK_SECONDS) {
      await setClock(world, now);
      stood = at;
    }
    world.now = now;
  };
}

export const secondOf = (world: World): number => Math.floor(world.now.epochMilliseconds / 1000);

export async function aStagedOffice(
  world: World,
  log: LogOffice,
  office: TestOffice,
  more: Pick<StagedOffice, "clerk" | "counters" | "hasDisplay" | "screen">,
): Promise<StagedOffice> {
  return { office, log, head: await aHead(world, office), ...more, visits: [] };
}

/** Asks, and counts what came of it. @returns null where it was refused */
export async function ask(
  { done }: Stage,
  by: Clerk,
  what: string,
  [method, path]: readonly ["POST" | "PATCH" | "PUT" | "DELETE", string],
  options: { readonly body?: unknown; readonly version?: number } = {},
): Promise<Reply["body"] | null> {
  const reply = await by.ask(method, path, { ...options, key: randomUUID() });
  const isDone = reply.status < 300;
  const name = isDone ? what : `${what} refused`;
  done.set(name, (done.get(name) ?? 0) + 1);
  if (reply.status >= 500) throw new Error(`${path} answered ${reply.status} ${JSON.stringify(reply.body)}`);
  return isDone ? reply.body : null;
}

/** Of these seconds on average, now and then much less or more. */
export const about = ({ random }: Stage, seconds: number): number => Math.round(seconds * (0.3 + 1.4 * random.share()));
