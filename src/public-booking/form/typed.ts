import { z } from "zod";
import { MAYBE_CHOICES, type MaybeChoices } from "../../appointments/field/maybe-choices.ts";

/** As it was typed, faults and all. */
export interface Typed extends Partial<MaybeChoices> {
  readonly who?: "self" | "relative" | "business";
  readonly lastName?: string;
  readonly firstName?: string;
  readonly businessName?: string;
  readonly afm?: string;
  readonly declared?: boolean;
  readonly how?: "email" | "taxisnet" | "phone";
  readonly email?: string;
  readonly phone?: string;
}

const text = z.string().max(500).catch("");
const who = z.object({
  who: z.enum(["self", "relative", "business"]).optional().catch(undefined),
  lastName: text,
  firstName: text,
  businessName: text,
  afm: text,
  declared: z.literal("yes").optional().catch(undefined),
});
const choices = z.object(
  Object.fromEntries(MAYBE_CHOICES.map(({ name, choices = [] }) => [name, z.enum(choices).nullable().catch(null)])),
);

/** As it was sent; what is longer than any name is nobody's, and what no list offers is not chosen. */
export function whoIn(body: unknown): Typed {
  const { declared, who: chosen, ...texts } = who.parse(body);
  return { ...texts, ...(chosen && { who: chosen }), ...choices.parse(body), declared: declared === "yes" };
}
