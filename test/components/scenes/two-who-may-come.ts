import { done, OFFICE, type Scene, somebody, theOffice } from "./scene.ts";

/** It is their time: two people may come now, to two queues. */
export const twoWhoMayCome: Scene = async (world) => {
  const page = await somebody(world, await theOffice(world), "Αηδονής");
  const book = (wish: object) =>
    done(page, `${OFFICE}/appointments`, { date: "2026-11-24", service: "signature", channel: "in-person", ...wish });
  await book({ time: "10:40", queue: 1, lastName: "Πρώτη", firstName: "Άννα" });
  await book({ time: "10:40", queue: 2, lastName: "Δεύτερη", firstName: "Εύα" });
  return { page };
};
