import { randomUUID } from "node:crypto";
import { asProposed } from "../../rules-desk.ts";
import { clockAt, dateAt, secondOn } from "../athens.ts";
import type { LogQueue, LogWeek } from "../log.ts";
import type { Stage, StagedOffice } from "../stage.ts";

/** What the head of an office changes of its rules, in the log as well. Whoever stands there is kept. */

/** @returns the change, by which it is taken back */
async function rule(
  stage: Stage,
  place: StagedOffice,
  [method, path]: readonly ["POST" | "PUT", string],
  given: object,
  number?: number,
): Promise<string> {
  const { head, log } = place;
  const version = number === undefined ? undefined : await versionOf(stage, place, number);
  const preview = await head.ask(
    "POST",
    `${log.code}/${path}/proposals`,
    path.endsWith("archival") ? {} : { body: given },
  );
  if (preview.status !== 200) throw new Error(`${path}: ${preview.status} ${JSON.stringify(preview.body)}`);
  const decisions = asProposed(preview, "call").map(({ id, version }) => ({ act: "keep", id, version }));
  const options = { body: { ...given, decisions }, key: randomUUID(), ...(version !== undefined && { version }) };
  const reply = await head.ask(method, `${log.code}/${path}`, options);
  if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  for (const visitor of place.visits) {
    const decided = decisions.find(({ id }) => id === visitor.id);
    if (decided) visitor.version += 1;
    // To take back its last act would take back that it was kept.
    if (decided) visitor.isKept = true;
  }
  const name = path.replace(/\d+/, "n");
  stage.done.set(name, (stage.done.get(name) ?? 0) + 1);
  return reply.body.change;
}

async function versionOf({ world }: Stage, { office }: StagedOffice, number: number): Promise<number> {
  const text = "select version from queue where office_id = $1 and number = $2";
  return (await world.owner.query(text, [office.id, number])).rows[0].version;
}

const queueOf = ({ log }: StagedOffice, number: number): LogQueue =>
  log.queues.find((queue) => queue.number === number) as LogQueue;

const hasEnded = ({ ends }: LogQueue): boolean => ends.some(({ takenBack }) => takenBack === null);

const FOR_EVER = "9999-12-31";

/** For dates, or (null) for good. */
export async function switchQueue(
  stage: Stage,
  place: StagedOffice,
  { number, isActive, dates }: { number: number; isActive: boolean; dates: readonly [string, string] | null },
): Promise<void> {
  const queue = queueOf(place, number);
  if (hasEnded(queue)) return;
  const given = dates === null ? {} : { from: dates[0], to: dates[1] };
  const word = isActive ? "activation" : "deactivation";
  await rule(stage, place, ["POST", `queues/${number}/${word}`], given, number);
  const [at, takenBack] = [stage.now(), null];
  place.log.acts.push({ at, takenBack, act: isActive ? "queue-activated" : "queue-deactivated" });
  const isOtherwise = (queue.switches.findLast((each) => each.takenBack === null)?.isActive ?? true) !== isActive;
  const [from, to] = dates ?? [dateAt(at), FOR_EVER];
  queue.dated.push({ at, takenBack, from, to, isActive: dates !== null && isOtherwise ? isActive : null });
  if (dates === null) queue.switches.push({ at, takenBack, isActive });
}

/** For good, unless it is taken back. */
export async function endQueue(stage: Stage, place: StagedOffice, number: number): Promise<() => Promise<void>> {
  if (hasEnded(queueOf(place, number))) return async () => {};
  const change = await rule(stage, place, ["POST", `queues/${number}/archival`], {}, number);
  const entry = { at: stage.now(), takenBack: null as number | null };
  const act = { ...entry, act: "queue-archived" };
  queueOf(place, number).ends.push(entry);
  place.log.acts.push(act);
  return takingBack(stage, place, change, [entry, act]);
}

const takingBack =
  (stage: Stage, place: StagedOffice, change: string, entries: readonly { takenBack: number | null }[]) =>
  async (): Promise<void> => {
    const path = `${place.log.code}/rule-changes/${change}/undo`;
    const reply = await place.head.ask("POST", path);
    // Who was kept has come since, or what else came of it: then it stays.
    if (reply.body.code === "undo-overtaken") return;
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    for (const entry of entries) entry.takenBack = stage.now();
  };

/** Other hours on some weekdays, from a date on or for a season. */
export async function changeHours(
  stage: Stage,
  place: StagedOffice,
  { queue, from, to, week }: Pick<LogWeek, "queue" | "from" | "to" | "week">,
): Promise<() => Promise<void>> {
  if (hasEnded(queueOf(place, queue))) return async () => {};
  const asTimes = ([opens, closes]: readonly [number, number]) => ({ opens: clockAt(opens), closes: clockAt(closes) });
  const times = Object.fromEntries(Object.entries(week).map(([weekday, parts]) => [weekday, parts.map(asTimes)]));
  const change = await rule(stage, place, ["PUT", `queues/${queue}/hours`], { from, to, week: times }, queue);
  const entry = { at: stage.now(), takenBack: null, queue, from, to, week };
  const act = { at: stage.now(), takenBack: null, act: "hours-changed" };
  place.log.weeks.push(entry);
  place.log.acts.push(act);
  return takingBack(stage, place, change, [entry, act]);
}

/** One more, which serves at once and on working days. */
export async function addQueue(stage: Stage, place: StagedOffice, opens: string, closes: string): Promise<void> {
  const { head, log } = place;
  const slotMinutes = 10;
  const week = Object.fromEntries([1, 2, 3, 4, 5].map((weekday) => [weekday, [{ opens, closes }]]));
  const name = "Νέα θυρίδα";
  const body = { name, slotMinutes, active: true, hours: { from: dateAt(stage.now()), week } };
  const reply = await head.ask("POST", `${log.code}/queues`, { body, key: randomUUID() });
  if (reply.status !== 200) throw new Error(`queues: ${reply.status} ${JSON.stringify(reply.body)}`);
  const number = 1 + Math.max(...log.queues.map((queue) => queue.number));
  log.acts.push({ at: stage.now(), takenBack: null, act: "queue-added" });
  log.queues.push({ number, name, slotMinutes, since: stage.now(), switches: [], dated: [], ends: [] });
  for (const weekday of [1, 2, 3, 4, 5])
    log.hours.push({ queue: number, weekday, opens: minuteIn(opens), closes: minuteIn(closes) });
}

const minuteIn = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** A part of a date, or (null) all of it. */
export async function except(
  stage: Stage,
  place: StagedOffice,
  kind: "closed" | "extra",
  given: { queue: number | null; first: string; last: string; part: readonly [string, string] | null; reason?: string },
): Promise<void> {
  const { queue, first, last, part, reason = "Δοκιμή" } = given;
  const times = part ? { from: part[0], to: part[1] } : {};
  const body = { queue, kind, date: first, lastDate: last, ...times, reason };
  await rule(stage, place, ["POST", "exceptions"], body);
  const entry = { at: stage.now(), takenBack: null };
  place.log.acts.push({ ...entry, act: "exception-added" });
  if (kind === "closed" && !part) place.log.closings.push({ ...entry, queue, first, last, reason });
  const [opens, closes] = part ? [minuteIn(part[0]), minuteIn(part[1])] : [0, 1440];
  for (let date = first; date <= last; date = dateAt(secondOn(date, 1440 + 120)))
    place.log[kind].push({ at: stage.now(), takenBack: null, queue, date, opens, closes });
}
