import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../text/languages.ts";
import { textIn } from "../../text/text.ts";
import { ruleInWords } from "./rule-in-words.ts";
import "../../text/server.ts";

describe.each(LANGUAGES)("the rule of the line in %s", (language) => {
  test.each([0, 15])("is two sentences of at most fifteen words, with %i minutes", (slackMinutes) => {
    const rule = ruleInWords(slackMinutes, textIn(language));
    const sentences = rule.split(/(?<=[.۔])\s+/u);
    expect(
      sentences.map((one) => one.split(/\s+/u).length <= 15),
      rule,
    ).toEqual([true, true]);
    expect(rule).toContain("10");
    expect(rule.includes("15")).toBe(slackMinutes > 0);
  });
});
