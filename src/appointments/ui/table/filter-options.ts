import type { Office } from "../../../offices/contract.ts";
import type { Language, Text } from "../../../text/text.ts";
import type { Channel, Day } from "../../contract.ts";
import { isConfirmed, LISTED, type Status } from "../../statuses.ts";
import { chosenValues, type FilterName, type Filters, type FilterValue, SHOWN_CHANNELS } from "../look.ts";
import { serviceOf } from "../service-of.ts";
import { serviceName } from "../service-words.ts";
import { filterValuesOf, type ListedVisit } from "./rows.ts";

/** What each filter offers, and how its choice is said in short and in full. Pure. */

export interface Option {
  readonly value: FilterValue;
  readonly label: string;
  /** For chips and buttons, beside the filter's own name */
  readonly short: string;
  /** Rows of the day that have it */
  readonly count: number;
}

interface Words {
  readonly t: Text;
  readonly language: Language;
  readonly office: Office;
  readonly day: Pick<Day, "queues">;
  /** All that the day's table may show */
  readonly visits: readonly ListedVisit[];
}

const LABEL: Readonly<Record<FilterName, (value: FilterValue, words: Words) => string>> = {
  queues: (number, words) => queueName(Number(number), words),
  statuses: (status, { t }) => t(`plan.status-${status as Status}`),
  services: (code, { office, language, t }) =>
    serviceOf(office, String(code))
      ? serviceName(office, String(code), language)
      : t("table.unknownHere", { name: code }),
  channels: (channel, { t }) => t(`plan.channel-${channel as Channel}`),
};

/** What this office has, and whatever else is chosen: a filter may come along from another office. */
export function optionsOf(name: FilterName, filters: Filters, words: Words): Option[] {
  const offered = new Set([...offeredOf(name, words), ...chosenValues(filters, name)]);
  return [...offered].map((value) => ({
    value,
    label: LABEL[name](value, words),
    short: name === "queues" ? shortQueue(Number(value), words) : LABEL[name](value, words),
    count: words.visits.filter((visit) => filterValuesOf(visit, name).includes(value)).length,
  }));
}

/** Only services that somebody comes for that day: an office offers a hundred. */
function offeredOf(name: FilterName, words: Words): readonly FilterValue[] {
  const { visits } = words;
  switch (name) {
    case "queues":
      return words.day.queues.map(({ number }) => number);
    case "statuses":
      return LISTED.filter((status) => isConfirmed(status) || visits.some((each) => each.status === status));
    case "services":
      return [...new Set(visits.flatMap((visit) => filterValuesOf(visit, "services")))].toSorted((a, b) =>
        LABEL.services(a, words).localeCompare(LABEL.services(b, words), words.language),
      );
    case "channels":
      return SHOWN_CHANNELS;
  }
}

/** "Όλες", "Ουρά 1", "1 και 2", "5 από 6" */
export function shortChoice(options: readonly Option[], chosen: readonly FilterValue[], t: Text): string {
  const [first, second, ...more] = wordsFor(options, chosen);
  if (!first) return t("table.all");
  if (!second) return first;
  const both = t("table.and", { first, second });
  return more.length === 0 && both.length <= 12
    ? both
    : t("table.someOf", { count: chosen.length, all: options.length });
}

/** "1 και 2", "όλες εκτός από «Εξυπηρετήθηκε»" */
export function fullChoice(
  options: readonly Option[],
  chosen: readonly FilterValue[],
  { t, language }: Pick<Words, "t" | "language">,
): string {
  const left = options.filter(({ value }) => !chosen.includes(value));
  if (left[0] && left.length === 1 && chosen.length > 2) return t("table.allBut", { name: left[0].short });
  return new Intl.ListFormat(language === "en" ? "en-GB" : "el-GR").format(wordsFor(options, chosen));
}

const wordsFor = (options: readonly Option[], chosen: readonly FilterValue[]): string[] =>
  options.filter(({ value }) => chosen.includes(value)).map(({ short }) => short);

/** The bare number where that is all that the queue's name says: «Ουρές: 1 και 2». */
function shortQueue(number: number, words: Words): string {
  const name = queueName(number, words);
  return name === words.t("plan.queue-number", { number }) ? String(number) : name;
}

const queueName = (number: number, { day, t }: Words): string =>
  day.queues.find((queue) => queue.number === number)?.name ??
  t("table.unknownHere", { name: t("plan.queue-number", { number }) });
