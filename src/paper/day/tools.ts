import type { Html } from "../../platform/text/html.ts";
import { textIn } from "../../text/text.ts";
import { daySheetAddress } from "../address.ts";
import { type DaySheetQuery, SHEET_ORDERS, SHOWN_PHONES } from "../contract.ts";
import { type Reader, toolsOf } from "../frame.ts";
import { queueAndEmployee } from "./lines.ts";
import type { DaySheet } from "./print-day.ts";
import "../../text/server.ts";

/** What else the sheet could show: each choice is another print. */
export function dayTools({ office, wish, allQueues, print: { date } }: DaySheet, reader: Reader): Html {
  const t = textIn(reader.language);
  const { order, phones, queue } = wish;
  const choice = (label: string, change: Partial<DaySheetQuery>) => ({
    label,
    address: daySheetAddress(office.code, date, { order, queue, phones, language: reader.language, ...change }),
  });
  const queues = [
    { ...choice(t("paper.queues-all"), { queue: undefined }), isChosen: queue === undefined },
    ...allQueues.map((each) => ({
      ...choice(queueAndEmployee(each, t), { queue: each.number }),
      isChosen: each.number === queue,
    })),
  ];
  const groups = [
    {
      name: t("paper.order"),
      choices: SHEET_ORDERS.map((each) => ({
        ...choice(t(`paper.order-${each}`), { order: each }),
        isChosen: each === order,
      })),
    },
    { name: t("paper.queues"), choices: queues },
    {
      name: t("paper.phones"),
      choices: SHOWN_PHONES.map((each) => ({
        ...choice(t(`paper.phones-${each}`), { phones: each }),
        isChosen: each === phones,
      })),
    },
  ];
  const back = {
    label: t("paper.back"),
    address: `/offices/${encodeURIComponent(office.code)}/days/${date}`,
  };
  return toolsOf({ back, groups }, reader);
}
