import { beforeAll, expect, test } from "vitest";
import { type Issuer, makeIssuer, NOW } from "../../../test/wallet/certificates.ts";
import { CLIENT_ID, issuePid, NONCE, present, TYPE } from "../../../test/wallet/presentations.ts";
import { type PidChecks, verifyPid } from "./verify-pid.ts";

let issuer: Issuer;
let checks: PidChecks;

beforeAll(async () => {
  issuer = await makeIssuer();
  checks = {
    nonce: NONCE,
    clientId: CLIENT_ID,
    types: [TYPE],
    anchors: [{ certificate: issuer.anchor.certificate, country: "GR" }],
    now: NOW,
  };
});

test("a person is who the issuer says, with nothing but what was shown of them", async () => {
  const held = await issuePid({ issuer });
  expect(await verifyPid(await present(held), checks)).toEqual({
    lastName: "Ξενικάκη",
    firstName: "Ζωή",
    number: null,
    country: "GR",
    status: { uri: "https://status.example/1", index: 7 },
  });
});
