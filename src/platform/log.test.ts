import { symbols } from "pino";
import { expect, test } from "vitest";
import { createLogger } from "./log.ts";

test("of a request and of a fault the log keeps nothing that names a person", () => {
  const { req, err } = Reflect.get(createLogger("silent"), symbols.serializersSym);
  const request = { method: "GET", url: "/callback?code=secret&state=x", headers: { cookie: "session" } };
  expect(req(request)).toEqual({ method: "GET", path: "/callback" });
  const fault = Object.assign(new Error("no such table"), { code: "42P01", detail: "Παπαδοπούλου" });
  expect(err(fault)).toEqual({ name: "Error", message: "no such table", code: "42P01", stack: fault.stack });
});
