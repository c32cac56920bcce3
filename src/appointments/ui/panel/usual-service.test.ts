import { expect, test } from "vitest";
import type { Office } from "../../../offices/contract.ts";
import type { Day } from "../../contract.ts";
import { usualService } from "./usual-service.ts";

const office = { services: [{ code: "income" }, { code: "signature" }] } as Office;
const dayOf = (...services: string[]) => ({ appointments: services.map((service) => ({ service })) }) as Day;

test("the service proposed is the one most people come for", () => {
  expect(usualService(office, dayOf("signature", "income", "signature", "withdrawn"))).toBe("signature");
});

test("on an empty day it is the first of the office's list; without a list there is none", () => {
  expect(usualService(office, dayOf())).toBe("income");
  expect(usualService({ services: [] as Office["services"] } as Office, dayOf())).toBe("");
});
