import { expect, test } from "vitest";
import { publishedContract } from "./document.ts";
import { UNVERSIONED } from "./unversioned.ts";

interface Header {
  readonly name: string;
  readonly required?: boolean;
}

const contract: { paths: Record<string, Record<string, { parameters?: Header[] }>> } = JSON.parse(
  await publishedContract(),
);
const writes = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([method]) => method !== "get")
    .map(([method, { parameters = [] }]) => ({
      route: `${method.toUpperCase()} ${path}`,
      needs: (header: string) => parameters.some(({ name, required }) => name === header && required),
    })),
);

test("whatever changes something that exists asks for the version that was seen, or says here why not", () => {
  const without = writes.filter(({ needs }) => !needs("If-Match")).map(({ route }) => route);
  expect(without.toSorted()).toEqual(Object.keys(UNVERSIONED).toSorted());
});

test("whatever makes something new asks for a key, so that it is made once", () => {
  const made = writes.filter(({ route }) => UNVERSIONED[route] === "new");
  expect(made.filter(({ needs }) => !needs("Idempotency-Key")).map(({ route }) => route)).toEqual([]);
});
