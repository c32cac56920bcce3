import { z } from "zod";
import { MAYBE_CHOICES, type MaybeChoices } from "../../appointments/field/maybe-choices.ts";
import { NEEDS, type Need } from "../../text/needs.ts";

/** Of those who come along, by their place among all who come. */
export type CompanionField = `${"lastName" | "firstName"}${2 | 3 | 4}`;

/** What is to be ready for the visit; nothing ticked is nothing stored. */
export interface TypedNeeds extends Partial<MaybeChoices> {
  readonly needs?: readonly Need[] | undefined;
}

/** As it was typed, faults and all. */
export interface Typed extends TypedNeeds, Partial<Readonly<Record<CompanionField, string>>> {
  readonly who?: "self" | "relative" | "business";
  readonly lastName?: string;
  readonly firstName?: string;
  readonly businessName?: string;
  readonly afm?: string;
  readonly declared?: boolean;
  /** Of another service than those of the catalogue */
  readonly matter?: string;
  /** As it was found last, never typed: the first day on which who interprets can be there, or "never" */
  readonly interpreterFirst?: string | undefined;
  readonly how?: "email" | "taxisnet" | "wallet" | "phone";
  readonly email?: string;
  readonly phone?: string;
}

const text = z.string().max(500).catch("");
const who = z.object({
  who: z.enum(["self", "relative", "business"]).optional().catch(undefined),
  lastName: text,
  firstName: text,
  lastName2: text.optional(),
  firstName2: text.optional(),
  lastName3: text.optional(),
  firstName3: text.optional(),
  lastName4: text.optional(),
  firstName4: text.optional(),
  businessName: text,
  afm: text,
  matter: text.optional(),
  declared: z.literal("yes").optional().catch(undefined),
});
const choices = z.object(
  Object.fromEntries(MAYBE_CHOICES.map(({ name, choices = [] }) => [name, z.enum(choices).nullable().catch(null)])),
);

/** As it was sent; what is longer than any name is nobody's, and what no list offers is not chosen. */
export function whoIn(body: unknown): Typed {
  const { declared, who: chosen, ...texts } = who.parse(body);
  return { ...texts, ...(chosen && { who: chosen }), ...needsIn(body), declared: declared === "yes" };
}

export function needsIn(body: unknown): TypedNeeds {
  const ticked = NEEDS.filter((need) => ticks.parse(body)[`need-${need}`] === "yes");
  return { ...choices.parse(body), needs: ticked.length > 0 ? ticked : undefined };
}

const ticks = z.record(z.string(), z.unknown()).catch({});
