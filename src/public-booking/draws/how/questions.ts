import type { DrawTerms } from "../../../draws/terms/draw-terms.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import type { PageReader } from "../../frame/reader.ts";

/** What the ministry lets count; of a share that is 0 nothing is said. */
export type HowTerms = Pick<DrawTerms, "answerDays" | "emailPercent" | "phonePercent" | "needPercent" | "needDays">;

type Question = "often" | "otherwise" | "many" | "give" | "deadline" | "telephone" | "email" | "mistake";

export function questions(terms: HowTerms, { t }: PageReader): Html {
  const { emailPercent, phonePercent, needPercent, needDays } = terms;
  const asked = (question: Question, percent = 0, more: string | null = null): Html =>
    html`<div><h3>${t(`drawHow.${question}`)}</h3><p>${t(`drawHow.${question}-answer`, { percent })}</p>${more && html`<p>${more}</p>`}</div>`;
  const ofTerm = (question: Question, percent: number, more?: string): Html | null =>
    percent > 0 ? asked(question, percent, more) : null;
  const deadline = ofTerm("deadline", needPercent, t("drawHow.deadline-days", { days: needDays }));
  return html`<section class="sharing__questions" aria-labelledby="questions"><h2 id="questions">${t("drawHow.questions")}</h2><div>${asked("often")}${asked("otherwise")}${asked("many")}${asked("give")}${deadline}${ofTerm("telephone", phonePercent)}${ofTerm("email", emailPercent)}${asked("mistake")}</div></section>`;
}
