import { longDate } from "../../kit/dates.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { nameOfOffice } from "../../public-booking/frame/names.ts";
import { noPromise, whyNoPromise } from "../../public-booking/frame/promise-words.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";
import type { Named } from "../../text/local-names.ts";
import { spokenNumber } from "../../waiting/number.ts";
import type { PlaceView } from "../place/place-view.ts";

/** What a number on paper says, whoever prints it: nothing that ages in a pocket but with its minute. */
export interface PaperWords {
  readonly office: string;
  readonly at: string;
  readonly number: string;
  readonly aheadLabel: string;
  readonly ahead: string;
  /** Null: they have an appointment, whose time says it */
  readonly promise: PaperPromise | null;
  readonly phone: string;
  readonly phoneText: string;
  /** As what the number counts, and when it is called again */
  readonly terms: string;
}

interface PaperPromise {
  readonly lead: string | null;
  readonly range: string;
  readonly means: string;
}

export function paperWords(
  { place, promise }: PlaceView,
  office: Named,
  now: Temporal.Instant,
  reader: PageReader,
): PaperWords {
  const { language, t } = reader;
  const ahead = place.is === "waiting" ? place.ahead : 0;
  const counts =
    place.is === "waiting" && place.isTicket ? `${t("entrance.counts-as", { time: clockTextOf(place.due) })} ` : "";
  return {
    office: nameOfOffice(office, reader),
    at: `${longDate(dateTextOf(now), language)}, ${clockTextOf(now)}`,
    number: spokenNumber(place.number ?? ""),
    aheadLabel: t("entrance.ahead"),
    ahead: ahead === 0 ? t("entrance.nobody-ahead") : t("entrance.people", { count: ahead }),
    promise: promise && paperPromise(promise, now, reader),
    phone: t("entrance.on-phone"),
    phoneText: t("entrance.on-phone-text"),
    terms: `${counts}${t("entrance.recall", { minutes: place.recallMinutes })}`,
  };
}

function paperPromise(
  promise: NonNullable<PlaceView["promise"]>,
  now: Temporal.Instant,
  reader: PageReader,
): PaperPromise {
  const { t } = reader;
  if ("why" in promise) return { lead: null, range: noPromise(promise, reader), means: whyNoPromise(promise, reader) };
  const at = (minutes: number) => clockTextOf(now.add({ minutes }));
  return {
    lead: t("entrance.paper-between"),
    range: t("entrance.paper-range", { from: at(promise.from), to: at(promise.to) }),
    means: t("entrance.paper-means", { time: clockTextOf(now) }),
  };
}
