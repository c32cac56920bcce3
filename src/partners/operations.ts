import type { Operations, Webhooks } from "../platform/http/contract/published.ts";

/** What the published contract says of it. */
export const PARTNER_OPERATIONS: Operations = {
  partners: {
    about: "The ministry accredits systems of others, gives them keys and takes these back",
    operations: {
      "GET /api/ministry/partners": ["listPartners", "The systems that are accredited, their keys and notices"],
      "POST /api/ministry/partners": ["addPartner", "Accredit one; its key and secret are shown this once"],
      "POST /api/ministry/partners/{id}/keys": ["issueKey", "One more key, shown this once"],
      "DELETE /api/ministry/partners/{id}/keys/{key}": ["revokeKey", "From then on the key opens nothing"],
      "PUT /api/ministry/partners/{id}/webhook": ["changeWebhook", "Where it is told, with a new secret; or nowhere"],
    },
  },
  partnerBooking: {
    about:
      "For accredited systems: book for citizens, by the same rules as the pages; the key goes as a bearer token. While the operator has a system wait, all it asks is refused (403 partner-paused), and its notices come afterwards",
    operations: {
      "POST /api/public/v1/partner/appointments": [
        "bookForCitizen",
        "Book an appointment for somebody: of each day one system gets a share of the office's public places (409 partner-share-taken), and in a day no more than so many appointments (429 partner-day-full, Retry-After until the next)",
      ],
      "GET /api/public/v1/partner/appointments/{id}": [
        "getOwnAppointment",
        "An appointment that this key's owner booked",
      ],
      "POST /api/public/v1/partner/appointments/{id}/move": [
        "moveForCitizen",
        "Move it to another free time; another day as long as the system's share of it lasts",
      ],
      "POST /api/public/v1/partner/appointments/{id}/cancellation": ["cancelForCitizen", "Cancel it"],
      "POST /api/public/v1/partner/webhook/replay": [
        "replayNotices",
        "Send again what happened since then: notices are signed as Standard Webhooks says, and may come more than once",
      ],
    },
  },
};

/** What partners are sent. */
export const PARTNER_WEBHOOKS: Webhooks = {
  appointmentNotice: {
    tag: "partnerBooking",
    operation: [
      "receiveNotice",
      "What became of an appointment that it booked, by whomever: at least once, and of one appointment in order. Signed as Standard Webhooks says; tried for 72 hours until it is answered with 2xx within ten seconds",
    ],
    headers: {
      "webhook-id": "The same for every repetition",
      "webhook-timestamp": "When it is sent, in seconds since 1970: refuse what is old",
      "webhook-signature": "v1, and the HMAC-SHA-256 of id, timestamp and body by the secret that was shown once",
    },
    schema: "AppointmentNotice",
  },
};
