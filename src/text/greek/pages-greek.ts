import catchUp from "../el/catch-up.json" with { type: "json" };
import diary from "../el/diary.json" with { type: "json" };
import charts from "../el/figures/charts.json" with { type: "json" };
import howItWent from "../el/figures/how-it-went.json" with { type: "json" };
import promises from "../el/figures/promises.json" with { type: "json" };
import office from "../el/office.json" with { type: "json" };
import onboarding from "../el/onboarding.json" with { type: "json" };
import overview from "../el/overview.json" with { type: "json" };
import queues from "../el/queues.json" with { type: "json" };
import problems from "../el/refusals/problems.json" with { type: "json" };
import rules from "../el/rules.json" with { type: "json" };

/** What is said by pages that are opened from the day, and by no part of it. */
export const pagesGreek = {
  ...catchUp,
  ...charts,
  ...diary,
  ...howItWent,
  ...office,
  ...onboarding,
  ...overview,
  ...problems,
  ...promises,
  ...queues,
  ...rules,
};
