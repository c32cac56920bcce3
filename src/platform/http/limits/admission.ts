/**
 * How many requests are under way and how many wait, so that those let in are answered soon, and the others at once
 * that they should come again. Pure but for its own book-keeping: time is given.
 */

/** In the order in which they are served: whoever comes last in it gives way first. */
const LANES = ["staff", "signing-in", "strangers"] as const;

/** Staff whose session is known; whoever is on the way to be; everybody else. */
export type Lane = (typeof LANES)[number];

/** The caller of a request. Nobody takes what belongs to others of the lane, and no lane what belongs to another. */
export interface Claim {
  readonly lane: Lane;
  readonly party: string;
  readonly session: string;
}

/** Of the places at a time */
export interface LaneBounds {
  readonly places: number;
  readonly ofParty: number;
  readonly ofSession: number;
}

export interface Bounds {
  readonly underWay: number;
  readonly lanes: Readonly<Record<Lane, LaneBounds>>;
  readonly waiting: number;
  /** After so long, whoever waits gives way to a newcomer */
  readonly patienceMs: number;
}

export interface Waiter {
  readonly claim: Claim;
  readonly since: number;
  /** Its turn has come, or (false) will not */
  readonly settle: (isAdmitted: boolean) => void;
}

export interface Admission {
  /** Settles it now or later. */
  enter(waiter: Waiter): void;
  /** One that was admitted is over. */
  leave(claim: Claim): void;
  /** Nobody waits for the answer any more. */
  giveUp(waiter: Waiter): void;
  /** Refuses all that wait since before that moment. */
  refuseSince(moment: number): void;
  /** From now on no more than so many wait: those who wait already give way once somebody new comes. */
  limitWaiting(room: number): void;
  counts(): { readonly underWay: number; readonly waiting: number };
}

export function createAdmission(bounds: Bounds): Admission {
  const underWay = new Set<Claim>();
  const [ofLane, ofParty, ofSession, waitingOfParty] = [createTally(), createTally(), createTally(), createTally()];
  let waiting: Waiter[] = [];
  let room = bounds.waiting;

  const share = (claim: Claim) => ofParty.count(partyOf(claim)) + waitingOfParty.count(partyOf(claim));

  function mayStart(claim: Claim): boolean {
    const lane = bounds.lanes[claim.lane];
    return (
      underWay.size < bounds.underWay &&
      ofLane.count(claim.lane) < lane.places &&
      ofParty.count(partyOf(claim)) < lane.ofParty &&
      ofSession.count(sessionOf(claim)) < lane.ofSession
    );
  }

  /** By lane, then the party with the fewest under way, of it the session with the fewest, then who came first. */
  function next(): Waiter | undefined {
    const able = waiting.filter(({ claim }) => mayStart(claim));
    return least(able, ({ claim }) => [
      LANES.indexOf(claim.lane),
      ofParty.count(partyOf(claim)),
      ofSession.count(sessionOf(claim)),
    ]);
  }

  function note(claim: Claim, more: 1 | -1): void {
    ofLane.add(claim.lane, more);
    ofParty.add(partyOf(claim), more);
    ofSession.add(sessionOf(claim), more);
  }

  function start({ claim, settle }: Waiter): void {
    underWay.add(claim);
    note(claim, 1);
    settle(true);
  }

  function remove(waiter: Waiter): void {
    waiting = waiting.filter((other) => other !== waiter);
    waitingOfParty.add(partyOf(waiter.claim), -1);
  }

  /** The last lane, of it the party that takes most, those that wait longest: the newcomer has better prospects. */
  function whoGivesWayTo({ claim, since }: Waiter): Waiter | undefined {
    const worst = least(waiting, (waiter) => [-LANES.indexOf(waiter.claim.lane), -share(waiter.claim)]);
    if (!worst) return undefined;
    const ahead = LANES.indexOf(worst.claim.lane) - LANES.indexOf(claim.lane);
    if (ahead !== 0) return ahead > 0 ? worst : undefined;
    const isLarger = share(worst.claim) > share(claim) + 1;
    return isLarger || worst.since <= since - bounds.patienceMs ? worst : undefined;
  }

  return {
    enter: (waiter) => {
      if (mayStart(waiter.claim)) return start(waiter);
      while (waiting.length >= room) {
        const other = whoGivesWayTo(waiter);
        (other ?? waiter).settle(false);
        if (!other) return;
        remove(other);
      }
      waiting.push(waiter);
      waitingOfParty.add(partyOf(waiter.claim), 1);
    },
    leave: (claim) => {
      if (!underWay.delete(claim)) return;
      note(claim, -1);
      for (let waiter = next(); waiter; waiter = next()) {
        remove(waiter);
        start(waiter);
      }
    },
    giveUp: (waiter) => {
      if (waiting.includes(waiter)) remove(waiter);
    },
    refuseSince: (moment) => {
      for (const waiter of waiting.filter(({ since }) => since <= moment)) {
        remove(waiter);
        waiter.settle(false);
      }
    },
    limitWaiting: (most) => {
      room = most;
    },
    counts: () => ({ underWay: underWay.size, waiting: waiting.length }),
  };
}

/** The same address is one party among strangers and another among those who sign in. */
const partyOf = ({ lane, party }: Claim): string => `${lane} ${party}`;
const sessionOf = ({ lane, session }: Claim): string => `${lane} ${session}`;

function createTally() {
  const counts = new Map<string, number>();
  const count = (key: string): number => counts.get(key) ?? 0;
  const add = (key: string, more: 1 | -1): void => {
    const sum = count(key) + more;
    if (sum === 0) counts.delete(key);
    else counts.set(key, sum);
  };
  return { count, add };
}

/** The first of those whose ranks, compared one after the other, are least. */
function least(waiters: readonly Waiter[], ranksOf: (waiter: Waiter) => readonly number[]): Waiter | undefined {
  let best: { readonly waiter: Waiter; readonly ranks: readonly number[] } | undefined;
  for (const waiter of waiters) {
    const ranks = ranksOf(waiter);
    if (!best || isLess(ranks, best.ranks)) best = { waiter, ranks };
  }
  return best?.waiter;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((rank, index) => rank !== b[index]);
  return at >= 0 && (a[at] as number) < (b[at] as number);
}
