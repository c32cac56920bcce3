import type { NoticesHeard } from "../../live/hub.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { withoutDeadline } from "../../platform/deadline.ts";
import type { Clock } from "../../platform/time.ts";
import type { Text } from "../../text/text.ts";
import { boardOf, boardText, type OfficeBoard } from "./board.ts";
import { DISPLAY_BEAT_MS } from "./board-schema.ts";

/** A display that listens. */
export interface Display {
  /** Of the screen: several pages may have its key */
  readonly id: string;
  send(text: string): void;
  end(): void;
}

interface FeedsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly notices: NoticesHeard;
  readonly t: Text;
  /** Of the page that is served now */
  readonly release: string;
  onError(error: unknown): void;
}

/** What was heard of nobody is found so soon: a key that was taken away, a day that began, a queue that closed. */
const READ_AGAIN_MS = 30_000;

/** The boards of the offices whose displays listen to this process: read when something changed, and repeated as the heartbeat. */
export function createFeeds(deps: FeedsDeps) {
  const feeds = new Map<number, ReturnType<typeof createFeed>>();
  const feedOf = (office: number) => {
    const feed =
      feeds.get(office) ??
      createFeed(office, deps, () => {
        feeds.delete(office);
      });
    feeds.set(office, feed);
    return feed;
  };
  deps.notices.follow({
    onNotice: (notice) => {
      if (notice.kind === "change" || notice.kind === "rules") feeds.get(notice.office)?.read();
    },
    onHearing: () => {
      for (const feed of feeds.values()) feed.read();
    },
  });
  return {
    /** @returns what takes the display away again */
    join: (office: number, display: Display) => feedOf(office).join(display),
    countOf: (office: number, id: string): number => feeds.get(office)?.countOf(id) ?? 0,
    close: () => {
      for (const feed of feeds.values()) feed.close();
    },
  };
}

function createFeed(office: number, { db, clock, notices, t, release, onError }: FeedsDeps, onEmpty: () => void) {
  const displays = new Set<Display>();
  let last: { readonly of: OfficeBoard["board"]; readonly readAt: number } | null = null;
  let isReading = false;
  let isOutdated = false;

  const tell = () => {
    if (!last) return;
    const text = boardText(last.of, release, clock());
    for (const display of displays) display.send(text);
  };
  // Of what came while it was read, all is in the next reading.
  const read = (): void => {
    isOutdated = isReading;
    if (isReading) return;
    isReading = true;
    const readAt = performance.now();
    withoutDeadline(() => db.read({ office }, (tx) => boardOf(tx, office, clock(), t)))
      .then(({ board, screens }) => {
        last = { of: board, readAt };
        endOthers(screens);
        tell();
      })
      // Nothing is said then, and after ten seconds the displays show no number.
      .catch((error) => {
        last = null;
        onError(error);
      })
      .finally(() => {
        isReading = false;
        if (isOutdated) read();
      });
  };
  /** Whose key was taken away. */
  const endOthers = (screens: readonly string[]) => {
    for (const display of displays) {
      if (screens.includes(display.id)) continue;
      display.send("event: gone\ndata: {}\n\n");
      display.end();
    }
  };
  const beat = withoutDeadline(() =>
    setInterval(() => {
      const isCurrent = last !== null && notices.isHearing() && performance.now() - last.readAt < READ_AGAIN_MS;
      if (isCurrent) tell();
      else read();
    }, DISPLAY_BEAT_MS),
  );
  return {
    read,
    join: (display: Display) => {
      displays.add(display);
      read();
      return () => {
        displays.delete(display);
        if (displays.size > 0) return;
        clearInterval(beat);
        onEmpty();
      };
    },
    countOf: (id: string) => [...displays].filter((display) => display.id === id).length,
    close: () => {
      for (const display of displays) display.end();
    },
  };
}
