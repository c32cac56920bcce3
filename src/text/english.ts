import catchUp from "./en/catch-up.json" with { type: "json" };
import diary from "./en/diary.json" with { type: "json" };
import charts from "./en/figures/charts.json" with { type: "json" };
import howItWent from "./en/figures/how-it-went.json" with { type: "json" };
import promises from "./en/figures/promises.json" with { type: "json" };
import line from "./en/line.json" with { type: "json" };
import mails from "./en/mails.json" with { type: "json" };
import howOfficesDo from "./en/ministry/how-offices-do.json" with { type: "json" };
import inVain from "./en/ministry/in-vain.json" with { type: "json" };
import ministry from "./en/ministry/ministry.json" with { type: "json" };
import partners from "./en/ministry/partners.json" with { type: "json" };
import office from "./en/office.json" with { type: "json" };
import onboarding from "./en/onboarding.json" with { type: "json" };
import overview from "./en/overview.json" with { type: "json" };
import panel from "./en/panel.json" with { type: "json" };
import plan from "./en/plan.json" with { type: "json" };
import queues from "./en/queues.json" with { type: "json" };
import fields from "./en/refusals/fields.json" with { type: "json" };
import problems from "./en/refusals/problems.json" with { type: "json" };
import retention from "./en/retention.json" with { type: "json" };
import rules from "./en/rules.json" with { type: "json" };
import search from "./en/search.json" with { type: "json" };
import shell from "./en/shell.json" with { type: "json" };
import table from "./en/table.json" with { type: "json" };
import workList from "./en/work-list.json" with { type: "json" };
import { addWords, type Catalogue } from "./text.ts";

/** The pages' words in English: a browser loads them once English is chosen, or is spoken to a citizen. */
const en: Catalogue = {
  ...catchUp,
  ...charts,
  ...diary,
  ...fields,
  ...howItWent,
  ...howOfficesDo,
  ...line,
  ...mails,
  ...office,
  ...onboarding,
  ...overview,
  ...promises,
  ...panel,
  ...plan,
  ...problems,
  ...queues,
  ...retention,
  ...rules,
  ...search,
  ...shell,
  ...table,
  ...workList,
  ...inVain,
  ...ministry,
  ...partners,
};

addWords("en", en);
