import { CITIZENS, type StandInCitizen } from "../citizens.ts";

/** Invented people with a wallet. Some have codes of TAXISnet too: whoever shows both is to be seen as whom they are. */

export interface Holder {
  readonly id: string;
  readonly lastName: string;
  /** A name of one word leaves it empty */
  readonly firstName: string;
  /** The personal administrative number, which not every state writes */
  readonly number: string | null;
  readonly kind: HolderKind;
}

/** What is particular about what they can show */
export type HolderKind = "plain" | "numbered" | "mononym" | "foreign" | "brief" | "revoked" | "expired" | "nothing";

export const HOLDERS: readonly Holder[] = [
  citizen("fani", "numbered", "ΔΟΚ000002017"),
  citizen("menelaos", "plain", null),
  citizen("polyxeni", "brief", "ΔΟΚ000002030"),
  citizen("anna", "foreign", "00000002042"),
  { id: "linos", lastName: "Μονολέξης", firstName: "", number: null, kind: "mononym" },
  { id: "evridiki", lastName: "Ανακλήτου", firstName: "Ευρυδίκη", number: "ΔΟΚ000002078", kind: "revoked" },
  { id: "prodromos", lastName: "Ληξιώτης", firstName: "Πρόδρομος", number: "ΔΟΚ000002080", kind: "expired" },
  { id: "thomas", lastName: "Αδειανός", firstName: "Θωμάς", number: null, kind: "nothing" },
];

export const holderById = (id: string): Holder | undefined => HOLDERS.find((holder) => holder.id === id);

function citizen(id: string, kind: HolderKind, number: string | null): Holder {
  const { lastName, firstName } = CITIZENS.find((one) => one.id === id) as StandInCitizen;
  return { id, lastName, firstName, number, kind };
}
