import { dateAt } from "./athens.ts";
import { type Log, type LogPlace, type LogVisit, type Mark, type MarkKind, serviceIn, stands } from "./log.ts";

/** One visit as it must be counted, by what was known of it at a moment. Seconds since the epoch; null: it was not. */
export interface Course {
  readonly visit: LogVisit;
  readonly date: string;
  readonly manner: "appointment" | "late-appointment" | "walk-in";
  readonly isNumber: boolean;
  readonly channel: string;
  /** Of somebody with an appointment: its time */
  readonly appointed: number | null;
  readonly placeMinutes: number;
  /** In whose plan */
  readonly plan: number | null;
  /** At which counter it was served, or which called it */
  readonly counter: number | null;
  readonly made: number;
  /** Whether anybody came, and whether anybody went away: also where no moment is known */
  readonly hasCome: boolean;
  readonly hasLeft: boolean;
  readonly hasEnded: boolean;
  readonly isAwaited: boolean;
  readonly isMissed: boolean;
  readonly isFromPaper: boolean;
  readonly isServed: boolean;
  /** When they were seen to come, whatever became of them; null: by nobody */
  readonly seen: number | null;
  /** Of a place that was kept, or a time on paper */
  readonly placeFrom: number | null;
  readonly came: number | null;
  /** Nobody waits before the time that was agreed */
  readonly waitsFrom: number | null;
  readonly called: number | null;
  readonly begun: number | null;
  readonly ended: number | null;
  readonly left: number | null;
  readonly refused: number | null;
  readonly service: string | null;
  /** Of the only service, as it is by then; of a number without one what was said at the entrance */
  readonly group: string | null;
  readonly usualMinutes: number;
}

/** Null: it is nobody's visit there. */
export function courseOf(visit: LogVisit, log: Log, by: number): Course | null {
  const standing = visit.marks.filter((mark) => stands(mark, by));
  const made = standing.findLast(({ kind }) => MAKINGS.includes(kind));
  if (!made || standing.some(({ kind }) => kind === "cancelled")) return null;
  const place = lastPlace(standing);
  const date = dateAt(place?.from ?? made.at);
  const here = standing.filter((mark) => !isVoid(mark, standing));
  const last = (kind: MarkKind): Mark | undefined => here.findLast((mark) => mark.kind === kind);
  const isNumber = made.kind !== "made";
  const coming = last(isNumber ? "number" : "came");
  const appointed = isNumber ? null : appointedIn(coming, place);
  const moments = momentsOf(here, coming, date);
  const { came } = moments;
  const end = last("ended");
  return {
    visit,
    date,
    manner: mannerOf(appointed, came),
    isNumber,
    channel: visit.channel,
    appointed,
    placeMinutes: place?.minutes ?? 0,
    plan: place?.queue ?? null,
    counter: counterIn(here) ?? place?.queue ?? null,
    made: made.at,
    hasCome: coming !== undefined,
    hasLeft: last("left") !== undefined,
    hasEnded: end !== undefined,
    isAwaited: !isNumber && !coming && !last("missed"),
    isMissed: last("missed") !== undefined,
    isFromPaper: here.some(isTold),
    isServed: end !== undefined && (isTold(end) || dateAt(end.at) === date),
    seen: seenAt(coming, date),
    placeFrom: place?.from ?? null,
    ...moments,
    waitsFrom: came === null ? null : Math.max(came, appointed ?? came),
    refused: made.kind === "refused" ? made.at : null,
    ...workOf(visit, log, { place, by }),
  };
}

const appointedIn = (coming: Mark | undefined, place: LogPlace | undefined): number | null =>
  coming?.isAtOnce ? null : (place as LogPlace).from;

const counterIn = (here: readonly Mark[]): number | undefined =>
  (here.findLast(({ kind }) => kind === "begun") ?? here.findLast(({ kind }) => kind === "called"))?.counter;

const MAKINGS: readonly MarkKind[] = ["made", "number", "refused"];

const seenAt = (coming: Mark | undefined, date: string): number | null =>
  coming && !isTold(coming) && dateAt(coming.at) === date ? coming.at : null;

const isTold = ({ isPaper }: Mark): boolean => isPaper === true;

/** What is told by paper, or was noted on another day, was seen by nobody when it was. */
function momentsOf(here: readonly Mark[], coming: Mark | undefined, date: string) {
  const isSeen = (mark: Mark | undefined): boolean => mark !== undefined && dateAt(mark.at) === date;
  const leaving = here.findLast(({ kind }) => kind === "left");
  const isTimed = !here.some(isTold) && isSeen(coming) && (!leaving || isSeen(leaving));
  const at = (mark: Mark | undefined): number | null => (isTimed && mark && isSeen(mark) ? mark.at : null);
  const of = (kind: MarkKind) => at(here.findLast((mark) => mark.kind === kind));
  return { came: at(coming), called: of("called"), begun: of("begun"), ended: of("ended"), left: of("left") };
}

function mannerOf(appointed: number | null, came: number | null): Course["manner"] {
  if (appointed === null) return "walk-in";
  return came !== null && came > appointed ? "late-appointment" : "appointment";
}

const UNKNOWN_MINUTES = 60;

/** How long it usually takes: as the catalogue says, or as long as its place where that is more. */
function workOf(
  { services, saidGroup }: LogVisit,
  log: Log,
  { place, by }: { readonly place?: LogPlace; readonly by: number },
) {
  const [service] = services;
  const known = service === undefined ? undefined : serviceIn(log, service, by);
  const catalogued = service === undefined ? UNKNOWN_MINUTES : (known?.minutes ?? 0);
  return {
    service: services.length === 1 ? (service ?? null) : null,
    group: services.length > 1 ? null : (known?.group ?? saidGroup),
    usualMinutes: Math.max(catalogued, place?.minutes ?? 0),
  };
}

const lastPlace = (standing: readonly Mark[]): LogPlace | undefined =>
  standing.findLast(({ place }) => place !== undefined)?.place;

/** Who is given another day has not come to it yet; whoever is moved at all is called to no counter any more. */
function isVoid(mark: Mark, standing: readonly Mark[]): boolean {
  const later = standing.slice(standing.indexOf(mark) + 1).filter(({ kind }) => kind === "moved");
  if (mark.kind === "called") return later.length > 0;
  const isOfDay = ["came", "begun", "ended", "left", "missed"].includes(mark.kind);
  const before = lastPlace(standing.slice(0, standing.indexOf(mark) + 1));
  return isOfDay && later.some(({ place }) => dateAt((place as LogPlace).from) !== dateAt((before as LogPlace).from));
}
