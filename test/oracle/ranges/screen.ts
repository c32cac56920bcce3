import { aCitizen } from "../../citizen.ts";
import { dateAt, minuteAt } from "../athens.ts";
import type { Stage, StagedOffice, Visitor } from "../stage.ts";
import { enter } from "../visitors.ts";

/** Who takes a number at the entrance, and how long they are told that they will wait: as the pages have it. */

export async function numberAtScreen(stage: Stage, place: StagedOffice): Promise<Visitor | null> {
  const { screen, clerk, log } = place;
  if (!screen) return null;
  const group = stage.random.pick(["certificates", "certificates", "vehicles"]);
  const page = await screen.take(group);
  const known = new Set(place.visits.map(({ id }) => id));
  const { tickets } = (await clerk.ask("GET", `${log.code}/days/${dateAt(stage.now())}/tickets`)).body;
  const ticket = tickets.find(({ id }: { readonly id: string }) => !known.has(id));
  if (!ticket) return null;
  const kind = ticket.status === "turned-away" ? "refused" : "number";
  const visitor = enter(stage, place, { ...ticket, serviceGroup: group }, [{ kind, at: stage.now() }]);
  const what = kind === "number" ? "number at a screen" : "refused at a screen";
  stage.done.set(what, (stage.done.get(what) ?? 0) + 1);
  if (kind === "refused") return visitor;
  noteRange(stage, place, visitor, { on: "screen", range: minutesIn(page.text) });
  followByPhone(stage, place, visitor, screen.key());
  return visitor;
}

/** At once, and again some minutes later. */
function followByPhone(stage: Stage, place: StagedOffice, visitor: Visitor, key: string): void {
  const { random, world } = stage;
  if (!random.chance(0.5)) return;
  const phone = aCitizen(world);
  for (const later of [random.whole(20, 300), random.whole(600, 1_500)])
    stage.agenda.add(stage.now() + later, async () => {
      const { text } = await phone.see(`/line/${key}`);
      if (visitor.status === "arrived")
        noteRange(stage, place, visitor, { on: "phone", range: timesIn(text, minuteAt(stage.now())) });
    });
}

interface Told {
  readonly on: "screen" | "phone";
  /** From then on, in minutes; null: nothing was said */
  readonly range: readonly [number, number] | null;
}

function noteRange(stage: Stage, { log }: StagedOffice, visitor: Visitor, { on, range }: Told): void {
  log.told.push({ at: stage.now(), visit: visitor.log, on, range });
  if (range) stage.done.set(`told on a ${on}`, (stage.done.get(`told on a ${on}`) ?? 0) + 1);
}

/** «10 έως 20 λεπτά» */
function minutesIn(text: string): [number, number] | null {
  const [, from, to] = /(\d+) έως (\d+) λεπτά/.exec(text.replaceAll("\u00a0", " ")) ?? [];
  return from && to ? [Number(from), Number(to)] : null;
}

/** «10:52 έως 11:02» */
function timesIn(text: string, now: number): [number, number] | null {
  const [, from, to] = /(\d\d:\d\d) έως (\d\d:\d\d)/.exec(text.replaceAll("\u00a0", " ")) ?? [];
  const ahead = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) - now;
  return from && to ? [ahead(from), ahead(to)] : null;
}
