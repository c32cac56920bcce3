import { LATE_MINUTES } from "../../appointments/statuses.ts";
import { atTime, formatPhone, formatReference, longDateAtTime, onDate, weekdayAndDate } from "../../kit/dates.ts";
import { clockTextOf } from "../../platform/time.ts";
import type { CitizensLanguage } from "../../text/languages.ts";
import { greekAmong, inGreekOrEnglish, localName } from "../../text/local-names.ts";
import { type Text, textIn } from "../../text/text.ts";
import type { Letter } from "../letter.ts";
import type { LetterKind } from "../rules.ts";
import { ACCESS_FACTS, type Sender, type Visit } from "../visit-sql.ts";
import { type Fact, factsOf, letterTime, officeBefore } from "./facts.ts";
import "../../text/server.ts";

/** All that a letter says, in the order of reading; text and HTML show the same. */
export interface LetterPage {
  readonly language: CitizensLanguage;
  readonly subject: string;
  /** What a list of messages shows beside the subject */
  readonly preview: string;
  readonly greeting: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
  /** Nine digits that the screen at the entrance reads from a picture; null: there is nothing to come for */
  readonly code: string | null;
  /** Where a reminder asks, before the facts */
  readonly asks: readonly LetterAct[];
  readonly bring: readonly string[];
  /** Over it: for whom it is */
  readonly bringTitle: string;
  readonly access: readonly string[];
  readonly acts: readonly LetterAct[];
  /** What to do by telephone or by the link, and about the calendar */
  readonly next: readonly string[];
  /** The office's own closing words */
  readonly note: string | null;
  readonly foot: readonly string[];
}

/** A page of ours, at which something can be done */
export interface LetterAct {
  readonly label: string;
  readonly address: string;
  readonly isMain: boolean;
}

/** There is nothing to come for with it: not yet, no more, or another time is asked about. */
const WITHOUT_CODE: ReadonlySet<LetterKind> = new Set([
  "cancellation",
  "confirm-link",
  "address-link",
  "wish-link",
  "earlier-offer",
]);

/** In the appointment's language, without a name: the vocative can't be told from it. */
export function pageOf(letter: Letter, sender: Sender): LetterPage {
  const { visit, kind } = letter;
  const { language } = visit;
  const t = textIn(language);
  const office = localName(sender, language);
  const isOver = kind === "cancellation";
  // Nobody has shown yet that the address is theirs.
  const isUnproven = kind === "confirm-link" || kind === "address-link" || kind === "wish-link";
  const elsewhere = offeredElsewhere(letter);
  const time = letterTime(letter);
  const at = { day: onDate(time.date, language), time: atTime(time.time, language), office: placeIn(letter) ?? office };
  const short = `${weekdayAndDate(time.date, language)}/${time.date.slice(0, 4)}, ${time.time}`;
  return {
    language,
    subject: t(`letter.subject-${variantOf(letter)}`, { office: at.office, when: short }),
    preview: previewOf(letter, t),
    greeting: t("letter.greeting"),
    heading: t(`letter.heading-${variantOf(letter)}`, at),
    paragraphs: paragraphsOf(letter, sender, t),
    facts: isOver || kind === "address-link" ? [] : factsOf(letter, sender, t),
    code: WITHOUT_CODE.has(kind) ? null : visit.reference,
    asks: kind === "reminder" ? actsOf(letter, t) : [],
    bring: isOver || isUnproven ? [] : (visit.bring ?? "").split("\n").filter((line) => line.trim() !== ""),
    bringTitle: bringTitleOf(visit, t),
    access: isOver || isUnproven || elsewhere ? [] : accessOf(sender, language, t),
    acts: kind === "reminder" ? [] : actsOf(letter, t),
    next: nextOf(letter, sender, t),
    note: elsewhere ? null : inGreekOrEnglish(sender.note, sender.noteEn, language),
    foot: [
      t(ENDS_BY_LINK.has(kind) ? "letter.foot-why-link" : "letter.foot-why", { office }),
      t(sender.email ? "letter.foot-reply" : "letter.foot-no-reply"),
      ...frameFoot(sender, language),
    ],
  };
}

const bringTitleOf = ({ visitCase }: Letter["visit"], t: Text): string =>
  t(visitCase === "self" ? "letter.bring" : `letter.bring-${visitCase}`);

/** Whoever did not ask for it ends it by the same link. */
const ENDS_BY_LINK: ReadonlySet<Letter["kind"]> = new Set(["confirm-link", "wish-link", "wish-offer"]);

/** What the ministry says below all. */
export const frameFoot = ({ frame }: Pick<Sender, "frame">, language: CitizensLanguage): string[] =>
  (inGreekOrEnglish(frame.foot, frame.footEn, language) ?? "").split("\n").filter(Boolean);

/** The other office whose place is offered. */
const offeredElsewhere = ({ kind, visit }: Letter): string | null =>
  (isOffer(kind) && visit.offer?.office?.name) || null;

/** The office that it speaks of, where it is not the one that writes. */
const placeIn = (letter: Letter): string | null =>
  letter.kind === "cancellation" ? officeBefore(letter) : offeredElsewhere(letter);

const isOffer = (kind: Letter["kind"]): boolean => kind === "earlier-offer" || kind === "wish-offer";

const offeredUntil = ({ offer }: Visit): string => (offer ? clockTextOf(offer.until) : "");

