import { z } from "zod";
import { SERVICE_GROUPS, type ServiceGroup } from "../catalogue/service-groups.ts";
import { normalizeEmail } from "../platform/text/email.ts";
import { hasUnseenCharacters, hasUnseenCharactersBesidesLines, tidy } from "../platform/text/names.ts";
import { normalizePhone } from "../platform/text/phone.ts";
import { timeIn } from "../platform/text/typed-time.ts";

/** Rules for one cell of an imported table: what is stored, or why it can't be. Pure. */

export type Checked<T> =
  | { readonly value: T }
  | { readonly fault: string; readonly values?: Readonly<Record<string, string | number>> };
export type Rule<T> = (cell: unknown) => Checked<T>;

export const required = <T>(rule: Rule<T>) =>
  z
    .unknown()
    .transform((cell, context): T => settled(isBlank(cell) ? { fault: "field-required" } : rule(cell), context));

/** Blank clears; a column that is not in the file changes nothing. */
export const optional = <T>(rule: Rule<T>) =>
  z
    .unknown()
    .transform((cell, context): T | null => (isBlank(cell) ? null : settled(rule(cell), context)))
    .optional();

/** Blank changes nothing: these always have a value. */
export const unchangedIfBlank = <T>(rule: Rule<T>) =>
  z
    .unknown()
    .transform((cell, context): T | undefined => (isBlank(cell) ? undefined : settled(rule(cell), context)))
    .optional();

const isBlank = (cell: unknown): boolean =>
  cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");

function settled<T>(checked: Checked<T>, context: z.RefinementCtx): T {
  if ("value" in checked) return checked.value;
  context.addIssue({ code: "custom", message: checked.fault, params: checked.values ?? {} });
  return z.NEVER;
}

export const line = (max: number): Rule<string> => text(max, hasUnseenCharacters);
export const lines = (max: number): Rule<string> => text(max, hasUnseenCharactersBesidesLines);

/** Words that people read: a mark of HTML would stand in them as it is typed. */
export const plainLines = (max: number): Rule<string> => plain(lines(max));
export const plainLine = (max: number): Rule<string> => plain(line(max));

const plain =
  (rule: Rule<string>): Rule<string> =>
  (cell) => {
    const checked = rule(cell);
    const [found] = "value" in checked ? (/<[^<>\s][^<>]*>/.exec(checked.value) ?? []) : [];
    return found === undefined ? checked : { fault: "text-markup", values: { found: found.slice(0, 40) } };
  };

/** A time of the day within bounds, as a hand types it: 18, 18:30 */
export const clock =
  (from: string, to: string): Rule<string> =>
  (cell) => {
    const value = typeof cell === "string" ? timeIn(cell) : null;
    if (value === null) return { fault: "time-unread" };
    return from <= value && value <= to ? { value } : { fault: "time-outside", values: { from, to } };
  };

const text =
  (max: number, isForbidden: (text: string) => boolean): Rule<string> =>
  (cell) => {
    if (typeof cell !== "string") return { fault: "not-text" };
    const value = tidy(cell);
    const { length } = [...value];
    if (length > max) return { fault: "field-too-long", values: { max, length } };
    if (value.includes("\ufffd")) return { fault: "text-damaged" };
    return isForbidden(value) ? { fault: "field-control-characters" } : { value };
  };

/** A rule on the text of a short cell. */
export const short =
  (rule: (text: string) => Checked<string>): Rule<string> =>
  (cell) => {
    const checked = line(300)(cell);
    return "value" in checked ? rule(checked.value) : checked;
  };

export const phone: Rule<string> = short((cell) => {
  const checked = normalizePhone(cell);
  if ("e164" in checked) return { value: checked.e164 };
  return { fault: checked.error, ...("missing" in checked && { values: { count: checked.missing } }) };
});

export const email: Rule<string> = short((cell) => {
  const checked = normalizeEmail(cell);
  return "email" in checked ? { value: checked.email } : { fault: checked.error };
});

/** Of a page that opens in any browser, and nothing that only looks like one. */
export const webAddress: Rule<string> = short((cell) =>
  /^https:\/\/[^\s<>"]+$/.test(cell) && URL.canParse(cell) ? { value: cell } : { fault: "web-address-malformed" },
);

export const postcode: Rule<string> = short((cell) => {
  const value = cell.replaceAll(" ", "");
  return /^[1-9]\d{4}$/.test(value) ? { value } : { fault: "postcode-malformed" };
});

export const whole =
  (min: number, max: number): Rule<number> =>
  (cell) => {
    const value = numberOf(cell);
    if (!Number.isInteger(value)) return { fault: "number-not-whole" };
    return min <= value && value <= max ? { value } : { fault: "number-out-of-range", values: { min, max } };
  };

/** Degrees with a point or, as Greek Excel writes, a comma; out of Greece they are wrong or exchanged. */
export const degrees =
  (min: number, max: number, fault: string): Rule<number> =>
  (cell) => {
    const value = numberOf(cell);
    if (Number.isNaN(value)) return { fault: "number-malformed" };
    return min <= value && value <= max ? { value } : { fault, values: { min, max } };
  };

function numberOf(cell: unknown): number {
  if (typeof cell === "number") return cell;
  const digits = typeof cell === "string" ? cell.trim().replace(",", ".") : "";
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : Number.NaN;
}

const YES_OR_NO = new Map([
  ["true", true],
  ["ναι", true],
  ["false", false],
  ["όχι", false],
]);

/** As the entrance names what services have in common */
export const serviceGroup: Rule<ServiceGroup> = (cell) => {
  const value = SERVICE_GROUPS.find((group) => group === String(cell).trim());
  return value === undefined ? { fault: "service-group-unknown" } : { value };
};

export const yesOrNo: Rule<boolean> = (cell) => {
  const value = YES_OR_NO.get(String(cell).trim().toLowerCase());
  return value === undefined ? { fault: "yes-or-no" } : { value };
};
