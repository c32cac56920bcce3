import { LARGEST_INTEGER, LEAST_INTEGER } from "../../src/platform/number-schemas.ts";
import { lookAtRequests, type Node } from "./request-schemas.ts";

/** Every number of a request that may be wider than PostgreSQL's integer, by where it stands. */
export function wideNumbers(contract: string): string[] {
  const found = new Set<string>();
  lookAtRequests(contract, (schema, at) => {
    if ((schema.type === "integer" || schema.type === "number") && isWide(schema)) found.add(at);
  });
  return [...found];
}

const isWide = ({ minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY }: Node): boolean =>
  Number(minimum) < LEAST_INTEGER || Number(maximum) > LARGEST_INTEGER;
