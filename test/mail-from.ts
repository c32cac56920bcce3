/** From where the letters of tests come. */
export const MAIL_FROM = "no-reply@visits.example";
