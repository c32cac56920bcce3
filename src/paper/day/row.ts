import { type Html, html } from "../../platform/text/html.ts";
import type { Text } from "../../text/text.ts";
import type { ClosedLine, VisitLine } from "./lines.ts";
import type { PageLine } from "./pages.ts";

/** One row of a day's sheet. */
export function rowOf(line: PageLine, hasPhones: boolean, t: Text): Html {
  switch (line.kind) {
    case "visit":
      return visitRow(line, hasPhones, t);
    case "closed":
      return closedRow(line, hasPhones);
    case "queue":
      return queueRow(`${line.name}, ${t("paper.visits", { count: line.count })}`, hasPhones);
    case "continued":
      return queueRow(t("paper.queue-continued", { queue: line.name }), hasPhones);
    case "blank":
      return blankRow(hasPhones);
  }
}

const BOX = html`<span class="box"></span>`;
const TICKED = html`<span class="box">✓</span>`;

function visitRow({ visit, person, service, phone, isHour }: VisitLine, hasPhones: boolean, t: Text): Html {
  const hasCome = ["arrived", "in-service", "served", "left"].includes(visit.status);
  return html`<tr class="visit${isHour ? " hour" : ""}"><td class="time">${visit.time}</td><td class="queue">${visit.queue}</td><td class="person ${person.size}"><b>${person.first}</b> ${person.rest}</td><td class="service ${service.size}">${service.name}</td>${
    hasPhones ? html`<td class="phone">${phone}</td>` : null
  }<td class="minutes">${visit.minutes}</td><td class="arrived">${hasCome ? TICKED : BOX}</td><td class="served">${
    visit.status === "served" ? TICKED : BOX
  }</td><td class="note">${noteOf(visit, t)}</td></tr>
`;
}

/** What is known already where a hand writes the rest. */
const noteOf = ({ status, channel }: VisitLine["visit"], t: Text): string => {
  if (status === "no-show") return t("paper.no-show");
  if (status === "left") return t("paper.left");
  return channel === "online" ? t("paper.online") : "";
};

const closedRow = ({ queue, text, size, isHour }: ClosedLine, hasPhones: boolean): Html =>
  html`<tr class="closed${isHour ? " hour" : ""}"><td class="time"></td><td class="queue">${queue}</td><td colspan="${
    hasPhones ? 7 : 6
  }" class="${size}">${text}</td></tr>
`;

const queueRow = (words: string, hasPhones: boolean): Html =>
  html`<tr class="of-queue"><td colspan="${hasPhones ? 9 : 8}"><strong>${words}</strong></td></tr>
`;

const blankRow = (hasPhones: boolean): Html =>
  html`<tr class="blank"><td class="time"></td><td class="queue"></td><td class="person"></td><td class="service"></td>${
    hasPhones ? html`<td class="phone"></td>` : null
  }<td class="minutes"></td><td class="arrived">${BOX}</td><td class="served">${BOX}</td><td class="note"></td></tr>
`;
