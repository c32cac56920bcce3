import howOfficesDo from "../el/ministry/how-offices-do.json" with { type: "json" };
import inVain from "../el/ministry/in-vain.json" with { type: "json" };
import ministry from "../el/ministry/ministry.json" with { type: "json" };
import partners from "../el/ministry/partners.json" with { type: "json" };

/** What only the ministry's own pages say, and the server. */
export const ministryGreek = { ...howOfficesDo, ...inVain, ...ministry, ...partners };
