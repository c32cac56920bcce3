import { expect, test } from "vitest";
import { columns, part, query, words } from "./sql.ts";

const text = (strings: TemplateStringsArray, ...values: unknown[]) => query(strings, values).text;

test("columns stand in a statement by their names, beside what is given", () => {
  const names = columns(["code", "lead_minutes"]);
  expect(text`select ${names} from office where id = ${7}`).toBe("select code, lead_minutes from office where id = $1");
  expect(text`select ${part`${names}, ${1}`}`).toBe("select code, lead_minutes, $1");
});

test.each(["", "a b", "a;", "1a", "Code", 'a"b', "a\nb"])("no column is called %j", (name) => {
  expect(() => columns(["code", name])).toThrow("No statement may name");
});

test("words of the program stand in a statement as they are, and nothing else does", () => {
  expect(text`select ${1} = any (${words(["queue-added", "left"])})`).toBe(
    "select $1 = any (array['queue-added', 'left'])",
  );
  for (const strange of ["", "a'b", "A", "a_b", "a-", "a\nb"])
    expect(() => words(["left", strange])).toThrow("No statement may name");
});
