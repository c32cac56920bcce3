import { normalizeAfm } from "../../src/platform/text/afm.ts";
import { BUSINESSES, FOREIGNERS, MAILBOXES, MEN, SURNAMES, WOMEN } from "./names.ts";
import type { Random } from "./random.ts";

/** Visitors: invented names, telephone numbers of no exchange, mailboxes that lead nowhere. */
export interface SeedPerson {
  readonly last_name: string;
  readonly first_name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: "el" | "en";
  readonly party: "citizen" | "business";
  readonly business_name: string | null;
  readonly business_afm: string | null;
}

/** Where names are drawn from. */
export interface NameSource {
  surname(random: Random): readonly [man: string, woman: string];
  foreigner(random: Random): readonly [lastName: string, firstName: string];
  business(random: Random): string;
}

/** A handful, which whoever is shown the platform soon knows again. */
export const FEW_NAMES: NameSource = {
  surname: (random) => random.pick(SURNAMES),
  foreigner: (random) => random.pick(FOREIGNERS),
  business: (random) => random.pick(BUSINESSES),
};

export function person(random: Random, names: NameSource): SeedPerson {
  const isForeign = random.chance(0.05);
  const [last_name, first_name] = isForeign ? names.foreigner(random) : greekName(random, names);
  const isBusiness = random.chance(0.07);
  return {
    last_name,
    first_name,
    phone: random.chance(0.8) ? phone(random) : null,
    email: random.chance(0.45) ? `${random.pick(MAILBOXES)}${random.whole(10, 9999)}@example.gr` : null,
    language: isForeign && random.chance(0.7) ? "en" : "el",
    party: isBusiness ? "business" : "citizen",
    business_name: isBusiness ? names.business(random) : null,
    business_afm: isBusiness && random.chance(0.8) ? afm(random) : null,
  };
}

function greekName(random: Random, names: NameSource): readonly [string, string] {
  const isMan = random.chance(0.48);
  const surname = () => names.surname(random)[isMan ? 0 : 1];
  const last = random.chance(0.04) ? `${surname()}-${surname()}` : surname();
  return [last, random.pick(isMan ? MEN : WOMEN)];
}

/** Valid in form, and of ranges in which nobody answers. */
const phone = (random: Random): string =>
  `${random.chance(0.85) ? "+3069000" : "+3021000"}${String(random.whole(0, 99_999)).padStart(5, "0")}`;

function afm(random: Random): string | null {
  const digits = `000${String(random.whole(1, 99_999)).padStart(5, "0")}`;
  return [..."0123456789"].map((check) => normalizeAfm(digits + check)).find((valid) => valid !== null) ?? null;
}
