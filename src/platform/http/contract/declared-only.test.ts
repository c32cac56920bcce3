import { expect, test } from "vitest";
import { z } from "zod";
import { declaredOnly } from "./declared-only.ts";

const sent = (schema: z.ZodType, value: unknown) =>
  JSON.parse(declaredOnly({ schema, method: "GET", url: "/" })(value));

const person = z.object({ name: z.string(), phone: z.string().nullable(), note: z.string().optional() });

test("what a contract does not declare does not leave, at any depth", () => {
  const answer = z.object({ people: z.array(person), first: person.nullable(), last: person.optional() });
  const whole = { name: "Ελένη", phone: null, afm: "123456789" };
  const told = { name: "Ελένη", phone: null };
  expect(sent(answer, { people: [whole, whole], first: whole, last: whole, secret: 1 })).toEqual({
    people: [told, told],
    first: told,
    last: told,
  });
  expect(sent(answer, { people: [], first: null })).toEqual({ people: [], first: null });
});

test("nor where it depends on a value what is declared", () => {
  const either = z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("a"), name: z.string() }),
    z.object({ kind: z.literal("b"), age: z.int() }),
  ]);
  expect(sent(z.array(either), [{ kind: "b", age: 3, name: "Ελένη" }])).toEqual([{ kind: "b", age: 3 }]);
  expect(sent(z.record(z.string(), person), { x: { name: "Ά", phone: null, afm: "1" } })).toEqual({
    x: { name: "Ά", phone: null },
  });
});

test("one of several plain values, a list of numbers, and what is declared to be anything go as they are", () => {
  const answer = z.object({ to: z.iso.date().or(z.literal("24:00")), queues: z.array(z.int()), from: z.unknown() });
  const value = { to: "24:00", queues: [1, 2], from: { any: ["thing"] } };
  expect(sent(answer, value)).toEqual(value);
});
