import { expect, test } from "vitest";
import ministryEl from "./el/ministry/ministry.json" with { type: "json" };
import shellEl from "./el/shell.json" with { type: "json" };
import ministryEn from "./en/ministry/ministry.json" with { type: "json" };
import shellEn from "./en/shell.json" with { type: "json" };

const nameIn = (link: string) => link.replace(" ({{count}})", "");
const SAID = /^(preview|reopens)-appointments_/;

test.each([
  ["Greek", ministryEl.ministry, `«${nameIn(shellEl.shell.workList_other)}»`],
  ["English", ministryEn.ministry, `“${nameIn(shellEn.shell.workList_other)}”`],
])("in %s the ministry's previews name the offices' list as the link to it does", (_, words, title) => {
  const said = Object.entries(words).filter(([key]) => SAID.test(key));
  expect(said).toHaveLength(4);
  for (const [, sentence] of said) expect(sentence).toContain(title);
});
