import type { Need } from "../../text/needs.ts";
import type { Companion } from "./field.ts";

/**
 * What is done in one visit, and for whom: one after the other at one counter, at one time, with one code. Pure,
 * browser-safe.
 */

export const MOST_COMPANIONS = 3;
export const MOST_PEOPLE = MOST_COMPANIONS + 1;
/** Of each who comes */
export const MOST_SERVICES = 3;

/** Among the codes of what is done: more time for all of it. No service has such a code. */
export const LONGER = "~";

/** As the catalogue names what is none of its services: of it one says what for. */
export const OTHER_SERVICE = "other";

/** In the names of the contract, where what is left out is nothing. */
interface VisitServices {
  readonly service: string;
  readonly moreServices?: readonly string[] | undefined;
  readonly companions?: readonly Pick<Companion, "services">[] | undefined;
}

/** All of them, of the first who comes and then of each other, as often as they are done. */
export const servicesOfVisit = ({ service, moreServices = [], companions = [] }: VisitServices): readonly string[] => [
  service,
  ...moreServices,
  ...companions.flatMap(({ services }) => services),
];

/** What its length follows from: all that is done, and whether that needs longer. */
export const workOfVisit = ({
  needs = [],
  ...visit
}: VisitServices & { readonly needs?: readonly Need[] }): string[] => [
  ...servicesOfVisit(visit),
  ...longerAmong(needs),
];

const longerAmong = (needs: readonly Need[]): string[] => (needs.includes("longer-time") ? [LONGER] : []);

interface StoredServices {
  readonly service: string;
  readonly more_services: readonly string[];
  readonly companions: readonly Companion[];
}

/** The same of a stored row. */
export const servicesOfRow = ({ service, more_services, companions }: StoredServices): readonly string[] =>
  servicesOfVisit({ service, moreServices: more_services, companions });

/** The same of a stored row. */
export const workOfRow = ({ needs, ...row }: StoredWork): string[] => [...servicesOfRow(row), ...longerAmong(needs)];

export interface StoredWork extends StoredServices {
  readonly needs: readonly Need[];
}

/**
 * All of it as one text, as addresses and forms have it: codes with commas, and a semicolon before those of each who comes
 * along: «copies,signature;signature»; with a tilde among the first ones where it needs longer. Of one service it is its code.
 */
export const visitText = ({ service, more_services, companions, needs }: StoredWork): string =>
  [[service, ...more_services, ...longerAmong(needs)], ...companions.map(({ services }) => services)]
    .map((codes) => codes.join())
    .join(";");

/** The same visit, with longer time or without. */
export const textWithLonger = (text: string, isLonger: boolean): string =>
  visitText({ ...visitOfText(text), needs: isLonger ? ["longer-time"] : [] });

/** Back again, of nobody by name; of a text that is none, its service is unknown to every catalogue. */
export function visitOfText(text: string): StoredWork {
  const [first = [], ...others] = text.split(";").map((codes) => codes.split(","));
  const [service = "", ...more_services] = first.filter((code) => code !== LONGER);
  return {
    service,
    more_services,
    companions: others.map((services) => ({ lastName: "", firstName: "", services })),
    needs: first.includes(LONGER) ? ["longer-time"] : [],
  };
}

/** A text that a visit could have: so many people and services, and none without. */
export function isVisitText(text: string): boolean {
  const [first = [], ...others] = text.split(";").map((codes) => codes.split(","));
  // Longer time is said last, and once.
  const people = [first.at(-1) === LONGER ? first.slice(0, -1) : first, ...others];
  return (
    people.length <= MOST_PEOPLE &&
    people.every((codes) => codes.length > 0 && codes.length <= MOST_SERVICES) &&
    people.flat().every((code) => code !== "" && code !== LONGER)
  );
}

/** Whether it is the same for the same number of people, whoever was named first. */
export const haveSameServices = (one: string, other: string): boolean => inOneOrder(one) === inOneOrder(other);

const inOneOrder = (text: string): string =>
  text
    .split(";")
    .map((codes) => codes.split(",").sort().join())
    .sort()
    .join(";");

/** Each once, in their order. */
export const servicesInText = (text: string): readonly string[] => [...new Set(servicesOfRow(visitOfText(text)))];
