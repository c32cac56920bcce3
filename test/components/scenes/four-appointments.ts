import { done, OFFICE, type Scene, somebody, theOffice } from "./scene.ts";

/** Tomorrow four people come: one reached by telephone, one by e-mail, one for a business, and one who has called it off. */
export const fourAppointments: Scene = async (world) => {
  const page = await somebody(world, await theOffice(world), "Αηδονής");
  const book = (wish: object) =>
    done(page, `${OFFICE}/appointments`, { date: "2026-11-25", service: "signature", ...wish });
  await book({ lastName: "Ωρίων", firstName: "Ήλιος", time: "09:00", queue: 1, phone: "6944123456", channel: "phone" });
  await book({ lastName: "Άγγελος", firstName: "Φωτεινός", time: "09:10", queue: 2, channel: "email" });
  const business = { party: "business", business: { name: "Ανθέμιο Ε.Ε." } };
  await book({ lastName: "Ζαφείρη", firstName: "Ειρήνη", time: "10:00", queue: 1, email: "z@example.gr", ...business });
  const { id, version } = await book({ lastName: "Θάλασσα", firstName: "Γαλήνη", time: "11:00", queue: 3 });
  await done(page, `${OFFICE}/appointments/${id}/cancellation`, {}, version);
  return { page };
};
