import { randomUUID } from "node:crypto";
import { aPartner, type TestPartner } from "../partner.ts";
import type { Reply } from "../world.ts";
import { type Act, DAY, ok, type Stage } from "./stage.ts";

/** What the systems of others do for citizens. */

const bookedBy = async (partner: TestPartner, { office, person }: Stage): Promise<Reply> => {
  const who = { lastName: "Παπαδοπούλου", firstName: "Ελένη", ...person };
  const body = { office: office.code, service: "signature", date: DAY, time: "12:00", ...who };
  return ok(await partner.ask("POST", "appointments", { key: randomUUID(), body }));
};

const bySystem =
  (act: string, body?: object): Act["scene"] =>
  async (stage) => {
    const partner = await aPartner(stage.world);
    const { id, version } = (await bookedBy(partner, stage)).body;
    await stage.delivered();
    return async () => ok(await partner.ask("POST", `appointments/${id}/${act}`, { version, ...(body && { body }) }));
  };

const reachable = ["email", "phone"] as const;

export const SYSTEM: readonly Act[] = [
  {
    who: "system",
    act: "books",
    only: reachable,
    scene: async (stage) => {
      const partner = await aPartner(stage.world);
      return () => bookedBy(partner, stage);
    },
  },
  { who: "system", act: "moves it", only: reachable, scene: bySystem("move", { date: DAY, time: "13:00" }) },
  { who: "system", act: "cancels it", only: reachable, scene: bySystem("cancellation") },
];