function previewOf(letter: Letter, t: Text): string {
  const { kind, visit } = letter;
  if (kind === "address-link") return t("letter.preview-address");
  if (kind === "wish-link") return t("letter.preview-wish");
  if (isOffer(kind)) return t("letter.preview-offer", { time: offeredUntil(visit) });
  if (kind === "confirm-link")
    return visit.awaitsEmail
      ? t("letter.preview-not-held")
      : t("letter.preview-confirm-link", { time: heldUntil(visit) });
  const when = longDateAtTime(letterTime(letter), visit.language);
  return t("letter.preview", { when, code: formatReference(visit.reference) });
}

/** The clock's time at which a hold ends. */
const heldUntil = ({ heldUntil: until }: Visit): string => (until ? clockTextOf(until) : "");

/** Which words: another service at the same time is no new time, and of another office it is said which. */
function variantOf(letter: Letter) {
  const { kind, was, visit } = letter;
  if (kind === "earlier-offer" && offeredElsewhere(letter)) return "offer-elsewhere" as const;
  if (kind === "change" && officeBefore(letter)) return "moved-here" as const;
  // It went to another office and came back before that was told: the code alone is new.
  if (kind === "change" && was?.office) return isSameTime(was, visit) ? ("confirmation" as const) : kind;
  if (kind === "change" && was && isSameTime(was, visit)) return "service" as const;
  return kind === "cancellation" && visit.transferredTo ? ("transfer" as const) : kind;
}

type Time = Pick<Visit, "date" | "time">;

const isSameTime = (a: Time, b: Time): boolean => a.date === b.date && a.time === b.time;

function paragraphsOf(letter: Letter, { phone }: Sender, t: Text): string[] {
  const variant = variantOf(letter);
  const call = phone ? t("letter.or-call", { phone: formatPhone(phone) }) : t("letter.or-come");
  if (variant === "confirm-link") return [notValidYet(letter.visit, t)];
  if (variant === "manage-link") return [t("letter.link-asked")];
  if (variant === "address-link") return [t("letter.address-asked")];
  if (variant === "wish-link") return [t("letter.wish-asked")];
  if (isOffer(letter.kind)) return offerIn(letter, t);
  if (variant === "apology") return apologyIn(letter, call, t);
  if (variant === "transfer") return [t("letter.transferred", { office: letter.visit.transferredTo ?? "" })];
  if (variant === "cancellation") return [`${t("letter.again")} ${call}`];
  return letter.was?.office ? newCode(letter, t) : [];
}

function offerIn(letter: Letter, t: Text): string[] {
  const time = offeredUntil(letter.visit);
  if (letter.kind === "wish-offer") return [t("letter.wish-offer-until", { time })];
  const office = offeredElsewhere(letter);
  return [...(office ? [t("letter.offer-elsewhere", { office })] : []), t("letter.offer-until", { time })];
}

const apologyIn = ({ link }: Letter, call: string, t: Text): string[] => [
  t("letter.sorry"),
  link ? t("letter.if-it-suits-link") : `${t("letter.if-it-suits")} ${call}`,
];

function newCode(letter: Letter, t: Text): string[] {
  const office = officeBefore(letter);
  return [...(office ? [t("letter.moved-here", { office })] : []), t("letter.new-code")];
}

const notValidYet = (visit: Visit, t: Text): string =>
  visit.awaitsEmail ? t("letter.not-held-yet") : t("letter.not-valid-yet", { time: heldUntil(visit) });

function actsOf({ kind, link }: Letter, t: Text): LetterAct[] {
  if (!link) return [];
  if (kind === "confirm-link") return [{ label: t("letter.act-confirm"), address: link, isMain: true }];
  if (kind === "address-link") return [{ label: t("letter.act-address"), address: link, isMain: true }];
  if (kind === "earlier-offer") return [{ label: t("letter.act-offer"), address: `${link}/offer`, isMain: true }];
  if (kind === "wish-link") return [{ label: t("letter.act-wish"), address: `${link}/waiting`, isMain: true }];
  if (kind === "wish-offer") return [{ label: t("letter.act-place"), address: `${link}/waiting/offer`, isMain: true }];
  if (kind !== "reminder") return [{ label: t("letter.act-manage"), address: link, isMain: false }];
  return [
    { label: t("letter.act-coming"), address: `${link}/coming`, isMain: true },
    { label: t("letter.act-not-coming"), address: link, isMain: false },
  ];
}

const accessOf = ({ access, accessNotes }: Sender, language: CitizensLanguage, t: Text): string[] => [
  ...ACCESS_FACTS.filter((fact) => access[fact]).map((fact) => t(`letter.access-${fact}`)),
  ...(accessNotes ? [greekAmong(accessNotes, language)] : []),
];

/** There is nothing to do but what it asks. */
const SAYS_ALL: ReadonlySet<Letter["kind"]> = new Set(["address-link", "wish-link"]);

function nextOf({ kind, visit, link }: Letter, { phone }: Sender, t: Text): string[] {
  if (kind === "confirm-link") return [t("letter.if-too-late")];
  if (kind === "manage-link") return [t("letter.not-coming-cancel")];
  if (isOffer(kind)) return [t("letter.offer-end")];
  if (SAYS_ALL.has(kind)) return [];
  if (kind === "cancellation") return visit.transferredTo ? [] : [t("letter.calendar-gone")];
  const onTheDay = [t("letter.late", { minutes: LATE_MINUTES }), t("letter.calendar")];
  if (link && kind === "reminder") return [t("letter.page-asks"), ...onTheDay];
  if (link) return [...(kind === "apology" ? [] : [t("letter.not-coming-cancel")]), ...onTheDay];
  const change = phone ? t("letter.change", { phone: formatPhone(phone) }) : t("letter.change-at-office");
  // An apology has said it already.
  return [...(kind === "apology" ? [] : [t("letter.not-coming"), change]), ...onTheDay];
}
