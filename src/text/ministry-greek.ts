import { ministry } from "./el/ministry.ts";

/** What only the ministry's own pages say, and the server. */
export const ministryGreek = { ministry };
