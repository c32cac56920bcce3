/**
 * What appointments should do, in the plainest terms and without the program: two equal queues of a quarter's slots,
 * eight to three, on two days. The model test plays the same acts here and there.
 */
export interface Booked {
  readonly office: string;
  readonly id: string;
  place: Place;
  status: string;
  service: Service;
  lastName: string;
  version: number;
  /** Each act not taken back yet, with what was before it; the first is the booking itself */
  readonly acts: Before[];
}

export interface Place {
  readonly date: string;
  readonly queue: number;
  readonly from: number;
  readonly to: number;
}

export interface Wish {
  readonly date: string;
  readonly queue: number | null;
  readonly from: number;
}

export type Service = "signature" | "vehicle";
type Before = Pick<Booked, "place" | "status" | "service" | "lastName"> | null;

export const QUEUES = [1, 2];
const [OPENS, CLOSES] = [480, 900];
const MINUTES: Readonly<Record<Service, number>> = { signature: 15, vehicle: 30 };
/** As told apart by an answer's status */
export type Outcome = 200 | 201 | 409 | 412;

const STEPS: Readonly<Record<string, readonly [string, string]>> = {
  arrival: ["booked", "arrived"],
  "service-start": ["arrived", "in-service"],
  completion: ["in-service", "served"],
  "no-show": ["booked", "no-show"],
};
export const STEP_NAMES = Object.keys(STEPS);

export interface Model {
  readonly all: Booked[];
  /** Times in which a queue does not serve; who was there already stays */
  readonly closed: (Place & { readonly office: string })[];
  /** Now */
  readonly date: string;
  readonly minute: number;
}

/** Where a wish leads; null: nowhere. */
export function find(
  model: Model,
  office: string,
  { date, queue, from }: Wish,
  service: Service,
  self?: Booked,
): Place | null {
  if (date < model.date || (date === model.date && from < model.minute)) return null;
  const wished = queue === null ? byLoad(model, office, date, self) : [queue];
  const places = wished.map((number) => ({ date, queue: number, from, to: from + MINUTES[service] }));
  return places.find((place) => isFree(model, office, place, self)) ?? null;
}

export function add(
  model: Model,
  office: string,
  id: string,
  place: Place,
  service: Service,
  lastName: string,
): Booked {
  const booked = { office, id, place, service, lastName, status: "booked", version: 1, acts: [null] };
  model.all.push(booked);
  return booked;
}

export function move(model: Model, it: Booked, version: number, wish: Wish): Outcome {
  if (version !== it.version) return 412;
  if (it.status !== "booked" && it.status !== "arrived") return 409;
  const place = find(model, it.office, wish, it.service, it);
  return place ? act(it, { place }) : 409;
}

export function change(
  model: Model,
  it: Booked,
  version: number,
  wanted: { service?: Service; lastName?: string },
): Outcome {
  if (version !== it.version) return 412;
  if (it.status === "cancelled") return 409;
  const { service = it.service, lastName = it.lastName } = wanted;
  const place = { ...it.place, to: it.place.from + MINUTES[service] };
  if (place.to !== it.place.to && !isFree(model, it.office, place, it)) return 409;
  return act(it, { service, lastName, place });
}

export function cancel(it: Booked, version: number): Outcome {
  if (version !== it.version) return 412;
  return it.status === "booked" ? act(it, { status: "cancelled" }) : 409;
}

export function step(it: Booked, version: number | null, name: string): Outcome {
  const [from, to] = STEPS[name] as readonly [string, string];
  if (it.status === to) return 200;
  if (version !== null && version !== it.version) return 412;
  return it.status === from ? act(it, { status: to }) : 409;
}

export function undo(model: Model, it: Booked, version: number): Outcome {
  const last = it.acts.at(-1);
  if (last === undefined) return 409;
  if (version !== it.version) return 412;
  const after = { ...it, ...(last ?? { status: "cancelled" }) };
  const comesBack = it.status === "cancelled" || !isSame(after.place, it.place);
  if (after.status !== "cancelled" && comesBack && !isFree(model, it.office, after.place, it)) return 409;
  it.acts.pop();
  const { place, status, service, lastName } = after;
  Object.assign(it, { place, status, service, lastName, version: it.version + 1 });
  return 200;
}

function isFree(model: Model, office: string, place: Place, self?: Booked): boolean {
  if (place.from < OPENS || place.to > CLOSES || place.from % 15 !== 0) return false;
  const closed = model.closed.filter((part) => part.office === office);
  const taken = live(model, office, place.date, place.queue, self).map((other) => other.place);
  return ![...closed, ...taken].some((other) => overlaps(other, place));
}

function byLoad(model: Model, office: string, date: string, self?: Booked): number[] {
  const load = (queue: number) => live(model, office, date, queue, self).length;
  return QUEUES.toSorted((a, b) => load(a) - load(b) || a - b);
}

function live(model: Model, office: string, date: string, queue: number, self?: Booked): Booked[] {
  return model.all.filter(
    (it) =>
      it !== self &&
      it.office === office &&
      it.status !== "cancelled" &&
      it.place.date === date &&
      it.place.queue === queue,
  );
}

function act(it: Booked, change: Partial<NonNullable<Before>>): Outcome {
  const { place, status, service, lastName } = it;
  const after = { place, status, service, lastName, ...change };
  const isNothing =
    isSame(place, after.place) && status === after.status && service === after.service && lastName === after.lastName;
  if (isNothing) return 200;
  it.acts.push({ place, status, service, lastName });
  Object.assign(it, after, { version: it.version + 1 });
  return 200;
}

const overlaps = (a: Place, b: Place): boolean =>
  a.date === b.date && a.queue === b.queue && a.from < b.to && b.from < a.to;

const isSame = (a: Place, b: Place): boolean =>
  a.date === b.date && a.queue === b.queue && a.from === b.from && a.to === b.to;
