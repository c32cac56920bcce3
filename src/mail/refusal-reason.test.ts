import { expect, test } from "vitest";
import { refusalReason } from "./refusal-reason.ts";

test.each([
  ["550 5.1.1 <eleni@example.gr>: Recipient address rejected: User unknown", "no-such-address"],
  ["550 No such user here", "no-such-address"],
  ["550 5.1.2 Host unknown", "no-such-domain"],
  ["550 5.4.4 Unable to route", "no-such-domain"],
  ["556 5.1.10 Domain does not accept mail", "no-such-domain"],
  ["452 4.2.2 Mailbox full", "mailbox-full"],
  ["552 Requested mail action aborted", "mailbox-full"],
  ["552 5.3.4 Message too big", "too-large"],
  ["550 5.2.1 Mailbox disabled", "no-such-address"],
  ["550 5.7.1 Message rejected as spam", "not-accepted"],
  ["554 Transaction failed", "not-accepted"],
  ["451 4.4.1 No answer from host", "unreachable"],
  ["Timeout", "unreachable"],
] as const)("%s", (answer, reason) => {
  expect(refusalReason(answer)).toBe(reason);
});
