import type { Operations } from "../../platform/http/contract/published.ts";

/** What the published contract says of it. */
export const PRINTER_OPERATIONS: Operations = {
  printers: {
    about: "The office's printers, and the numbers that its counters have printed",
    operations: {
      "GET /api/offices/{office}/printers": ["listPrinters", "Printers of the office, their paper, and who is silent"],
      "POST /api/offices/{office}/prints": ["printNumber", "Have the number of somebody who waits printed"],
    },
  },
  printer: {
    about:
      "For ticket printers of any maker: give a number, print this, I live; the device's key, which the office's head makes, goes as a bearer token",
    operations: {
      "GET /api/public/v1/printer/groups": [
        "getButtons",
        "What the buttons say, in each language, and why no numbers are given where none are",
      ],
      "POST /api/public/v1/printer/numbers": [
        "takeNumber",
        "The day's next number, once for each key: repeat a press with its own until it is answered. Refused as day-full it is noted that somebody was turned away, and the answer has lines to print instead",
      ],
      "POST /api/public/v1/printer/numbers/withdrawal": [
        "withdrawNumber",
        "The number of this key came on no paper: it is taken back, and given to nobody else",
      ],
      "POST /api/public/v1/printer/heartbeat": [
        "sendHeartbeat",
        "The device lives, and how its paper stands; the answer has what the counters want printed",
      ],
      "POST /api/public/v1/printer/prints/{id}/done": [
        "confirmPrint",
        "It is on paper, and handed out no more; said twice it is the same",
      ],
    },
  },
};
