import { weekdayAndDate } from "../../../kit/dates.ts";
import type { Office } from "../../../offices/contract.ts";
import type { Interpreter } from "../../../text/interpreters.ts";
import type { Language, Text } from "../../../text/text.ts";

interface Wording {
  readonly t: Text;
  readonly language: Language;
}

/** Since when they can be there: a clerk may book an earlier day, and arranges it. Null: nobody has said, or nobody is needed. */
export function interpreterHint(
  interpreter: Interpreter | "" | null,
  { interpreters }: Pick<Office, "interpreters">,
  { t, language }: Wording,
): string | null {
  if (!interpreter) return null;
  const { signLanguage, signLanguageFrom, languages, languagesFrom } = interpreters;
  const isThere = interpreter === "gss" ? signLanguage : (languages?.includes(interpreter) ?? null);
  if (isThere === null) return null;
  const from = interpreter === "gss" ? signLanguageFrom : languagesFrom;
  return isThere ? t("panel.interpreter-from", { day: weekdayAndDate(from, language) }) : t("panel.interpreter-never");
}
