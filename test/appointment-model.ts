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
  /** When it came to its status */
  statusAt: string;
  /** Which closing its head has kept it in, the last one; null: none */
  kept: Kept | null;
  version: number;
  /** Each act not taken back yet, with what was before it; the first is the booking itself */
  readonly acts: Before[];
}

export interface Kept {
  readonly by: number;
  /** How many closings there had been */
  readonly since: number;
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
type State = Pick<Booked, "place" | "status" | "service" | "lastName" | "statusAt" | "kept">;
type Before = State | null;

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
  departure: ["arrived", "left"],
};
export const STEP_NAMES = Object.keys(STEPS);

export interface Model {
  readonly all: Booked[];
  /** Times in which a queue does not serve; whoever was there already is kept */
  readonly closed: (Place & { readonly office: string })[];
  /** Now */
  readonly date: string;
  minute: number;
  now: string;
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
  const booked: Booked = {
    office,
    id,
    place,
    service,
    lastName,
    status: "booked",
    statusAt: model.now,
    kept: null,
    version: 1,
    acts: [null],
  };
  model.all.push(booked);
  return booked;
}

export function move(model: Model, it: Booked, version: number, wish: Wish): Outcome {
  if (version !== it.version) return 412;
  if (it.status !== "booked" && it.status !== "arrived") return 409;
  const place = find(model, it.office, wish, it.service, it);
  if (!place) return 409;
  // Whoever has come and is given another day is awaited again.
  const isAwaited = it.status === "arrived" && place.date !== it.place.date;
  return act(it, { place, kept: null, ...(isAwaited && { status: "booked", statusAt: model.now }) });
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

export function cancel(model: Model, it: Booked, version: number): Outcome {
  if (version !== it.version) return 412;
  return it.status === "booked" ? act(it, { status: "cancelled", statusAt: model.now }) : 409;
}

export function step(model: Model, it: Booked, version: number | null, name: string): Outcome {
  const [from, to] = STEPS[name] as readonly [string, string];
  if (it.status === to) return 200;
  if (version !== null && version !== it.version) return 412;
  const isTooEarly =
    it.place.date > model.date ||
    (to === "no-show" && it.place.date === model.date && it.place.from + 10 > model.minute);
  if (it.status !== from || isTooEarly) return 409;
  if (to === "in-service" && isBusy(model, it)) return 409;
  return act(it, { status: to, statusAt: model.now });
}

/** Somebody is served at that counter now. */
const isBusy = (model: Model, { office, place }: Booked): boolean =>
  place.date === model.date &&
  live(model, office, place.date, place.queue).some(({ status }) => status === "in-service");

/** The queue closes, and its head keeps whoever stands there. */
export function close(model: Model, part: Model["closed"][number], by: number): Booked[] {
  model.closed.push(part);
  const standing = live(model, part.office, part.date, part.queue).filter(
    ({ place }) => overlaps(place, part) && (place.date > model.date || place.to > model.minute),
  );
  for (const it of standing) actLinked(it, { kept: { by, since: model.closed.length } });
  return standing;
}

export function undo(model: Model, it: Booked, version: number): Outcome {
  if (version !== it.version) return 412;
  const last = it.acts.at(-1);
  if (last === undefined) return 409;
  const after: State = { ...stateOf(it), ...(last ?? { status: "cancelled", statusAt: model.now }) };
  const comesBack =
    it.status === "cancelled" ||
    !isSame(after.place, it.place) ||
    (it.kept !== null && after.kept?.since !== it.kept.since);
  const closings = after.kept ? model.closed.slice(after.kept.since) : model.closed;
  if (after.status !== "cancelled" && comesBack && !isFree(model, it.office, after.place, it, closings)) return 409;
  it.acts.pop();
  Object.assign(it, after, { version: it.version + 1 });
  return 200;
}

function isFree(
  model: Model,
  office: string,
  place: Place,
  self?: Booked,
  closings: Model["closed"] = model.closed,
): boolean {
  if (place.from < OPENS || place.to > CLOSES || place.from % 15 !== 0) return false;
  const closed = closings.filter((part) => part.office === office);
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

const stateOf = ({ place, status, service, lastName, statusAt, kept }: Booked): State => ({
  place,
  status,
  service,
  lastName,
  statusAt,
  kept,
});

function act(it: Booked, change: Partial<State>): Outcome {
  const before = stateOf(it);
  const after = { ...before, ...change };
  const isNothing =
    isSame(before.place, after.place) &&
    before.status === after.status &&
    before.service === after.service &&
    before.lastName === after.lastName &&
    before.kept?.by === after.kept?.by;
  return isNothing ? 200 : actLinked(it, change);
}

/** A consequence of a change of rules is an act of its own, also where nothing differs. */
function actLinked(it: Booked, change: Partial<State>): Outcome {
  it.acts.push(stateOf(it));
  Object.assign(it, change, { version: it.version + 1 });
  return 200;
}

const overlaps = (a: Place, b: Place): boolean =>
  a.date === b.date && a.queue === b.queue && a.from < b.to && b.from < a.to;

const isSame = (a: Place, b: Place): boolean =>
  a.date === b.date && a.queue === b.queue && a.from === b.from && a.to === b.to;
