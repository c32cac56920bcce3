import * as enCatchUp from "./en/catch-up.ts";
import * as enDiary from "./en/diary.ts";
import * as enMails from "./en/mails.ts";
import * as enMinistry from "./en/ministry/ministry.ts";
import * as enPartners from "./en/ministry/partners.ts";
import * as enOffice from "./en/office.ts";
import * as enOnboarding from "./en/onboarding.ts";
import * as enOverview from "./en/overview.ts";
import * as enPanel from "./en/panel.ts";
import * as enPlan from "./en/plan.ts";
import * as enProblems from "./en/problems.ts";
import * as enQueues from "./en/queues.ts";
import * as enRetention from "./en/retention.ts";
import * as enRules from "./en/rules.ts";
import * as enSearch from "./en/search.ts";
import * as enShell from "./en/shell.ts";
import * as enTable from "./en/table.ts";
import * as enWorkList from "./en/work-list.ts";
import { addWords, type Catalogue } from "./text.ts";

/** The pages' words in English: a browser loads them once English is chosen, or is spoken to a citizen. */

const en: Catalogue = {
  shell: enShell.shell,
  form: enShell.form,
  plan: enPlan.plan,
  office: enOffice.office,
  mails: enMails.mails,
  ministry: enMinistry.ministry,
  panel: enPanel.panel,
  partners: enPartners.partners,
  live: enShell.live,
  onboarding: enOnboarding.onboarding,
  overview: enOverview.overview,
  retention: enRetention.retention,
  rules: enRules.rules,
  workList: enWorkList.workList,
  queues: enQueues.queues,
  search: enSearch.search,
  table: enTable.table,
  problem: enProblems.problems,
  field: enProblems.fields,
  diary: enDiary.diary,
  catchUp: enCatchUp.catchUp,
  waiting: enPlan.waiting,
};

addWords("en", en);
