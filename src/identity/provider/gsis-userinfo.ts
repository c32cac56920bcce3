import { XMLParser } from "fast-xml-parser";
import { personFrom } from "./person.ts";
import type { SignedInPerson } from "./provider.ts";

/**
 * The person in `<root><userinfo userid taxid lastname firstname …/></root>`. Errors come as JSON, which is no XML.
 * @throws Error when it is anything else, or declares a document type: entities are never expanded
 */
export function personInUserinfo(body: string): SignedInPerson {
  if (/<!(DOCTYPE|ENTITY)/i.test(body)) throw new Error("userinfo declares a document type");
  const userinfo: unknown = parser.parse(body, true)?.root?.userinfo;
  if (typeof userinfo !== "object" || userinfo === null || Array.isArray(userinfo))
    throw new Error("userinfo names nobody");
  const value = (name: string) => decoded(String(Reflect.get(userinfo, name) ?? ""));
  return personFrom({
    afm: value("taxid"),
    lastName: value("lastname"),
    firstName: value("firstname"),
    userId: value("userid"),
  });
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
});

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** In one pass, so that what an entity stands for is not read as another one. */
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (_entity, decimal, hexadecimal, name) =>
    name
      ? (NAMED[name.toLowerCase()] ?? "")
      : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)),
  );
