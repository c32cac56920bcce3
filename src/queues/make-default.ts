import type { AdministeredOffice } from "../identity/office-access.ts";
import { Refusal } from "../platform/refusal.ts";
import type { RuleChange } from "../proposals/rule-change.ts";
import { asSeen, type SeenQueue } from "./existing.ts";
import { setDefault } from "./sql.ts";

/** The one that is always there; it must be active, for it can't be deactivated any more (circular §Γ). */
export const defaultChange = (office: AdministeredOffice, seen: SeenQueue): RuleChange => ({
  act: "queue-made-default",
  span: null,
  write: async (tx) => {
    const queue = await asSeen(tx, office, seen);
    if (!queue.active) throw new Refusal(409, "default-must-be-active");
    if (!queue.isDefault) await setDefault(tx, office.id, queue.number);
  },
});
