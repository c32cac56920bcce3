import type { HolderKind } from "../holders.ts";
import { type Authority, newAuthority } from "./authority.ts";

/** Who signs what in the trial. */
export interface Issuers {
  /** Of persons' data, on the trust list */
  readonly greek: Authority;
  readonly foreign: Authority;
  /** On no list */
  readonly unknown: Authority;
  /** Certifies who may ask wallets */
  readonly access: Authority;
  /** Certifies what one is registered to ask */
  readonly registrar: Authority;
  readonly lister: Authority;
}

export async function newIssuers(now: Temporal.Instant): Promise<Issuers> {
  const named = (country: string, organisation: string, signerOrganisation?: string) =>
    newAuthority({ country, organisation, signerOrganisation }, now);
  const [greek, foreign, unknown, access, registrar, lister] = await Promise.all([
    named("GR", "Επινοημένος εκδότης ταυτότητας"),
    named("PL", "Zmyślony wydawca tożsamości"),
    named("GR", "Εκδότης εκτός καταλόγου"),
    named("GR", "Επινοημένη αρχή πρόσβασης", RELYING_PARTY),
    named("GR", "Επινοημένο μητρώο"),
    named("EU", "Invented list operator"),
  ]);
  return { greek, foreign, unknown, access, registrar, lister };
}

/** As the registrar of the trial has the platform */
export const RELYING_PARTY = "Πλατφόρμα Επισκέψεων";

export const issuerOf = (issuers: Issuers, kind: HolderKind): Authority =>
  kind === "foreign" ? issuers.foreign : issuers.greek;
