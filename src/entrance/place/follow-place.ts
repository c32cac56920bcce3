import { withoutDeadline } from "../../platform/deadline.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Clock } from "../../platform/time.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";
import type { OfficeFollower } from "../office-feeds.ts";
import { type PhonePlace, placeNews } from "./place-page.ts";
import { type LineView, type PlaceView, placeView } from "./place-view.ts";

/** A phone that follows its own place. */
interface PlaceStream {
  readonly token: string;
  readonly visit: string;
  readonly clock: Clock;
  /** With what is asked for beside the line */
  complete(seen: PlaceView): Promise<PhonePlace>;
  send(text: string): void;
  end(): void;
  /** @throws Refusal once the key opens the place no more */
  isTheirs(): Promise<unknown>;
}

/** By it a phone knows that the line between is open. */
const BEAT = "event: beat\ndata: {}\n\n";
const GONE = "event: gone\ndata: {}\n\n";
/** Where an appointment got another e-mail, the old one's link sees its place for so long at most. */
const ASK_AGAIN_MS = 300_000;

/** Sends what the page shows whenever that has changed, and at each beat that we are here. */
export function followPlace(
  { token, visit, clock, complete, send, end, isTheirs }: PlaceStream,
  reader: PageReader,
): OfficeFollower<LineView> {
  let last = "";
  let lastState: PlaceView["place"]["is"] | null = null;
  const tell = (shown: PhonePlace, now: Temporal.Instant) => {
    lastState = shown.place.is;
    const news = `event: place\ndata: ${JSON.stringify(placeNews(shown, now, reader).markup)}\n\n`;
    send(news === last ? BEAT : news);
    last = news;
  };
  let checkedAt = performance.now();
  const leave = () => {
    send(GONE);
    end();
  };
  const check = () => {
    if (performance.now() - checkedAt < ASK_AGAIN_MS) return;
    checkedAt = performance.now();
    // A fault of ours takes nobody's place away.
    withoutDeadline(isTheirs).catch((error) => error instanceof Refusal && error.status === 404 && leave());
  };
  return {
    onView: (view) => {
      const now = clock();
      const seen = placeView(view, { visit, now, on: "phone" });
      if (!seen) return leave();
      check();
      const { is } = seen.place;
      if (is !== "awaited" && is !== "turned-away") return tell({ ...seen, token, day: null, instead: null }, now);
      // Nothing of the line changes what they see: it is asked for once.
      if (is === lastState) return send(BEAT);
      lastState = is;
      withoutDeadline(() => complete(seen))
        .then((shown) => tell(shown, now))
        .catch(() => (lastState = null));
    },
    end,
  };
}
