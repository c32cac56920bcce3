import EDITION from "../../../docs/manual/manual.json" with { type: "json" };
import { numericDate } from "../../kit/dates.ts";
import { useText } from "../../kit/text.tsx";

/** Which version of the manual this is, and of which day. */
export function Edition() {
  const t = useText();
  return t("help.version", { version: EDITION.version, date: numericDate(EDITION.date) });
}
