import type { Role } from "../../identity/contract.ts";
import type { GreekWords } from "../../text/greek-words.ts";
import { plainLines, type Rule, whole, yesOrNo } from "../cells.ts";
import type { SectionName } from "./tabs.ts";

/** What a setting of an office is, and the kinds of them. Pure, browser-safe. */
export interface Setting {
  /** How it is published, typed and said */
  readonly kind: Kind;
  readonly column: string;
  /** All offices' directory says it: its column is one of `office`; the others are of `office_settings` */
  readonly isPublished?: true;
  /** What is stored of a value, or why it can't be */
  readonly rule: Rule<SettingValue>;
  /** Of an office that never said. Where it is null, a blank clears; the others always have a value */
  readonly fallback: SettingValue;
  /** Everybody who works there reads it */
  readonly mayChange: Role;
  readonly section: SectionName;
  readonly label: Words;
  readonly hint?: Extract<Words, `${string}-hint`>;
  readonly width?: "half" | "wide" | "narrow";
  readonly input?: Typing;
  /** Published with the contract, where its name does not say it */
  readonly meaning?: string;
  readonly bounds?: Bounds;
}

/** A switch is on or off; a choice may also be unknown. A time or a count that may be blank is a kind of its own. */
type Kind =
  | "text"
  | "lines"
  | "time"
  | "maybe-time"
  | "phone"
  | "minutes"
  | "days"
  | "count"
  | "maybe-count"
  | "percent"
  | "choice"
  | "switch"
  | "languages"
  | "week"
  | "exceptions";
export type SettingValue = string | number | boolean | null;
type Words = keyof GreekWords["office"];

interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** How a browser helps with typing it. */
interface Typing {
  readonly type?: "tel" | "email";
  readonly inputMode?: "tel" | "email" | "numeric";
  readonly spellCheck?: boolean;
}

const text = (rule: Rule<string>) => ({ kind: "text", rule, fallback: null, mayChange: "administrator" }) as const;

const note = { ...text(plainLines(500)), kind: "lines" } as const;

const number = <Of extends Kind, Fallback extends number | null>(kind: Of, bounds: Bounds, fallback: Fallback) =>
  ({
    kind,
    bounds,
    rule: whole(bounds.min, bounds.max),
    fallback,
    mayChange: "administrator",
    input: { inputMode: "numeric" },
  }) as const;

const minutes = <Fallback extends number | null>(bounds: Bounds, fallback: Fallback) =>
  number("minutes", bounds, fallback);

const choice = { kind: "choice", rule: yesOrNo, fallback: null, mayChange: "administrator" } as const;

/** What settings of a kind have in common. */
export const SETTING_KINDS = { text, note, number, minutes, choice } as const;
