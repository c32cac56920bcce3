import { aCitizen } from "../citizen.ts";
import { dateAt, dayAfter } from "./athens.ts";
import type { Stage, StagedOffice, Visitor } from "./stage.ts";
import { someFree } from "./telephone.ts";
import { enter, placeIn } from "./visitors.ts";

/** A citizen books by the pages, with a telephone number alone. Later than an hour from now, and not for today. */
export async function bookOnline(stage: Stage, place: StagedOffice): Promise<Visitor | null> {
  const { world, random, done } = stage;
  const date = dayAfter(dateAt(stage.now()), random.whole(1, 12));
  const free = someFree(stage, place, date);
  if (!free) return null;
  const citizen = aCitizen(world);
  const held = await citizen.choose(place.office, date, free.time);
  const note = (what: string) => done.set(what, (done.get(what) ?? 0) + 1);
  if (held.headers.location !== "/book/who") {
    note("online refused");
    return null;
  }
  await citizen.send("/book/who", { who: "self", lastName: "Ελαιώνα", firstName: "Δάφνη" });
  const phone = `69${String(random.whole(10_000_000, 99_999_999))}`;
  const { status } = await citizen.confirm({ how: "phone", phone });
  note(status === 303 ? "online" : "online refused");
  if (status !== 303) return null;
  const { appointments } = (await place.clerk.ask("GET", `${place.log.code}/days/${date}`)).body;
  const known = new Set(place.visits.map(({ id }) => id));
  const row = appointments.find(
    (one: { id: string; time: string; channel: string }) =>
      !known.has(one.id) && one.time === free.time && one.channel === "online",
  );
  return enter(stage, place, row, [{ kind: "made", at: stage.now(), place: placeIn(row) }]);
}
