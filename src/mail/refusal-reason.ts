import type { RefusalReason } from "./rules.ts";

/** By the enhanced status code, without its class (RFC 3463). */
const BY_DETAIL: Readonly<Record<string, RefusalReason>> = {
  "1.2": "no-such-domain",
  "1.10": "no-such-domain",
  "2.1": "no-such-address",
  "2.2": "mailbox-full",
  "2.3": "too-large",
  "3.4": "too-large",
  "4.4": "no-such-domain",
};
/** By its subject alone: addressing, network */
const BY_SUBJECT: Readonly<Record<string, RefusalReason>> = { "1": "no-such-address", "4": "unreachable" };
/** By the plain code (RFC 5321) */
const BY_CODE: Readonly<Record<string, RefusalReason>> = {
  "452": "mailbox-full",
  "550": "no-such-address",
  "551": "no-such-address",
  "552": "mailbox-full",
  "553": "no-such-address",
};

/** The enhanced status code knows it better than the plain one. Pure. */
export function refusalReason(answer: string): RefusalReason {
  const [, code, subject, detail] = /^(\d{3})(?:[ -]\d\.(\d{1,3})\.(\d{1,3}))?/.exec(answer) ?? [];
  if (code === undefined) return "unreachable";
  if (subject === undefined) return BY_CODE[code] ?? "not-accepted";
  return BY_DETAIL[`${subject}.${detail}`] ?? BY_SUBJECT[subject] ?? "not-accepted";
}
