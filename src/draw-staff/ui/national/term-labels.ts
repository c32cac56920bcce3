/** How each field of the terms is called on the page. */
export const TERM_LABELS = {
  opensOn: "drawTerms.opens-on",
  opensTime: "drawTerms.opens-time",
  closesOn: "drawTerms.closes-on",
  closesTime: "drawTerms.closes-time",
  visitDays: "drawTerms.visit-days",
  answerDays: "drawTerms.answer-days",
  releaseDays: "drawTerms.release-days",
  emailPercent: "drawTerms.email-percent",
  phonePercent: "drawTerms.phone-percent",
  needPercent: "drawTerms.need-percent",
  needDays: "drawTerms.need-days",
  moves: "drawTerms.moves",
  services: "drawTerms.services",
  reason: "drawTerms.reason",
} as const;
