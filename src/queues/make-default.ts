import type { AdministeredOffice } from "../identity/office-access.ts";
import { Refusal } from "../platform/refusal.ts";
import { asSeen } from "./existing.ts";
import type { RuleChange } from "./rule-change.ts";
import { setDefault } from "./sql.ts";

/** The one that is always there; it must be active, for it can't be deactivated any more (circular §Γ). */
export const defaultChange = (office: AdministeredOffice, number: number, version: number | null): RuleChange => ({
  act: "queue-made-default",
  span: null,
  write: async (tx) => {
    const queue = await asSeen(tx, office, number, version);
    if (!queue.active) throw new Refusal(409, "default-must-be-active");
    if (!queue.isDefault) await setDefault(tx, office.id, number);
  },
});
