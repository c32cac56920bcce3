import type { Channel } from "../contract.ts";
import { LISTED, type Status } from "../statuses.ts";

/** How the address says a day is to be looked at: as plan or table, in which order, and what is left out. Pure. */
export interface DayLook extends Filters {
  /** Absent: the plan */
  readonly view?: "table";
  /** Absent: by time; with "-" from the end */
  readonly sort?: SortText;
}

/** Several values of one filter add up; all four must fit. Absent: no wish. */
export interface Filters {
  readonly queues?: readonly number[];
  readonly statuses?: readonly Status[];
  readonly services?: readonly string[];
  readonly channels?: readonly Channel[];
}

export type FilterName = keyof Filters;
export type FilterValue = number | string;
export type SortKey = (typeof SORT_KEYS)[number];
export type SortText = SortKey | `-${SortKey}`;

export const FILTER_NAMES = ["queues", "statuses", "services", "channels"] as const satisfies readonly FilterName[];
export const SORT_KEYS = ["time", "name", "service", "queue", "status", "channel"] as const;

export const SHOWN_CHANNELS = ["phone", "email", "in-person", "online"] as const satisfies readonly Channel[];

const AT_MOST = 40;
const SERVICE_CODE = /^[a-z\d][a-z\d-]{0,39}$/;

const IS_KNOWN: Readonly<Record<FilterName, (item: unknown) => boolean>> = {
  queues: (item) => Number.isInteger(item) && Number(item) >= 1 && Number(item) <= 99,
  statuses: (item) => (LISTED as readonly unknown[]).includes(item),
  services: (item) => typeof item === "string" && SERVICE_CODE.test(item),
  channels: (item) => (SHOWN_CHANNELS as readonly unknown[]).includes(item),
};

/**
 * An address may come from anywhere: what makes no sense is left out, and `ignored` says that there was some. Every key
 * is answered, for the router keeps the raw value of one that is not.
 */
export function validateLook(raw: Readonly<Record<string, unknown>>): DayLook & { readonly ignored?: true } {
  const lists = FILTER_NAMES.map((name) => {
    const items = itemsOf(raw[name]);
    const kept = [...new Set(items.filter(IS_KNOWN[name]))].slice(0, AT_MOST);
    return { name, isWhole: items.every(IS_KNOWN[name]), kept: kept.length > 0 ? kept : undefined };
  });
  const filters: Filters = Object.fromEntries(lists.map(({ name, kept }) => [name, kept]));
  const isWhole =
    lists.every((list) => list.isWhole) &&
    [undefined, "plan", "table"].includes(raw.view as string) &&
    (raw.sort === undefined || isSort(raw.sort));
  return {
    view: raw.view === "table" ? "table" : undefined,
    sort: isSort(raw.sort) && raw.sort !== "time" ? raw.sort : undefined,
    ...filters,
    ignored: raw.ignored === true || !isWhole ? true : undefined,
  };
}

export const lookOf = ({ view, sort, queues, statuses, services, channels }: DayLook): DayLook => ({
  view,
  sort,
  queues,
  statuses,
  services,
  channels,
});

export const NO_FILTERS: Readonly<Record<FilterName, undefined>> = {
  queues: undefined,
  statuses: undefined,
  services: undefined,
  channels: undefined,
};

export const chosenValues = (filters: Filters, name: FilterName): readonly FilterValue[] => filters[name] ?? [];

/** One box ticked or unticked. */
export function toggled(filters: Filters, name: FilterName, value: FilterValue): Filters {
  const chosen = chosenValues(filters, name);
  const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
  return { [name]: next.length > 0 ? next : undefined };
}

/** "name" once and "-name" the second time; another column starts from its beginning. */
export const sortedBy = (key: SortKey, before: SortText = "time"): SortText => (before === key ? `-${key}` : key);

const isSort = (raw: unknown): raw is SortText =>
  typeof raw === "string" && (SORT_KEYS as readonly string[]).includes(raw.replace(/^-/, ""));

/** Lists as the router writes them; written by hand, also with commas. */
function itemsOf(raw: unknown): readonly unknown[] {
  if (raw === undefined || Array.isArray(raw)) return raw ?? [];
  if (typeof raw !== "string") return [raw];
  return raw.split(",").map((item) => (/^\d+$/.test(item) ? Number(item) : item));
}
