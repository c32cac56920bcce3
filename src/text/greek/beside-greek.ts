import line from "../el/line.json" with { type: "json" };
import mails from "../el/mails.json" with { type: "json" };
import panel from "../el/panel.json" with { type: "json" };
import fields from "../el/refusals/fields.json" with { type: "json" };
import retention from "../el/retention.json" with { type: "json" };
import search from "../el/search.json" with { type: "json" };
import workList from "../el/work-list.json" with { type: "json" };

/** What is said beside the day and over it: in panels, tables, results and forms. */
export const besideGreek = { ...fields, ...line, ...mails, ...panel, ...retention, ...search, ...workList };
