import { type Html, html } from "../../../platform/text/html.ts";
import type { PageReader } from "../../frame/reader.ts";

/** What the ministry lets count, each of 100 places; of what is 0 nothing is said. */
export interface HowTerms {
  /** At most so many go to wishes by e-mail */
  readonly emailPercent: number;
  /** And to those by telephone */
  readonly phonePercent: number;
  /** At most so many are kept for whoever has a deadline, before chance */
  readonly needPercent: number;
}

type Question = "often" | "otherwise" | "many" | "give" | "deadline" | "telephone" | "email" | "mistake";

export function questions(terms: HowTerms, { t }: PageReader): Html {
  const { emailPercent, phonePercent, needPercent } = terms;
  const asked = (question: Question, percent = 0): Html =>
    html`<div><h3>${t(`drawHow.${question}`)}</h3><p>${t(`drawHow.${question}-answer`, { percent })}</p></div>`;
  const ofTerm = (question: Question, percent: number): Html | null => (percent > 0 ? asked(question, percent) : null);
  return html`<section class="sharing__questions" aria-labelledby="questions"><h2 id="questions">${t("drawHow.questions")}</h2><div>${asked("often")}${asked("otherwise")}${asked("many")}${asked("give")}${ofTerm("deadline", needPercent)}${ofTerm("telephone", phonePercent)}${ofTerm("email", emailPercent)}${asked("mistake")}</div></section>`;
}
