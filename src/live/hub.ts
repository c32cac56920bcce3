import { NATION } from "../identity/ministry-access.ts";
import { type Desk, eventText } from "./desk.ts";
import { createFillings } from "./fillings.ts";
import { type Change, type Notice, noticeIn } from "./notice.ts";

/** The desks of one process, each listening to one office, or to the nation's news. */
export interface Hub {
  /** @returns what takes the desk away again */
  join(office: number, desk: Desk): () => void;
  hear(payload: string): void;
  /** For what else of this process lives by the notices */
  follow(follower: Follower): void;
  /** Whether the other processes are heard; while they are not, no desk may believe itself up to date */
  setHearing(isHearing: boolean): void;
  isHearing(): boolean;
  /** What is told was heard until this moment, on the clock of performance.now() */
  hearUntil(moment: number): void;
  /** Whether it was heard until a second ago: a connection that is cut off without a word is believed for longer */
  isUpToDate(): boolean;
  /** The number of those that listen */
  desks(): number;
  /** The number of those that listen for an employee */
  countOf(employee: number): number;
  close(): void;
}

/** What else of this process lives by: what changes, and whether it is heard. */
export type NoticesHeard = Pick<Hub, "follow" | "isHearing" | "isUpToDate">;

export interface Follower {
  onNotice(notice: Notice): void;
  /** Notices are heard again, or no more: some were missed, or will be. */
  onHearing(): void;
}

/** Gathered for so long, and beyond so many it is better to ask for everything. */
const GATHER_MS = 25;
const MOST_CHANGES = 50;
/** A colleague's act is seen within a second, whatever becomes of the connection by which it is told. */
const UP_TO_DATE_MS = 1_000;

/** What works beside the requests of this process, and is woken. */
export interface Workers {
  /** Hears that the ministry has ruled for many offices */
  onRuling(): void;
  /** Hears that a letter may leave at once */
  onLetter(): void;
}

export function createHub({ onRuling, onLetter }: Workers): Hub {
  const desksOf = new Map<number, Set<Desk>>();
  const gathered = new Map<number, Change[]>();
  const fillings = createFillings((office) => {
    for (const desk of desksOf.get(office) ?? []) desk.send(fillings.textFor(office, desk));
  });
  const followers: Follower[] = [];
  let isHearing = false;
  let heardUntil = Number.NEGATIVE_INFINITY;

  const tell = (office: number, text: string) => {
    for (const desk of desksOf.get(office) ?? []) desk.send(text);
  };
  const tellOnboarding = (office: number) => {
    for (const listening of [office, NATION]) tell(listening, eventText("onboarding", {}));
  };
  const gather = (change: Change) => {
    if (!desksOf.has(change.office)) return;
    const waiting = gathered.get(change.office);
    if (waiting) waiting.push(change);
    else {
      gathered.set(change.office, [change]);
      setTimeout(() => tellGathered(change.office), GATHER_MS);
    }
  };
  const tellGathered = (office: number) => {
    const changes = gathered.get(office) ?? [];
    gathered.delete(office);
    tell(office, changes.length > MOST_CHANGES ? eventText("resync", {}) : changes.map(changeText).join(""));
  };
  const acts: { [Kind in Notice["kind"]]: (notice: Extract<Notice, { kind: Kind }>) => void } = {
    change: gather,
    rules: ({ office }) => tell(office, eventText("rules", {})),
    onboarding: ({ office }) => tellOnboarding(office),
    filling: fillings.set,
    letter: onLetter,
    ruling: onRuling,
    // No desk shows them, or is to ask because of them.
    employee: () => {},
    mails: () => {},
    job: () => {},
  };
  const all = () => [...desksOf.values()].flatMap((desks) => [...desks]);

  return {
    join: (office, desk) => {
      const desks = desksOf.get(office) ?? new Set();
      desksOf.set(office, desks.add(desk));
      if (!isHearing) desk.send(eventText("paused", {}));
      desk.send(fillings.textFor(office, desk));
      return () => {
        desks.delete(desk);
        if (desks.size === 0 && desksOf.get(office) === desks) desksOf.delete(office);
      };
    },
    hear: (payload) => {
      const notice = noticeIn(payload);
      if (!notice) return;
      for (const { onNotice } of followers) onNotice(notice);
      (acts[notice.kind] as (notice: Notice) => void)(notice);
    },
    follow: (follower) => void followers.push(follower),
    setHearing: (hearing) => {
      isHearing = hearing;
      heardUntil = performance.now();
      for (const { onHearing } of followers) onHearing();
      for (const desk of all()) desk.send(eventText(hearing ? "resync" : "paused", {}));
    },
    isHearing: () => isHearing,
    hearUntil: (moment) => {
      heardUntil = moment;
    },
    isUpToDate: () => isHearing && performance.now() - heardUntil < UP_TO_DATE_MS,
    desks: () => all().length,
    countOf: (employee) => all().filter((desk) => desk.employee === employee).length,
    close: () => {
      fillings.clear();
      for (const desk of all()) desk.end();
    },
  };
}

const changeText = ({ dates, appointment, by }: Change): string => eventText("change", { dates, appointment, by });
