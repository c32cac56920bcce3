/** From whom the letters of tests come. */
export const LETTERHEAD = { from: "no-reply@visits.example", senderName: "Ραντεβού στα ΚΕΠ" };
