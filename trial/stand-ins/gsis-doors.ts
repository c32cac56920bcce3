import { textIn } from "../../src/text/text.ts";
import { CITIZENS, type StandInCitizen } from "./citizens.ts";
import { gatesText } from "./gates-text.ts";
import { PEOPLE } from "./people.ts";
import "../../src/text/server.ts";

const t = textIn("el");

/** Who signs in by a realm of the government's, and for which address of the application. */
export interface GsisDoor {
  readonly title: string;
  readonly people: readonly GsisPerson[];
  /** The one path that is registered */
  readonly callback: string;
}

export interface GsisPerson extends Pick<StandInCitizen, "id" | "afm" | "lastName" | "firstName"> {
  readonly note: string;
  /** The government lets this one in nowhere */
  readonly isDenied: boolean;
}

export const STAFF_DOOR: GsisDoor = {
  title: t("standIn.sign-in-title"),
  people: PEOPLE.map(({ gates, ...person }) => ({ ...person, note: gatesText(gates), isDenied: false })),
  callback: "/callback",
};

export const CITIZENS_DOOR: GsisDoor = {
  title: t("standIn.taxisnet-title"),
  people: CITIZENS.map(({ kind, ...person }) => ({
    ...person,
    note: t(`standIn.${kind}`),
    isDenied: kind === "denied",
  })),
  callback: "/book/taxisnet/callback",
};

export const personAt = ({ people }: GsisDoor, id: string): GsisPerson | undefined =>
  people.find((person) => person.id === id);
