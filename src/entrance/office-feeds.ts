import type { NoticesHeard } from "../live/hub.ts";
import { inTime, withoutDeadline } from "../platform/deadline.ts";
import type { Clock } from "../platform/time.ts";

/** What many see of an office at once, on displays and phones: read once for all of them, and again when something has changed. */
export interface OfficeFeeds<Office, View> {
  /** As it is now, for who asks by themselves: of a reading a second old at most, after which nothing of the office has changed. */
  view(office: Office): Promise<View>;
  /** @returns what takes the follower away again */
  follow(office: Office, follower: OfficeFollower<View>): () => void;
  /** What this process has written itself need not be heard first. */
  outdate(office: Office): void;
  /** The number of those that follow any office */
  followers(): number;
  close(): void;
}

export interface OfficeFollower<View> {
  /** At first, when something has changed, and at each beat */
  onView(view: View): void;
  end(): void;
}

interface FeedsOptions<Office, View> {
  readonly notices: NoticesHeard;
  readonly clock: Clock;
  readonly beatMs: number;
  read(office: Office): Promise<View>;
  /** Nothing is said then; it is read again at the next beat */
  onError(error: unknown): void;
}

/** Whoever asks by themselves sees so much at most that nobody was told of. */
const VIEW_MS = 1_000;
/** What was heard of nobody is found so soon: a key that was taken away, a day that began, a queue that closed. */
const READ_AGAIN_MS = 30_000;
/** The acts of one press are one word. */
const GATHER_MS = 25;

/** Of one process; an office that nobody follows or asks for takes no room. */
export function createOfficeFeeds<Office extends { readonly id: number }, View>(
  options: FeedsOptions<Office, View>,
): OfficeFeeds<Office, View> {
  const feeds = new Map<number, Feed<View>>();
  const feedOf = (office: Office): Feed<View> => {
    const existing = feeds.get(office.id);
    if (existing) return existing;
    const feed: Feed<View> = createFeed(office, options, () => {
      if (feeds.get(office.id) === feed) feeds.delete(office.id);
    });
    feeds.set(office.id, feed);
    return feed;
  };
  options.notices.follow({
    onNotice: (notice) => {
      if (notice.kind === "change" || notice.kind === "rules") feeds.get(notice.office)?.change();
    },
    onHearing: () => {
      for (const feed of feeds.values()) feed.change();
    },
  });
  return {
    view: (office) => inTime(feedOf(office).view()),
    follow: (office, follower) => feedOf(office).follow(follower),
    outdate: ({ id }) => feeds.get(id)?.change(),
    followers: () => [...feeds.values()].reduce((total, { count }) => total + count(), 0),
    close: () => {
      for (const feed of feeds.values()) feed.close();
    },
  };
}

interface Feed<View> {
  view(): Promise<View>;
  follow(follower: OfficeFollower<View>): () => void;
  change(): void;
  count(): number;
  close(): void;
}

interface Reading<View> {
  /** Null: it waits for the one before, and sees all that is so by now */
  begunAt: number | null;
  readonly view: Promise<View>;
}

function createFeed<Office, View>(
  office: Office,
  { notices, clock, beatMs, read, onError }: FeedsOptions<Office, View>,
  onUnused: () => void,
): Feed<View> {
  const followers = new Set<OfficeFollower<View>>();
  let latest: Reading<View> | null = null;
  let underWay: Promise<unknown> = Promise.resolve();
  let gathering: NodeJS.Timeout | undefined;
  let beat: NodeJS.Timeout | undefined;
  let unused: NodeJS.Timeout | undefined;

  const now = () => clock().epochMilliseconds;
  // One after the other: all who ask while one is read that may be too old share the next.
  const begin = (): Promise<View> => {
    const reading: Reading<View> = {
      begunAt: null,
      view: underWay.then(() => {
        reading.begunAt = now();
        return withoutDeadline(() => read(office));
      }),
    };
    latest = reading;
    underWay = reading.view.catch(() => {
      if (latest === reading) latest = null;
    });
    return reading.view;
  };
  const within = (ms: number): Promise<View> => (latest && isCurrent(latest, ms) ? latest.view : begin());
  // A clock that went back makes nothing current.
  const isCurrent = ({ begunAt }: Reading<View>, ms: number): boolean =>
    begunAt === null || (notices.isHearing() && now() >= begunAt && now() - begunAt < ms);

  const tell = (some: Iterable<OfficeFollower<View>>, ms = READ_AGAIN_MS): void => {
    within(ms)
      .then((view) => {
        for (const follower of some) if (followers.has(follower)) tellOne(follower, view);
      })
      .catch(onError);
  };
  // What goes wrong at one of them is not the others' fault.
  const tellOne = ({ onView }: OfficeFollower<View>, view: View): void => {
    try {
      onView(view);
    } catch (error) {
      onError(error);
    }
  };
  const gather = (): void => {
    gathering ??= withoutDeadline(() =>
      setTimeout(() => {
        gathering = undefined;
        tell(followers);
      }, GATHER_MS),
    );
  };
  const leaveUnused = (): void => {
    clearTimeout(unused);
    unused = followers.size > 0 ? undefined : withoutDeadline(() => setTimeout(onUnused, VIEW_MS)).unref();
  };
  const rest = (): void => {
    clearInterval(beat);
    clearTimeout(gathering);
    [beat, gathering] = [undefined, undefined];
  };

  return {
    view: () => {
      leaveUnused();
      return within(VIEW_MS);
    },
    follow: (follower) => {
      followers.add(follower);
      leaveUnused();
      if (beat === undefined) beat = withoutDeadline(() => setInterval(() => tell(followers), beatMs));
      tell([follower], VIEW_MS);
      return () => {
        followers.delete(follower);
        if (followers.size === 0) rest();
        leaveUnused();
      };
    },
    change: () => {
      if (latest?.begunAt != null) latest = null;
      if (followers.size > 0) gather();
    },
    count: () => followers.size,
    close: () => {
      rest();
      for (const { end } of followers) end();
    },
  };
}
