/** Who fills in a form, by somebody's word, as it is stored until the form is confirmed. */
export type Identity = TaxisnetIdentity | WalletIdentity;

interface IdentityNames {
  readonly lastName: string;
  readonly firstName: string;
}

/** By the government's sign-in. */
export interface TaxisnetIdentity extends IdentityNames {
  /** Absent: older releases stored no other */
  readonly by?: undefined;
  readonly afm: string;
  /** Empty: a company, by its own codes */
  readonly firstName: string;
}

/** By a European wallet: of a person, always. */
export interface WalletIdentity extends IdentityNames {
  readonly by: "wallet";
  /** Empty where somebody has none */
  readonly firstName: string;
  /** Who issued it: ISO 3166-1 alpha-2 */
  readonly country: string;
  /** Of the administrative number, hashed (base64url); null: none was shown, and nothing says who is the same next time */
  readonly mark: string | null;
}

/** A company that was identified by its own codes, which names nobody who comes; null: it was a person. */
export const companyIn = (identity: Identity | null): { readonly name: string; readonly afm: string } | null =>
  identity && identity.by === undefined && identity.firstName === ""
    ? { name: identity.lastName, afm: identity.afm }
    : null;

/** Of a person who has both names by somebody's word; null: who comes is typed. */
export const personIn = (identity: Identity | null): Identity | null =>
  identity && identity.firstName !== "" ? identity : null;
