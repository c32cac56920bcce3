import type { Appointment, QueueOfDay } from "../../appointments/contract.ts";
import { choiceWords } from "../../appointments/field/choice-words.ts";
import { servicesOfVisit } from "../../appointments/field/visit-services.ts";
import { type Called, calledAlone } from "../../appointments/person.ts";
import { isConfirmed } from "../../appointments/statuses.ts";
import { inCapitals } from "../../platform/text/capitals.ts";
import type { Language, Text } from "../../text/text.ts";
import { type Fit, fitOf } from "../fit.ts";
import { closedParts, closedPartWords } from "./closed-parts.ts";
import type { DaySheet } from "./print-day.ts";
import { shownPhone } from "./shown-phone.ts";

/** The lines of a day's sheet in their order, each with the rows that it needs. Pure. */

export type SheetLine = VisitLine | ClosedLine | QueueHeading | { readonly kind: "blank"; readonly rows: 1 };

export interface VisitLine extends Timed {
  readonly kind: "visit";
  readonly visit: Appointment;
  readonly person: Called & Pick<Fit, "size">;
  readonly service: { readonly name: string } & Pick<Fit, "size">;
  readonly phone: string;
}

export interface ClosedLine extends Timed, Pick<Fit, "size"> {
  readonly kind: "closed";
  readonly queue: number | null;
  readonly text: string;
}

export interface QueueHeading {
  readonly kind: "queue";
  readonly name: string;
  readonly count: number;
  readonly rows: 1;
}

interface Timed {
  readonly time: string;
  /** It begins an hour, of which a thick line tells */
  readonly isHour: boolean;
  readonly rows: number;
}

export interface Wording {
  readonly t: Text;
  readonly language: Language;
}

/** Millimetres that the sheet has for each at least, on A4 with wider margins */
const ROOM = { person: 68, service: 34, wholeRow: 150 };
const BESIDE_PHONES = { person: 50, service: 28 };

export function sheetLines(sheet: DaySheet, wording: Wording): SheetLine[] {
  if (sheet.wish.order === "time") return inTime(sheet, sheet.queues, wording);
  return sheet.queues.flatMap((queue) => {
    const count = sheet.visits.filter((visit) => visit.queue === queue.number).length;
    const heading = { kind: "queue", name: queueAndEmployee(queue, wording.t), count, rows: 1 } as const;
    return [heading, ...inTime(sheet, [queue], wording)];
  });
}

/** «Ουρά 2: Άρης Καστανάς», by the number that the rows have. */
export function queueAndEmployee({ number, name, employee }: QueueOfDay, t: Text): string {
  const queue = name.includes(String(number)) ? name : t("paper.queue-numbered", { number, name });
  return employee ? t("paper.queue-of", { queue, employee }) : queue;
}

function inTime(sheet: DaySheet, queues: readonly QueueOfDay[], wording: Wording): SheetLine[] {
  const numbers = new Set(queues.map(({ number }) => number));
  const lines = [
    ...closedParts(queues).map((part): ClosedLine => {
      const [only = null, ...others] = part.queues;
      const text = closedPartWords(part, queues, wording.t);
      const queue = others.length > 0 ? null : only;
      return { kind: "closed", queue, text, time: part.from, isHour: false, ...fitOf(text, ROOM.wholeRow) };
    }),
    ...sheet.visits.filter(({ queue }) => numbers.has(queue)).map((visit) => visitLine(visit, sheet, wording)),
  ].sort((a, b) => (a.time < b.time ? -1 : Number(a.time > b.time)));
  return lines.map((line, index) => ({ ...line, isHour: index > 0 && hourOf(line) !== hourOf(lines[index - 1]) }));
}

const hourOf = (line: Pick<Timed, "time"> | undefined): string | undefined => line?.time.slice(0, 2);

function visitLine(visit: Appointment, { wish, services }: DaySheet, { t, language }: Wording): VisitLine {
  const { first, rest: alone } = calledAlone(visit, t);
  const rest = [alone, ...namesBeside(visit, t), ...preparations(visit, { t, language })].join(", ");
  const names = servicesOfVisit(visit)
    .map((code) => (language === "en" ? services.get(code)?.nameEn : services.get(code)?.shortName) ?? code)
    .join(", ");
  const { matter } = visit;
  const service = matter === null ? names : t("panel.matter-on-paper", { service: names, matter });
  const room = wish.phones === "none" ? ROOM : BESIDE_PHONES;
  const fits = {
    person: fitOf(`${first} ${rest}`, room.person),
    service: fitOf(service, room.service),
  };
  return {
    kind: "visit",
    visit,
    time: visit.time,
    isHour: false,
    person: { first, rest, size: fits.person.size },
    service: { name: service, size: fits.service.size },
    phone: shownPhone(visit.phone, wish.phones),
    rows: Math.max(fits.person.rows, fits.service.rows),
  };
}

/** Who comes along; those without a name by their number. */
function namesBeside({ companions, status }: Appointment, t: Text): string[] {
  if (!isConfirmed(status)) return [];
  const named = companions.filter(({ lastName }) => lastName !== "");
  const nameless = companions.length - named.length;
  return [
    ...named.map(({ lastName, firstName }) => `${inCapitals(lastName)} ${firstName}`),
    ...(nameless > 0 ? [t("plan.and-more", { count: nameless })] : []),
  ];
}

/** What is to be ready for them. */
function preparations({ interpreter, interpretation, needs }: Appointment, wording: Wording): string[] {
  const { t } = wording;
  const into = interpreter && choiceWords("interpreter", interpreter, wording);
  const known = interpretation ? ` (${choiceWords("interpretation", interpretation, wording)})` : "";
  return [
    ...(into ? [t("panel.interpreter-on-paper", { interpreter: into }) + known] : []),
    ...needs.map((need) => choiceWords("needs", need, wording)),
  ];
}
