import { textIn } from "../../text/text.ts";
import { frameFoot, type LetterPage } from "../letter/letter-page.ts";
import type { Sender } from "../visit-sql.ts";
import type { MessageText } from "./message-kind.ts";
import "../../text/server.ts";

/** A message looks like a letter. */
export function pageOfMessage({ why, ...text }: MessageText, sender: Sender): LetterPage {
  const t = textIn("el");
  return {
    language: "el",
    greeting: t("letter.greeting"),
    code: null,
    asks: [],
    bring: [],
    bringTitle: "",
    access: [],
    acts: [],
    next: [],
    note: null,
    ...text,
    foot: [why, t("letter.foot-no-reply"), ...frameFoot(sender, "el")],
  };
}
