import type { VisitCase } from "../../text/to-bring.ts";

/** Where citizens' pages are, without the language's prefix: `Reader.path` puts that before. */

/** Of several values each by itself, as a form of ticks sends them */
const query = (values: Readonly<Record<string, string | readonly string[] | undefined>>): string => {
  const given = Object.entries(values).flatMap(([name, value = []]) => [value].flat().map((each) => [name, each]));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
};

const office = (code: string): string => `/book/offices/${encodeURIComponent(code)}`;

interface ServicesWish {
  readonly office?: string;
  readonly next?: "earliest";
  /** To which one more service is added */
  readonly visit?: string;
  /** For whom of it: "1" to "4" */
  readonly person?: string;
}

interface PlaceWish {
  readonly service?: string | undefined;
  readonly where?: string | undefined;
  /** Rounded to a kilometre */
  readonly lat?: string | undefined;
  readonly lon?: string | undefined;
}

interface BringWish {
  readonly service?: string;
  readonly office?: string;
  readonly case?: VisitCase;
}

interface EarliestWish extends PlaceWish {
  readonly within?: string;
  readonly when?: readonly string[];
  readonly stepfree?: string | undefined;
  readonly page?: string;
}

interface DayWish {
  readonly service: string;
  /** When they can come; none: at any time */
  readonly when?: readonly string[] | undefined;
}

interface MoveWish extends Pick<DayWish, "when"> {
  /** "yes": of times that are longer than the visit was so far */
  readonly longer?: string | undefined;
}

/** What is done by a link. */
export type LinkPart =
  | ("confirm" | "again" | "not-mine" | "deleted" | "done" | "end" | "letter" | "mine")
  | ("days" | "hold" | "extend" | "move")
  | ("wish" | "wish/end" | "offer" | "offer/refuse")
  | ("waiting" | "waiting/confirm" | "waiting/end" | "waiting/offer" | "waiting/refuse")
  | ("cancel" | "cancelled" | "less" | "needs" | "address" | "coming" | "seen" | "calendar.ics")
  | ("calendar" | "calendar/end");

/** What whoever is signed in does with their own appointments. */
export type MinePart = "open" | "add" | "past" | "seen" | "out";

export const ADDRESS = {
  start: "/book",
  /** By words; for an office that was chosen first, or for the earliest time wherever */
  services: (q?: string, wish: ServicesWish = {}): string => `/book/services${query({ q, ...wish })}`,
  /** What to bring for all that is done in a visit */
  bring: (wish: BringWish = {}): string => `/book/bring${query({ ...wish })}`,
  /** Several people and services in one visit; without an office, it is chosen after them */
  together: (wish: { readonly service?: string; readonly office?: string | undefined } = {}): string =>
    `/book/together${query(wish)}`,
  /** Of a service, near a place; both may still be asked for */
  offices: (wish: PlaceWish & { readonly sort?: "steps"; readonly page?: string } = {}): string =>
    `/book/offices${query({ ...wish })}`,
  /** @param day of whose usual wait, ISO weekday */
  office: (code: string, service?: string, day?: string): string => `${office(code)}${query({ service, day })}`,
  earliest: (wish: EarliestWish = {}): string => `/book/earliest${query({ ...wish })}`,
  /** @param wish with a day that is to be among those shown */
  weeks: (code: string, { service, when, on }: DayWish & { readonly on?: string | undefined }): string =>
    `${office(code)}/days${query({ service, on, when })}`,
  /** Of a wish that may be a whole form, nothing else goes into an address */
  day: (code: string, date: string, { service, when }: DayWish): string =>
    `${office(code)}/days/${date}${query({ service, when })}`,
  /** To be written to when a time becomes free, without an appointment */
  notify: (code: string, service: string): string => `${office(code)}/notify${query({ service })}`,
  notifySent: "/book/notify",
  /** Takes a time: by POST */
  hold: (code: string): string => `${office(code)}/hold`,
  who: "/book/who",
  check: "/book/check",
  sent: "/book/sent",
  /** Where a mistyped e-mail is corrected */
  fix: "/book/address",
  extend: "/book/extend",
  done: "/book/done",
  /** Of a shared device: by POST, and what is said then */
  end: "/book/end",
  ended: "/book/ended",
  taxisnet: "/book/taxisnet",
  /** To be identified no more: by POST */
  taxisnetForget: "/book/taxisnet/forget",
  /** In all languages: as it is registered with the government */
  taxisnetCallback: "/book/taxisnet/callback",
  /** To be shown by a European wallet who somebody is */
  wallet: "/book/wallet",
  /** Where the wallet is opened from, and waited for */
  walletOpen: "/book/wallet/open",
  /** Where a form goes on at another device: the drawing that leads there, and what is pressed there */
  walletElsewhere: "/book/wallet/elsewhere",
  walletMove: (token: string): string => `/book/wallet/move/${token}`,
  /** To be identified no more: by POST */
  walletForget: "/book/wallet/forget",
  /** In all languages: where a wallet brings the browser back. @param code that it was given for that */
  walletBack: (code?: string): string => `/book/wallet/back${query({ response_code: code })}`,
  /** Where a wallet finds what it is asked, and sends its answer */
  walletRequest: (id: string): string => `/wallet/requests/${id}`,
  walletAnswer: (id: string): string => `/wallet/answers/${id}`,
  /** «Τα ραντεβού μου»: without a part, the list */
  mine: (part?: MinePart): string => `/book/my-appointments${part ? `/${part}` : ""}`,
  find: "/book/find",
  foundSent: "/book/find/sent",
  /** A citizen's own: without a part, where a letter leads */
  link: (token: string, part?: LinkPart): string => `/link/${token}${part ? `/${part}` : ""}`,
  linkWeeks: (token: string, wish: MoveWish & { readonly on?: string | undefined }): string =>
    `/link/${token}/days${query({ ...wish })}`,
  linkDay: (token: string, date: string, wish: MoveWish = {}): string =>
    `/link/${token}/days/${date}${query({ ...wish })}`,
  /** By the key of a calendar that follows an appointment: without a part, how it is told its address */
  calendar: (token: string, part?: "visit.ics"): string => `/calendar/${token}${part ? `/${part}` : ""}`,
  /** Their own place in the office's line, by the key of it or of the appointment */
  ownPlace: (token: string, part?: "leave" | "events"): string => `/line/${token}${part ? `/${part}` : ""}`,
  /** How a visit goes, in an easy form of each language */
  easy: "/book/easy",
  /** What is published of all visits */
  openData: "/book/open-data",
  privacy: "/privacy",
  accessibility: "/accessibility",
} as const;
