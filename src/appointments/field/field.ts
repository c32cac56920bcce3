import type { GreekWords } from "../../text/greek-words.ts";

/** What a field of an appointment is, and the kinds of them. Pure, browser-safe. */
export type AppointmentField = Described &
  (TypedByClerks | { readonly typed?: undefined; readonly readIn?: undefined });

interface Described {
  /** In the contract; a point leads into a part of it */
  readonly name: string;
  readonly kind: FieldKind;
  /** Of a choice */
  readonly choices?: readonly string[];
  /**
   * The citizen's, who takes it along wherever the visit goes; the visit's, which goes along too; of its place; of what
   * becomes of it; the record's
   */
  readonly of: "person" | "visit" | "place" | "course" | "record";
  /** With the row, by later acts, or both; `never`: by the database alone */
  readonly written: "first" | "later" | "always" | "never";
  /** Stands in the history, and is taken back with the act that changed it */
  readonly isTracked: boolean;
  /** The API shows it under its name, just as it is stored */
  readonly isShown?: true;
  /** The citizen is told of a change of it */
  readonly isTold?: true;
  /** What becomes of it once nobody may know whose it was; without it, it stays; `names`: only those in it go; `all`: of a list all do */
  readonly erased?: null | "" | "names" | "all";
  /** Of the words of the panel */
  readonly label?: keyof GreekWords["panel"];
  /** Published with the contract, where its name does not say it */
  readonly meaning?: string;
}

interface TypedByClerks {
  /** What a clerk types or chooses of it; without it, nobody does */
  readonly typed: Typing;
  /** Where it is read besides form, panel and history: `read-in.test.ts` looks there */
  readonly readIn: readonly ("letter" | "sheet")[];
}

export type FieldKind =
  | "id"
  | "text"
  | "maybe-text"
  | "choice"
  | "maybe-choice"
  | "queue"
  | "number"
  | "maybe-number"
  | "instant"
  | "maybe-instant"
  | "services"
  | "companions"
  | "choices";

/** Somebody who comes along in the same visit. Browser-safe. */
export interface Companion {
  /** Both names may be empty where staff booked: nobody noted them */
  readonly lastName: string;
  readonly firstName: string;
  /** Codes of the catalogue, one at least */
  readonly services: readonly string[];
}

interface Typing {
  /** In a request, where a choice may be left out */
  readonly kind: "text" | "maybe-text" | "choice" | "maybe-choice" | "services" | "companions" | "choices";
  readonly choices?: readonly string[];
  /** Of a form that nobody has filled in; of a list, as JSON */
  readonly empty: string;
  /** Published with requests */
  readonly meaning?: string;
  /** Written by hand: it would be a loss, where a choice is quickly made again */
  readonly isText: boolean;
}

/** What is read of a field. */
export type ValueOf<One extends Pick<AppointmentField, "kind" | "choices">> = One extends {
  readonly choices: readonly (infer Choice)[];
}
  ? One["kind"] extends "maybe-choice"
    ? Choice | null
    : One["kind"] extends "choices"
      ? readonly Choice[]
      : Choice
  : Values[One["kind"]];

interface Values {
  readonly id: string;
  readonly text: string;
  readonly "maybe-text": string | null;
  readonly choice: never;
  readonly "maybe-choice": never;
  readonly queue: number;
  readonly number: number;
  readonly "maybe-number": number | null;
  readonly instant: Temporal.Instant;
  readonly "maybe-instant": Temporal.Instant | null;
  readonly services: readonly string[];
  readonly companions: readonly Companion[];
  readonly choices: never;
}
