import { z } from "zod";
import { columnsWhere, fieldOf, TYPED } from "./columns.ts";
import type { AppointmentField, FieldKind } from "./field.ts";
import type { AppointmentFields } from "./fields.ts";

/** The schemas of an appointment's fields, for the contract. Of a business, which has parts, the contract says it itself. */

interface Requests {
  readonly text: z.ZodString;
  readonly "maybe-text": z.ZodOptional<z.ZodNullable<z.ZodString>>;
}

interface Responses {
  readonly id: z.ZodUUID;
  readonly text: z.ZodString;
  readonly "maybe-text": z.ZodNullable<z.ZodString>;
  readonly queue: z.ZodInt;
  readonly number: z.ZodInt;
}

type EnumOf<Choices> = Choices extends readonly (infer Choice extends string)[]
  ? z.ZodEnum<{ readonly [Each in Choice]: Each }>
  : never;
type Named<Property> = {
  [Name in keyof AppointmentFields as AppointmentFields[Name] extends Property
    ? AppointmentFields[Name]["name"] extends `${string}.${string}`
      ? never
      : AppointmentFields[Name]["name"]
    : never]: AppointmentFields[Name];
};

/** Length and form are checked by rules, so that each field gets its own sentence. */
type RequestShape = {
  readonly [Name in keyof Named<{ typed: object }>]: Named<{ typed: object }>[Name] extends {
    readonly typed: { readonly kind: infer Typing; readonly choices?: infer Choices };
  }
    ? Typing extends keyof Requests
      ? Requests[Typing]
      : z.ZodOptional<EnumOf<Choices>>
    : never;
};
export type ResponseShape = {
  readonly [Name in keyof Named<{ isShown: true }>]: Named<{ isShown: true }>[Name] extends {
    readonly choices: infer Choices;
  }
    ? EnumOf<Choices>
    : Responses[Named<{ isShown: true }>[Name]["kind"] & keyof Responses];
};

const isPart = ({ name }: AppointmentField): boolean => name.includes(".");

const REQUESTS = {
  text: () => z.string(),
  "maybe-text": () => z.string().nullish(),
  choice: (choices: readonly string[]) => z.enum(choices as [string]).optional(),
};

export const requestShape = Object.fromEntries(
  TYPED.map(fieldOf).flatMap((field) =>
    isPart(field) || !field.typed ? [] : [[field.name, REQUESTS[field.typed.kind](field.typed.choices ?? [])]],
  ),
) as RequestShape;

const RESPONSES: Readonly<Partial<Record<FieldKind, (choices: readonly string[]) => z.ZodType>>> = {
  id: () => z.uuid(),
  text: () => z.string(),
  "maybe-text": () => z.string().nullable(),
  choice: (choices) => z.enum(choices as [string]),
  queue: () => z.int().min(1).max(99),
  number: () => z.int(),
};

export const responseShape = Object.fromEntries(
  columnsWhere(({ isShown }) => isShown === true)
    .map(fieldOf)
    .map(({ name, kind, choices = [], meaning }) => {
      const schema = (RESPONSES[kind] as (choices: readonly string[]) => z.ZodType)(choices);
      return [name, meaning ? schema.describe(meaning) : schema];
    }),
) as ResponseShape;
