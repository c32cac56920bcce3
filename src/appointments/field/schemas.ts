import { z } from "zod";
import { columnsWhere, fieldOf, TYPED } from "./columns.ts";
import type { AppointmentField, FieldKind } from "./field.ts";
import type { AppointmentFields } from "./fields.ts";

/** The schemas of an appointment's fields, for the contract. Of a business, which has parts, the contract says it itself. */

const services = z.array(z.string());
const companion = z.object({ lastName: z.string(), firstName: z.string(), services });
const newCompanion = z.strictObject({ lastName: z.string().optional(), firstName: z.string().optional(), services });

interface Requests {
  readonly services: z.ZodOptional<typeof services>;
  readonly companions: z.ZodOptional<z.ZodArray<typeof newCompanion>>;
  readonly text: z.ZodString;
  readonly "maybe-text": z.ZodOptional<z.ZodNullable<z.ZodString>>;
}

interface Responses {
  readonly id: z.ZodUUID;
  readonly text: z.ZodString;
  readonly "maybe-text": z.ZodNullable<z.ZodString>;
  readonly queue: z.ZodInt;
  readonly number: z.ZodInt;
  readonly "maybe-number": z.ZodNullable<z.ZodInt>;
  readonly services: typeof services;
  readonly companions: z.ZodArray<typeof companion>;
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
      : Typing extends "choices"
        ? z.ZodOptional<z.ZodArray<EnumOf<Choices>>>
        : Typing extends "maybe-choice"
          ? z.ZodOptional<z.ZodNullable<EnumOf<Choices>>>
          : z.ZodOptional<EnumOf<Choices>>
    : never;
};
export type ResponseShape = {
  readonly [Name in keyof Named<{ isShown: true }>]: Named<{ isShown: true }>[Name] extends {
    readonly kind: infer Shown;
    readonly choices: infer Choices;
  }
    ? Shown extends "maybe-choice"
      ? z.ZodNullable<EnumOf<Choices>>
      : Shown extends "choices"
        ? z.ZodArray<EnumOf<Choices>>
        : EnumOf<Choices>
    : Responses[Named<{ isShown: true }>[Name]["kind"] & keyof Responses];
};

const described = (schema: z.ZodType, { meaning }: { readonly meaning?: string }): z.ZodType =>
  meaning === undefined ? schema : schema.describe(meaning);

const isPart = ({ name }: AppointmentField): boolean => name.includes(".");

const REQUESTS = {
  text: () => z.string(),
  "maybe-text": () => z.string().nullish(),
  choice: (choices: readonly string[]) => z.enum(choices as [string]).optional(),
  "maybe-choice": (choices: readonly string[]) => z.enum(choices as [string]).nullish(),
  services: () => services.optional(),
  companions: () => z.array(newCompanion).optional(),
  choices: (choices: readonly string[]) => z.array(z.enum(choices as [string])).optional(),
};

export const requestShape = Object.fromEntries(
  TYPED.map(fieldOf).flatMap((field) =>
    isPart(field) || !field.typed
      ? []
      : [[field.name, described(REQUESTS[field.typed.kind](field.typed.choices ?? []), field.typed)]],
  ),
) as RequestShape;

/** What whoever books for a citizen says of them, and of who comes along; whether it is a business is seen by its name. */
export const personShape = z
  .object(requestShape)
  .omit({ party: true, service: true, notes: true, channel: true }).shape;

const RESPONSES: Readonly<Partial<Record<FieldKind, (choices: readonly string[]) => z.ZodType>>> = {
  id: () => z.uuid(),
  text: () => z.string(),
  "maybe-text": () => z.string().nullable(),
  choice: (choices) => z.enum(choices as [string]),
  "maybe-choice": (choices) => z.enum(choices as [string]).nullable(),
  queue: () => z.int().min(1).max(99),
  number: () => z.int(),
  "maybe-number": () => z.int().nullable(),
  services: () => services,
  companions: () => z.array(companion),
  choices: (choices) => z.array(z.enum(choices as [string])),
};

export const responseShape = Object.fromEntries(
  columnsWhere(({ isShown }) => isShown === true)
    .map(fieldOf)
    .map((field) => {
      const schemaOf = RESPONSES[field.kind] as (choices: readonly string[]) => z.ZodType;
      return [field.name, described(schemaOf(field.choices ?? []), field)];
    }),
) as ResponseShape;
