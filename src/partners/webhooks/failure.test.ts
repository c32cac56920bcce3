import { expect, test } from "vitest";
import { FORBIDDEN, NO_ANSWER, TOO_LATE, whyNotArrived } from "./failure.ts";

test.each([
  ["HTTP 503", { why: "status", status: 503 }],
  [FORBIDDEN, { why: "address", status: null }],
  [TOO_LATE, { why: "late", status: null }],
  ["ENOTFOUND", { why: "name", status: null }],
  ["EAI_AGAIN", { why: "name", status: null }],
  ["CERT_HAS_EXPIRED", { why: "certificate", status: null }],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", { why: "certificate", status: null }],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", { why: "certificate", status: null }],
  ["ERR_TLS_CERT_ALTNAME_INVALID", { why: "certificate", status: null }],
  ["ECONNREFUSED", { why: "connection", status: null }],
  [NO_ANSWER, { why: "connection", status: null }],
  ["whatever else", { why: "connection", status: null }],
])("%s is told as one of few reasons", (answer, failure) => {
  expect(whyNotArrived(answer)).toEqual(failure);
});
