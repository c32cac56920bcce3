import type { GreekWords } from "../../text/greek-words.ts";
import { connectionFaultOf } from "./connection-fault.ts";

type Word = keyof GreekWords["command"]["config"];
type After<Start extends string, Text> = Text extends `${Start}-${infer Rest}` ? Rest : never;

/** What is tried: a server that the settings name, or the clock. */
export type ProbeName = After<"probe", Word>;
export type FineCode = Exclude<After<"found", Word>, After<"remedy", Word>>;
/** Each with what to do about it */
export type FaultCode = After<"remedy", Word>;

export interface ProbeTarget {
  readonly probe: ProbeName;
  /** Where the operator mends it; several with commas between */
  readonly setting: string;
}

/** `note`: it works, or may be meant so; somebody should know. Values never hold a password or a person. */
export type ProbeResult = ProbeTarget &
  (
    | { readonly is: "fine"; readonly code: FineCode; readonly values?: Values }
    | { readonly is: "note" | "wrong"; readonly code: FaultCode; readonly values?: Values }
  );

type Values = Readonly<Record<string, string | number>>;

export const fine = (target: ProbeTarget, code: FineCode, values?: Values): ProbeResult => ({
  ...target,
  is: "fine",
  code,
  ...(values && { values }),
});

export const note = (target: ProbeTarget, code: FaultCode, values?: Values): ProbeResult => ({
  ...target,
  is: "note",
  code,
  ...(values && { values }),
});

export const wrong = (target: ProbeTarget, code: FaultCode, values?: Values): ProbeResult => ({
  ...target,
  is: "wrong",
  code,
  ...(values && { values }),
});

/** What a failure to connect comes to; `other` with the server's own word where it is of no known kind. */
export const notReached = (target: ProbeTarget, error: unknown): ProbeResult => {
  const reason = reasonOf(error);
  return wrong(target, connectionFaultOf(error) ?? "other", { reason });
};

/** The innermost cause's word, on one line. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (error instanceof Error && error.cause instanceof Error) return reasonOf(error.cause);
  const words = error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error);
  return words.replaceAll(/\s+/g, " ").trim().slice(0, 200);
}
