/**
 * How many requests are under way and how many wait, so that those let in are answered soon, and the others at once
 * that they should come again. Pure but for its own book-keeping: time is given.
 */

/** The caller of a request. Staff go before strangers, and nobody takes what belongs to others. */
export interface Claim {
  readonly isStaff: boolean;
  readonly party: string;
  readonly session: string;
}

export interface Bounds {
  readonly underWay: number;
  readonly ofParty: number;
  readonly ofSession: number;
  readonly ofStrangers: number;
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
  counts(): { readonly underWay: number; readonly waiting: number };
}

export function createAdmission(bounds: Bounds): Admission {
  const underWay = new Set<Claim>();
  const strangers = new Set<Claim>();
  const [ofParty, ofSession, waitingOfParty] = [createTally(), createTally(), createTally()];
  let waiting: Waiter[] = [];

  const share = ({ party }: Claim) => ofParty.count(party) + waitingOfParty.count(party);

  const mayStart = (claim: Claim): boolean =>
    underWay.size < bounds.underWay &&
    ofParty.count(claim.party) < bounds.ofParty &&
    ofSession.count(claim.session) < bounds.ofSession &&
    (claim.isStaff || strangers.size < bounds.ofStrangers);

  /** Staff first, then the party with the fewest under way, of it the session with the fewest, then who came first. */
  function next(): Waiter | undefined {
    const able = waiting.filter(({ claim }) => mayStart(claim));
    return least(able, ({ claim }) => [
      claim.isStaff ? 0 : 1,
      ofParty.count(claim.party),
      ofSession.count(claim.session),
    ]);
  }

  function start({ claim, settle }: Waiter): void {
    underWay.add(claim);
    if (!claim.isStaff) strangers.add(claim);
    ofParty.add(claim.party, 1);
    ofSession.add(claim.session, 1);
    settle(true);
  }

  function remove(waiter: Waiter): void {
    waiting = waiting.filter((other) => other !== waiter);
    waitingOfParty.add(waiter.claim.party, -1);
  }

  /** Strangers, then those of the party that takes most, those that wait longest: the newcomer has better prospects. */
  function whoGivesWayTo({ claim, since }: Waiter): Waiter | undefined {
    const worst = least(waiting, (waiter) => [waiter.claim.isStaff ? 1 : 0, -share(waiter.claim)]);
    if (!worst) return undefined;
    if (claim.isStaff !== worst.claim.isStaff) return claim.isStaff ? worst : undefined;
    const isLarger = share(worst.claim) > share(claim) + 1;
    return isLarger || worst.since <= since - bounds.patienceMs ? worst : undefined;
  }

  return {
    enter: (waiter) => {
      if (mayStart(waiter.claim)) return start(waiter);
      if (waiting.length >= bounds.waiting) {
        const other = whoGivesWayTo(waiter);
        (other ?? waiter).settle(false);
        if (!other) return;
        remove(other);
      }
      waiting.push(waiter);
      waitingOfParty.add(waiter.claim.party, 1);
    },
    leave: (claim) => {
      if (!underWay.delete(claim)) return;
      strangers.delete(claim);
      ofParty.add(claim.party, -1);
      ofSession.add(claim.session, -1);
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
    counts: () => ({ underWay: underWay.size, waiting: waiting.length }),
  };
}

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
