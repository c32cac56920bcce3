import { atTime, formatPhone, formatReference, longDate, onDate, weekdayAndDate } from "../../kit/dates.ts";
import { type Language, type Text, textIn } from "../../text/text.ts";
import type { Letter } from "../letter.ts";
import { ACCESS_FACTS, type Sender, type Visit } from "../visit-sql.ts";
import "../../text/server.ts";

/** All that a letter says, in the order of reading; text and HTML show the same. */
export interface LetterPage {
  readonly language: Language;
  readonly subject: string;
  /** What a list of messages shows beside the subject */
  readonly preview: string;
  readonly greeting: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
  readonly bring: readonly string[];
  readonly access: readonly string[];
  /** What to do by telephone, and about the calendar */
  readonly next: readonly string[];
  /** The office's own closing words */
  readonly note: string | null;
  readonly foot: readonly string[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly isStrong?: boolean;
}

/** In the appointment's language, without a name: the vocative can't be told from it. */
export function pageOf(letter: Letter, sender: Sender): LetterPage {
  const { visit, kind } = letter;
  const { language } = visit;
  const t = textIn(language);
  const office = officeName(sender, language);
  const isOver = kind === "cancellation";
  const at = { day: onDate(visit.date, language), time: atTime(visit.time, language), office };
  const short = `${weekdayAndDate(visit.date, language)}/${visit.date.slice(0, 4)}, ${visit.time}`;
  return {
    language,
    subject: t(`letter.subject-${variantOf(letter)}`, { office, when: short }),
    preview: t("letter.preview", {
      when: `${longDate(visit.date, language)}, ${at.time}`,
      code: formatReference(visit.reference),
    }),
    greeting: t("letter.greeting"),
    heading: t(`letter.heading-${variantOf(letter)}`, at),
    paragraphs: paragraphsOf(letter, sender, t),
    facts: isOver ? [] : factsOf(letter, sender, t),
    bring: isOver ? [] : (visit.bring ?? "").split("\n").filter((line) => line.trim() !== ""),
    access: isOver ? [] : accessOf(sender, t),
    next: nextOf(letter, sender, t),
    note: (language === "en" ? sender.noteEn : sender.note) || null,
    foot: [
      t("letter.foot-why", { office }),
      t(sender.email ? "letter.foot-reply" : "letter.foot-no-reply"),
      ...((language === "en" ? sender.frame.footEn : sender.frame.foot) ?? "").split("\n").filter(Boolean),
    ],
  };
}

export const officeName = ({ name, nameEn }: Pick<Sender, "name" | "nameEn">, language: Language): string =>
  (language === "en" && nameEn) || name;

/** Πλατεία Ανεμώνης 4, 990 12 Νέα Αυγή */
export const postalLine = ({
  address,
  postcode,
  municipality,
}: Pick<Sender, "address" | "postcode" | "municipality">): string =>
  [address, [postcode?.replace(/^(\d{3})/, "$1\u00a0"), municipality].filter(Boolean).join(" ")]
    .filter(Boolean)
    .join(", ");

/** Which words: another service at the same time is no new time, and an office gives a visit away with other words. */
function variantOf({ kind, was, visit }: Letter) {
  if (kind === "change" && was && was.date === visit.date && was.time === visit.time) return "service" as const;
  return kind === "cancellation" && visit.transferredTo ? ("transfer" as const) : kind;
}

function paragraphsOf(letter: Letter, { phone }: Sender, t: Text): string[] {
  const variant = variantOf(letter);
  const call = phone ? t("letter.or-call", { phone: formatPhone(phone) }) : t("letter.or-come");
  if (variant === "apology") return [t("letter.sorry"), `${t("letter.if-it-suits")} ${call}`];
  if (variant === "transfer") return [t("letter.transferred", { office: letter.visit.transferredTo ?? "" })];
  if (variant === "cancellation") return [`${t("letter.again")} ${call}`];
  return [];
}

function factsOf({ visit, was }: Letter, sender: Sender, t: Text): Fact[] {
  const { language } = visit;
  const whenOf = ({ date, time }: { date: string; time: string }) =>
    `${longDate(date, language)}, ${atTime(time, language)}`;
  const isOtherTime = was?.isLive && (was.date !== visit.date || was.time !== visit.time);
  return [
    ...(isOtherTime
      ? [
          { label: t("letter.new-time"), value: whenOf(visit), isStrong: true },
          { label: t("letter.instead-of"), value: whenOf(was) },
        ]
      : []),
    { label: t("letter.code"), value: formatReference(visit.reference), isStrong: true },
    { label: t("letter.what"), value: whatOf(visit, t) },
    { label: t("letter.where"), value: [officeName(sender, language), postalLine(sender)].filter(Boolean).join(", ") },
    ...(sender.phone ? [{ label: t("letter.phone"), value: formatPhone(sender.phone) }] : []),
  ];
}

const whatOf = ({ serviceName, minutes }: Visit, t: Text): string =>
  t("letter.about", { service: serviceName, count: minutes });

const accessOf = ({ access, accessNotes }: Sender, t: Text): string[] => [
  ...ACCESS_FACTS.filter((fact) => access[fact]).map((fact) => t(`letter.access-${fact}`)),
  ...(accessNotes ? [accessNotes] : []),
];

function nextOf({ kind, visit }: Letter, { phone }: Sender, t: Text): string[] {
  if (kind === "cancellation") return visit.transferredTo ? [] : [t("letter.calendar-gone")];
  const change = phone ? t("letter.change", { phone: formatPhone(phone) }) : t("letter.change-at-office");
  // An apology has said it already.
  return [...(kind === "apology" ? [] : [t("letter.not-coming"), change]), t("letter.calendar")];
}
