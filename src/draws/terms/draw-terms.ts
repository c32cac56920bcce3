/** How the ministry draws. Each draw keeps the terms with which it began. Browser-safe. */
export interface DrawTerms {
  /** ISO weekday on which the window opens, and when: "08:00", time of Athens */
  readonly opensOn: number;
  readonly opensTime: string;
  readonly closesOn: number;
  readonly closesTime: string;
  /** From the day on which the window closes to the first of seven days of visits */
  readonly visitDays: number;
  /** From that day: whoever has said nothing by eight in the evening gives the place to the next */
  readonly answerDays: number;
  /** From that day: what is left opens to all at ten */
  readonly releaseDays: number;
  /** Of a draw's places at most, to wishes that only an e-mail proves to be one person's */
  readonly emailPercent: number;
  /** The same of a telephone, which a clerk wrote down */
  readonly phonePercent: number;
  /** Of an office's places at most, before the draw, to whoever shows a document with a date */
  readonly needPercent: number;
  /** How long after the last day of visits that date may be */
  readonly needDays: number;
  /** How often its citizen may change the time of a visit that was drawn */
  readonly moves: number;
}
