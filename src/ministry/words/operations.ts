import type { Operations } from "../../platform/http/contract/published.ts";

/** What the published contract says of it. */
export const WORDS_OPERATIONS: Operations = {
  words: {
    about:
      "What people call the services, what they look for at a KEP that others do, and what they looked for in vain",
    operations: {
      "PUT /api/ministry/services/{code}/words": ["changeServiceWords", "Change what people call a service"],
      "GET /api/ministry/words": ["listWords", "What people call the services, and what they look for in vain"],
      "GET /api/ministry/words/search": ["tryWords", "What a citizen finds by such words"],
      "POST /api/ministry/referrals": ["addReferral", "Add what KEP do not do, and who does it"],
      "PUT /api/ministry/referrals/{code}": ["changeReferral", "Change what KEP do not do, and who does it"],
      "DELETE /api/ministry/referrals/{code}": ["removeReferral", "Remove what KEP do not do"],
    },
  },
};
