import { randomUUID } from "node:crypto";
import { aCitizen, type Citizen, type Page } from "./citizen.ts";
import { aHead } from "./office-head.ts";
import type { TestOffice, World } from "./world.ts";

/** A screen at an office's entrance that gives numbers, as its browser. */
export interface EntranceScreen extends Citizen {
  readonly id: string;
  /** From the first page to the number */
  take(group?: string, language?: string): Promise<Page>;
  /** Presses for a number, without going to the first page */
  press(group?: string, language?: string): Promise<Page>;
  /** The key of the place of whoever stands there */
  key(): string;
}

export async function anEntranceScreen(world: World, office: TestOffice): Promise<EntranceScreen> {
  const head = await aHead(world, office);
  await world.owner.query("update office set tickets_at_entrance = true where id = $1", [office.id]);
  const { body } = await head.ask("POST", `/api/offices/${office.code}/entrance-screens`, {
    body: { name: "Είσοδος" },
    key: randomUUID(),
  });
  const screen = aCitizen(world);
  await screen.see(body.path);
  await screen.see("/entrance");
  const press: EntranceScreen["press"] = (group = "certificates", language = "") =>
    screen.send(`${language}/entrance/number`, { group });
  return {
    ...screen,
    id: body.id,
    press,
    take: async (group, language = "") => {
      await screen.see(`${language}/entrance`);
      return press(group, language);
    },
    key: () => screen.kept("__Host-place") ?? "",
  };
}
