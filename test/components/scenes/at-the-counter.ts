import { done, OFFICE, type Scene, somebody, theOffice } from "./scene.ts";
import { twoWhoMayCome } from "./two-who-may-come.ts";

/** Two people may come now, and a third has not come for twenty minutes. */
export const atTheCounter: Scene = async (world) => {
  const desks = await twoWhoMayCome(world);
  const late = { date: "2026-11-24", time: "10:40", queue: 3, service: "signature", channel: "in-person" };
  const { id } = await done(desks.page, `${OFFICE}/appointments`, { ...late, lastName: "Άφαντη", firstName: "Ζωή" });
  await world.owner.query(
    "update appointment set starts_at = starts_at - interval '20 minutes', ends_at = ends_at - interval '20 minutes' where id = $1",
    [id],
  );
  return desks;
};

/** Nobody can be served any more today. */
export const anOfficeWhoseDayIsOver: Scene = async (world) => {
  const office = await theOffice(world, { queues: 1, slotMinutes: 10, closes: 600 });
  return { page: await somebody(world, office, "Αηδονής") };
};
