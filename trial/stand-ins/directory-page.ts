import { type Html, html } from "../../src/platform/text/html.ts";
import { textIn } from "../../src/text/text.ts";
import { type Gates, gatesOf } from "./directory-answers.ts";
import { gatesText } from "./gates-text.ts";
import { standInPage } from "./page.ts";
import { PEOPLE } from "./people.ts";
import "../../src/text/server.ts";

const t = textIn("el");

export function directoryPage(gates: Gates): Html {
  const rows = PEOPLE.map(
    (person) => html`<tr>
<th scope="row">${person.firstName} ${person.lastName} (${person.id})</th>
<td>${gatesText(gatesOf(gates, person))}</td>
</tr>
`,
  );
  return standInPage(
    t("standIn.directory-title"),
    html`<table>
<thead><tr><th scope="col">${t("standIn.directory-person")}</th><th scope="col">${t("standIn.directory-gates")}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`,
  );
}
