/** Of PostgreSQL's NOTIFY; releases that follow each other hear each other on it. */
export const CHANNEL = "visits";
