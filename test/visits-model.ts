/**
 * Visits of several people, in the plainest terms and without the program: offices of one queue each on one day, eight to
 * three. Who may book, which times are free, and what is left of a visit of which a part is given back.
 */
export interface ModelOffice {
  readonly slot: number;
  /** Minutes that happen once, whatever the number of services */
  readonly common: number;
  /** Appointments of one person, in all offices */
  readonly limit: number;
}

export interface ModelPerson {
  /** "": nobody has said */
  readonly name: string;
  readonly services: readonly string[];
}

export interface ModelWish {
  /** By their place among the offices */
  readonly office: number;
  readonly booker: Booker;
  readonly people: readonly ModelPerson[];
}

export interface Booker {
  readonly id: string;
  /** By the government's word: counted by who comes */
  readonly isIdentified: boolean;
}

export interface ModelVisit extends ModelWish {
  /** Minutes of the day */
  readonly from: number;
  readonly to: number;
}

const [OPENS, CLOSES] = [480, 900];
export const MINUTES = new Map([
  ["signature", 10],
  ["vehicle", 30],
]);
const LONGEST = 120;
const MOST_PEOPLE = 4;

/** As it takes; what is common to all is done once, and each takes a minute at least. */
export function minutesOf(people: readonly ModelPerson[], { common }: ModelOffice): number {
  const each = people.flatMap(({ services }) => services.map((code) => MINUTES.get(code) ?? Number.NaN));
  const saved = Math.min(common, ...each.map((minutes) => minutes - 1));
  return each.reduce((sum, minutes) => sum + minutes, 0) - saved * (each.length - 1);
}

const wholeSlots = (minutes: number, slot: number): number => Math.ceil(minutes / slot) * slot;

export const isTooLong = (people: readonly ModelPerson[], office: ModelOffice): boolean =>
  people.flatMap(({ services }) => services).length > 1 && minutesOf(people, office) > LONGEST;

/** The starts of the grid after which there is room for all of it. */
export function freeTimes(
  visits: readonly ModelVisit[],
  at: number,
  people: readonly ModelPerson[],
  office: ModelOffice,
): number[] {
  const length = wholeSlots(minutesOf(people, office), office.slot);
  const taken = visits.filter((visit) => visit.office === at);
  const isFree = (from: number) => taken.every((visit) => visit.to <= from || from + length <= visit.from);
  const starts: number[] = [];
  for (let from = OPENS; from + length <= CLOSES; from += office.slot) if (isFree(from)) starts.push(from);
  return starts;
}

export const placed = (wish: ModelWish, from: number, office: ModelOffice): ModelVisit => ({
  ...wish,
  from,
  to: from + wholeSlots(minutesOf(wish.people, office), office.slot),
});

/** Whether somebody has what the limit allows already: by who comes where it is known who books, else by visits. */
export function isOverLimit(visits: readonly ModelVisit[], { booker, people }: ModelWish, limit: number): boolean {
  const own = visits.filter((visit) => visit.booker.id === booker.id);
  if (!booker.isIdentified) return own.length >= limit;
  const comesTo = (name: string) => own.filter((visit) => visit.people.some((person) => person.name === name)).length;
  const coming = own.flatMap((visit) => visit.people).length + people.length;
  return people.some(({ name }) => comesTo(name) >= limit) || coming > limit * MOST_PEOPLE;
}

/** Of whom, and which of their services, both counted from 0 */
export type Gone = readonly (readonly [number, number])[];

/** What is left of it, at the same start and never longer; null: nothing. Whoever booked need not come. */
export function without(visit: ModelVisit, gone: Gone, office: ModelOffice): ModelVisit | null {
  const isGone = (person: number, at: number) => gone.some(([one, place]) => one === person && place === at);
  const [first, ...others] = visit.people
    .map(({ name, services }, person) => ({ name, services: services.filter((_, at) => !isGone(person, at)) }))
    .filter(({ services }) => services.length > 0);
  if (!first) return null;
  const people = [{ ...first, name: first.name || (visit.people[0]?.name ?? "") }, ...others];
  const length = wholeSlots(minutesOf(people, office), office.slot);
  return { ...visit, people, to: Math.min(visit.to, visit.from + length) };
}

export const textOf = (people: readonly ModelPerson[]): string =>
  people.map(({ services }) => services.join()).join(";");

export const clockOf = (minute: number): string =>
  `${`${Math.floor(minute / 60)}`.padStart(2, "0")}:${`${minute % 60}`.padStart(2, "0")}`;
