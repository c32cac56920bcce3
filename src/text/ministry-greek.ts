import { ministry } from "./el/ministry/ministry.ts";
import { partners } from "./el/ministry/partners.ts";

/** What only the ministry's own pages say, and the server. */
export const ministryGreek = { ministry, partners };
