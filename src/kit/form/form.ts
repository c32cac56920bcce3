import type { RefObject } from "react";
import type { FieldError } from "../../platform/refusal.ts";
import type { KeyOf } from "./content-keys.ts";
import type { ChangeElsewhere, Stands } from "./overtaken.ts";
import type { Texts } from "./typing.ts";
import type { FormDraftOptions } from "./use-form-draft.ts";

/** The parts of a form, and the questions of its fields to it. */

export interface FormOptions<Answer> extends FormDraftOptions {
  /** Of what stands; absent: something new is made */
  readonly version?: number | undefined;
  /** Reads what a refusal brings of what a colleague made of it; absent: its sentence says it all */
  readonly standsIn?: (current: unknown) => Texts;
  /** The saved texts, of a form that stays open */
  readonly savedAs?: (answer: Answer) => Texts;
  /** The request rests on everything that was shown, not on the changed fields alone */
  readonly restsOnAll?: boolean;
  readonly isSame?: Stands;
  readonly faults?: (values: Texts, texts: Texts) => readonly FieldError[];
  readonly send: (submission: Submission) => Promise<Answer>;
  readonly onSaved: (answer: Answer, submission: Submission) => void;
  readonly onRefused?: (error: Error) => void;
  /** Of refusals that the page says in a place of its own: there the form is silent */
  readonly isSaid?: (error: Error) => boolean;
}

export interface Submission {
  readonly values: Texts;
  /** The changed ones only */
  readonly texts: Texts;
  /** Of the picture that the clerk saw */
  readonly version: number | undefined;
  readonly keyOf: KeyOf;
}

/** Of it, what a field asks. */
export type FieldsForm = Pick<Form, "values" | "errors" | "change" | "leave">;

export interface Form {
  /** For the form's element: its faults and its notice are looked for in it */
  readonly ref: RefObject<HTMLFormElement | null>;
  readonly values: Texts;
  /** The changed ones only */
  readonly texts: Texts;
  readonly hasChanged: boolean;
  /** Found as it was left, not begun anew */
  readonly isFound: boolean;
  /** As far as they may be told of */
  readonly errors: Texts;
  /** Why nothing was saved, where no field says it */
  readonly problem: string | null;
  /** Saving was tried: from now on every fault shows */
  readonly isTried: boolean;
  readonly isSaving: boolean;
  /** All that colleagues changed since the clerk saw it */
  readonly elsewhere: readonly ChangeElsewhere[];
  /** Of that, what saving would overwrite */
  readonly overtaken: readonly ChangeElsewhere[];
  readonly version: number | undefined;
  readonly keyOf: KeyOf;
  change(field: string, text: string): void;
  /** Several fields at once */
  fill(values: Texts): void;
  leave(field: string): void;
  /** Without a fault, and with everything seen that it would overwrite; else the focus goes there */
  isReady(): boolean;
  /** Once; a second press while it runs is the same one */
  submit(): void;
  refuse(error: Error): void;
  /** Begins anew */
  discard(): void;
}
