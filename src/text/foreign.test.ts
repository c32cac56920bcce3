import { expect, test } from "vitest";
import { html } from "../platform/text/html.ts";
import { inLanguage, withoutLanguages } from "./foreign.ts";

const GREEK = inLanguage("Γνήσιο <υπογραφής>", "el");

test("words of another language are an element with their language and direction, escaped as all are", () => {
  expect(html`<p>For: ${`signature (${GREEK})`}</p>`.markup).toBe(
    '<p>For: signature (<span lang="el" dir="ltr">Γνήσιο &lt;υπογραφής&gt;</span>)</p>',
  );
  expect(html`<li>${inLanguage("توقيع", "ar")}</li>`.markup).toBe('<li><span lang="ar" dir="rtl">توقيع</span></li>');
});

test.each([
  html`<a title="${GREEK}">x</a>`,
  html` title="${GREEK}"`,
  html`<a title="a ${1} ${GREEK}"></a>`,
  html`<title>${GREEK}</title>`,
  html`<option value="1"${null}>${GREEK}</option>`,
  html`<textarea name="a">${1} ${GREEK}</textarea>`,
])("nothing of it stands where there can be no element: %#", ({ markup }) => {
  expect(markup).toContain("Γνήσιο &lt;υπογραφής&gt;");
  expect(markup).not.toMatch(/<span|\p{Noncharacter_Code_Point}/u);
});

test("plain text has the words alone", () => expect(withoutLanguages(`a ${GREEK}`)).toBe("a Γνήσιο <υπογραφής>"));
