import { formatPhone, formatReference, longDateAtTime } from "../../kit/dates.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { inLine } from "../../text/languages.ts";
import { apart, greekAmong, localName } from "../../text/local-names.ts";
import type { Text } from "../../text/text.ts";
import type { Letter } from "../letter.ts";
import { bringsLinkOnly } from "../rules.ts";
import type { OfferingOffice, Sender, Visit } from "../visit-sql.ts";
import "../../text/server.ts";
import { aboutMinutes } from "../../text/about-minutes.ts";

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly isStrong?: boolean;
  /** It holds no more */
  readonly isPast?: boolean;
}

/** The time that a letter is about: the appointment's, the one that is offered instead, or that in another office which is all they know. */
export function letterTime({ kind, visit, was }: Letter): Pick<Visit, "date" | "time"> {
  const { offer } = visit;
  if (kind === "cancellation" && was?.office) return was;
  if ((kind !== "earlier-offer" && kind !== "wish-offer") || !offer) return visit;
  return { date: dateTextOf(offer.startsAt), time: clockTextOf(offer.startsAt) };
}

/** What a letter says of the appointment in a word or a line each. */
export function factsOf(letter: Letter, sender: Sender, t: Text): Fact[] {
  const { kind, visit } = letter;
  if (kind === "wish-link") return [...whatOf(visit, t), ...placeOf(visit, sender, t)];
  if (kind === "wish-offer") return factsOfPlace(letter, sender, t);
  if (kind === "earlier-offer") return factsOfOffer(letter, sender, t);
  return [
    ...changeOf(letter, t),
    ...(bringsLinkOnly(kind) ? [{ label: t("letter.when"), value: whenOf(visit, visit), isStrong: true }] : []),
    ...(kind === "confirm-link" ? [] : [codeOf(visit, t)]),
    ...whatOf(visit, t),
    ...(bringsLinkOnly(kind) ? [] : businessOf(visit, t)),
    ...placeOf(visit, sender, t),
  ];
}

/** Of an offer in another office neither address nor telephone of this one: they would be read as the new time's. */
function factsOfOffer(letter: Letter, sender: Sender, t: Text): Fact[] {
  const { visit } = letter;
  const there = visit.offer?.office;
  const here = there && localName(sender, visit.language);
  return [
    { label: t("letter.new-time"), value: whenOf(letterTime(letter), visit), isStrong: true },
    ...(there ? [whereIs(there.name, there, visit, t)] : []),
    { label: t("letter.have-now"), value: inLine(visit.language, whenOf(visit, visit), here) },
    codeOf(visit, t),
    ...whatOf(visit, t),
    ...(there ? [] : placeOf(visit, sender, t)),
  ];
}

/** Of whoever has no appointment: what they would come for, when and where. */
function factsOfPlace(letter: Letter, sender: Sender, t: Text): Fact[] {
  const { visit } = letter;
  const there = visit.offer?.office;
  return [
    { label: t("letter.when"), value: whenOf(letterTime(letter), visit), isStrong: true },
    ...(there ? [whereIs(there.name, there, visit, t)] : placeOf(visit, sender, t)),
    ...whatOf(visit, t),
  ];
}

/** The other office in which the citizen knew of the appointment; null: it was this one. */
export const officeBefore = ({ was, visit }: Letter): string | null =>
  was?.office && !was.office.isHere ? localName(was.office, visit.language) : null;

function changeOf(letter: Letter, t: Text): Fact[] {
  const { visit, was } = letter;
  if (!was || !(was.isLive || was.office)) return [];
  const isSameTime = was.date === visit.date && was.time === visit.time;
  const before = officeBefore(letter);
  if (isSameTime && !before) return [];
  return [
    { label: t(isSameTime ? "letter.when" : newTimeLabel(was, visit)), value: whenOf(visit, visit), isStrong: true },
    { label: t("letter.was"), value: inLine(visit.language, whenOf(was, visit), before), isPast: true },
  ];
}

/** Said in a word: whoever skims it would still come at the old time. */
const newTimeLabel = (was: Pick<Visit, "date" | "time">, is: Pick<Visit, "date" | "time">) =>
  `${is.date} ${is.time}` < `${was.date} ${was.time}` ? "letter.new-time-earlier" : "letter.new-time";

const whenOf = (at: Pick<Visit, "date" | "time">, { language }: Visit): string => longDateAtTime(at, language);

const codeOf = ({ reference }: Visit, t: Text): Fact => ({
  label: t("letter.code"),
  value: formatReference(reference),
  isStrong: true,
});

/** Of several who come what is done for each; by their names it calls nobody. */
function whatOf({ serviceName, persons, minutes, isWishConfirmed }: Visit, t: Text): Fact[] {
  const service = persons.length === 0 ? serviceName : t("letter.together");
  // How long it takes is the office's that has a place, and there is none yet.
  const value = isWishConfirmed === false ? service : t("letter.about", { service, about: aboutMinutes(minutes, t) });
  return [
    { label: t("letter.what"), value },
    ...persons.map((value, index) => ({ label: t("letter.person", { number: index + 1 }), value })),
  ];
}

const businessOf = ({ business, language }: Visit, t: Text): Fact[] =>
  business ? [{ label: t("letter.business"), value: apart(business, language) }] : [];

const placeOf = (visit: Visit, sender: Sender, t: Text): Fact[] => [
  whereIs(localName(sender, visit.language), sender, visit, t),
  ...(sender.phone ? [{ label: t("letter.phone"), value: formatPhone(sender.phone) }] : []),
];

type Address = Pick<OfferingOffice, "address" | "postcode" | "municipality">;

const whereIs = (name: string, address: Address, { language }: Visit, t: Text): Fact => ({
  label: t("letter.where"),
  value: inLine(language, name, greekAmong(postalLine(address), language)),
});

/** Πλατεία Ανεμώνης 4, 990 12 Νέα Αυγή */
export const postalLine = ({ address, postcode, municipality }: Address): string =>
  [address, [postcode?.replace(/^(\d{3})/, "$1\u00a0"), municipality].filter(Boolean).join(" ")]
    .filter(Boolean)
    .join(", ");
