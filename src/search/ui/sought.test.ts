import { expect, test } from "vitest";
import { soughtOf } from "./sought.ts";

test("spaces at the margins are no other search", () => {
  expect(soughtOf("  παπα   ελ ")).toEqual({ kind: "text", text: "παπα ελ" });
});

test("one letter or three digits are too little to ask", () => {
  for (const typed of ["π", "694", "%", "α 12", "% α", "+ 30"])
    expect(soughtOf(typed), typed).toEqual({ kind: "too-little" });
  for (const typed of ["πα", "3456", "694 4", "Α1", "50%", "c++", "α_β"])
    expect(soughtOf(typed).kind, typed).toBe("text");
});

test("a whole page pasted is not sent", () => {
  expect(soughtOf("α".repeat(5_000))).toEqual({ kind: "too-long", length: 5_000 });
});
