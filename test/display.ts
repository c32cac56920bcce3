import { randomUUID } from "node:crypto";
import type { World } from "./world.ts";

/** A screen that shows who is called, in an office that had none: from then on «Επόμενος» calls. */
export async function aDisplay(world: World, office: { readonly id: number }): Promise<void> {
  await world.owner.query(
    `insert into entrance_screen (office_id, id, name, token_hash, created_at, created_by, kind)
     select $1, $2, 'Αίθουσα αναμονής', sha256($3), now(), min(id), 'display' from employee`,
    [office.id, randomUUID(), Buffer.from(randomUUID())],
  );
}
