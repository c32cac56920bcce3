import { expect, test } from "vitest";
import { personInUserinfo } from "./gsis-userinfo.ts";

const userinfo = (attributes: string) => `<?xml version="1.0"?>\n<root> <userinfo ${attributes}/> </root>`;
const withType = (type: string) => userinfo(good).replace("?>", `?>${type}`);
const good = 'userid="U1  " taxid="  000001021 " lastname="&#922;Α&#x3a3;ΤΑΝΑ&#931;   " firstname=" ΑΡΗΣ&#160;"';

test("padding, entities amid raw letters and leading zeros", () => {
  const person = { afm: "000001021", lastName: "ΚΑΣΤΑΝΑΣ", firstName: "ΑΡΗΣ", userId: "U1" };
  expect(personInUserinfo(userinfo(good))).toEqual(person);
});

test("an entity is read once", () => {
  const odd = good.replace("ΤΑΝΑ", "&amp;#913;");
  expect(personInUserinfo(userinfo(odd)).lastName).toBe("ΚΑΣ&#913;Σ");
});

test.each([
  ["a document type", withType("<!DOCTYPE root>")],
  ["a document type with an entity", withType('<!DOCTYPE root [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
  ["JSON", '{"error":"invalid_token"}'],
  ["nothing", ""],
  ["no person", "<root/>"],
  ["two people", `<root><userinfo ${good}/><userinfo ${good}/></root>`],
  ["half a document", "<root><userinfo"],
  ["a wrong check digit", userinfo(good.replace("000001021", "000001022"))],
  ["a number without its zeros", userinfo(good.replace("000001021", "1021"))],
  ["no surname", userinfo(good.replace(/lastname="[^"]*"/, 'lastname="  "'))],
  ["a surname that is longer than any", userinfo(good.replace(/lastname="[^"]*"/, `lastname="${"Α".repeat(201)}"`))],
  ["a control character", userinfo(good.replace("ΑΡΗΣ", "ΑΡ&#10;ΗΣ"))],
  ["a code point that does not exist", userinfo(good.replace("ΑΡΗΣ", "&#9999999;"))],
])("%s is refused", (_name, body) => {
  expect(() => personInUserinfo(body)).toThrow();
});
