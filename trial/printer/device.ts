import { randomUUID } from "node:crypto";
import {
  type Heartbeat,
  heartbeatResponse,
  OLDEST_PRESS_SECONDS,
  type PrinterGroups,
  printerGroupsResponse,
  printerNumberResponse,
} from "../../src/entrance/printer/contract.ts";
import type { Journal, OpenPress } from "./journal.ts";
import { createLine, isFinal, type LineAnswer } from "./line.ts";

/** What the device shows whoever stands before it. */
export interface DeviceState {
  readonly groups: PrinterGroups | null;
  /** Of the last press that came to no number; null: none */
  readonly problem: string | null;
  /** Its key opens nothing any more: it asks for nothing until it is started with another */
  readonly isRevoked: boolean;
  readonly time: string | null;
}

export interface DeviceParams {
  readonly address: string;
  readonly key: string;
  readonly journal: Journal;
  /** As its sensor says */
  paper(): Heartbeat["paper"];
  readonly fetch?: typeof fetch;
}

const SOFTWARE = "Stand-in 1.0";
const RETRY_MS = 500;
const STARTS_WITH_SECONDS = 5;

/** A ticket printer as the protocol wants one: small, and with nothing but what is needed so that no number is lost or doubled. */
export function createDevice({ address, key, journal, paper, fetch: ask = fetch }: DeviceParams) {
  const line = createLine({ address, key, fetch: ask });
  let state: DeviceState = { groups: null, problem: null, isRevoked: false, time: null };
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  const isOff = () => isStopped || state.isRevoked;
  const show = (more: Partial<DeviceState>) => {
    state = { ...state, ...more };
  };
  const revoke = () => {
    for (const press of journal.presses()) journal.settle(press.key);
    show({ isRevoked: true });
  };

  /** Sends one press until it is answered, with its own key each time. */
  async function settle(press: OpenPress): Promise<void> {
    while (!isOff()) {
      const age = Math.max(0, Math.round((Date.now() - press.at) / 1000));
      if (age > OLDEST_PRESS_SECONDS) return giveUp(press);
      const { group, language } = press;
      const answer = await line.post("numbers", { group, language, pressedSecondsAgo: age }, press.key);
      if (isSettledBy(press, answer)) return journal.settle(press.key);
      await line.rest(answer.waitMs ?? RETRY_MS);
    }
  }

  /** Prints what was answered, whole: first the paper, then the end of the press. False: it is to be sent again. */
  function isSettledBy({ key: press }: OpenPress, { status, body, ...answer }: LineAnswer): boolean {
    if (status === 401) revoke();
    const given = status === 201 ? printerNumberResponse.safeParse(body) : null;
    if (given?.success) journal.print(press, given.data);
    else if (!isFinal({ status, body, ...answer })) return false;
    else if (body.lines && body.qr) journal.print(press, { lines: body.lines, qr: body.qr });
    show({ problem: given?.success ? null : (body.title ?? null) });
    return true;
  }

  /** Whoever pressed has gone: a number that was given meanwhile is taken back. */
  async function giveUp(press: OpenPress): Promise<void> {
    while (!isOff()) {
      const answer = await line.post("numbers/withdrawal", undefined, press.key);
      if (answer.status === 401) return revoke();
      if (answer.status === 200 || isFinal(answer)) return journal.settle(press.key);
      await line.rest(answer.waitMs ?? RETRY_MS);
    }
  }

  async function beat(): Promise<number> {
    const answer = await line.post("heartbeat", { paper: paper(), software: SOFTWARE });
    if (answer.status === 401) revoke();
    const live = answer.status === 200 ? heartbeatResponse.safeParse(answer.body) : null;
    if (!live?.success) return STARTS_WITH_SECONDS;
    const { prints, time, againSeconds } = live.data;
    show({ time });
    for (const job of prints) {
      journal.print(job.id, job);
      const { status } = await line.post(`prints/${job.id}/done`, undefined);
      if (status === 401) revoke();
    }
    if (!isOff()) await readButtons();
    return againSeconds;
  }

  async function readButtons(): Promise<void> {
    const answer = await line.get("groups");
    if (answer.status === 401) revoke();
    const groups = answer.status === 200 ? printerGroupsResponse.safeParse(answer.body) : null;
    if (groups?.success) show({ groups: groups.data });
  }

  async function live(): Promise<void> {
    const seconds = await beat();
    if (!isOff()) timer = setTimeout(() => void live(), seconds * 1000);
  }

  return {
    state: (): DeviceState => state,
    /** First of all what a power cut has left. */
    start: (): void => {
      for (const press of journal.presses()) void settle(press);
      void live();
    },
    /** @returns when it came to a paper, or to why there is none */
    press: (group: OpenPress["group"], language: OpenPress["language"] = "el"): Promise<void> => {
      if (isOff()) return Promise.resolve();
      const press = { key: randomUUID(), group, language, at: Date.now() };
      journal.open(press);
      return settle(press);
    },
    stop: (): void => {
      isStopped = true;
      if (timer) clearTimeout(timer);
      line.stop();
    },
  };
}

export type Device = ReturnType<typeof createDevice>;
