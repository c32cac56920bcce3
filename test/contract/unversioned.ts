/**
 * Routes that write without the version that was seen (If-Match), and why that overrules nobody unseen. Whatever else changes
 * something that exists asks for it; a new route stands here with its reason, or is versioned.
 */
type Why = "new" | "looks" | "named" | "idempotent" | "own";

/** new: makes something, once by its key. looks: writes nothing that others read. named: its body or address names what was seen. */
export const UNVERSIONED: Readonly<Record<string, Why>> = {
  "POST /api/offices/{office}/appointments": "new",
  "POST /api/offices/{office}/tickets": "new",
  "POST /api/offices/{office}/walk-ins": "new",
  "POST /api/offices/{office}/queues": "new",
  "POST /api/offices/{office}/queues/additions": "new",
  "POST /api/offices/{office}/exceptions": "new",
  "POST /api/offices/{office}/entrance-screens": "new",
  "POST /api/offices/{office}/diary-imports": "new",
  "POST /api/offices/{office}/mails/{id}/resend": "new",
  "POST /api/ministry/closures": "new",
  "POST /api/ministry/holidays": "new",
  "POST /api/ministry/services": "new",
  "POST /api/ministry/referrals": "new",
  "POST /api/ministry/public-booking": "new",
  // Made from those in place, whose version it names itself
  "POST /api/ministry/questions": "new",
  "POST /api/ministry/partners": "new",
  "POST /api/ministry/partners/{id}/keys": "new",
  "POST /api/public/v1/partner/appointments": "new",
  "POST /api/offices/{office}/prints": "new",
  "POST /api/public/v1/printer/numbers": "new",

  // The versions of the appointments concerned are in the body
  "POST /api/offices/{office}/queues/{number}/next": "named",
  "POST /api/offices/{office}/work-list": "named",
  "POST /api/offices/{office}/days/{date}/catch-up": "named",
  // Each names one act, which is taken back once and not when anything of it has changed since
  "POST /api/offices/{office}/next/{id}/undo": "named",
  "POST /api/offices/{office}/rule-changes/{id}/undo": "named",
  "POST /api/offices/{office}/diary-imports/{id}/undo": "named",
  "POST /api/offices/{office}/catch-ups/{id}/undo": "named",
  // A closure that is changed gets another id
  "PUT /api/ministry/closures/{id}": "named",
  "DELETE /api/ministry/closures/{id}": "named",
  // What is never changed goes once
  "DELETE /api/ministry/public-booking/{id}": "named",
  "DELETE /api/offices/{office}/entrance-screens/{id}": "named",
  "DELETE /api/ministry/partners/{id}/keys/{key}": "idempotent",
  // By the key of the press that gave it, and only as long as nobody has done anything with it
  "POST /api/public/v1/printer/numbers/withdrawal": "named",

  // If-Match may come with these
  "POST /api/offices/{office}/appointments/{id}/arrival": "idempotent",
  "POST /api/offices/{office}/appointments/{id}/service-start": "idempotent",
  "POST /api/offices/{office}/appointments/{id}/completion": "idempotent",
  "POST /api/offices/{office}/appointments/{id}/no-show": "idempotent",
  "POST /api/offices/{office}/appointments/{id}/departure": "idempotent",
  "POST /api/offices/{office}/arrivals": "idempotent",
  "POST /api/public/v1/partner/webhook/replay": "idempotent",
  "POST /api/public/v1/printer/prints/{id}/done": "idempotent",

  // The caller's alone
  "DELETE /api/offices/{office}/sheet-offer": "own",
  "POST /api/offices/{office}/fillings": "own",
  "POST /api/offices/{office}/letter-tests": "own",
  "POST /api/public/v1/printer/heartbeat": "own",

  "POST /api/offices/{office}/appointment-searches": "looks",
  "POST /api/offices/{office}/namesakes": "looks",
  "POST /api/offices/{office}/service-searches": "looks",
  "POST /api/offices/{office}/queues/{number}/archival/proposals": "looks",
  "POST /api/offices/{office}/queues/{number}/hiding/proposals": "looks",
  "POST /api/offices/{office}/queues/{number}/activation/proposals": "looks",
  "POST /api/offices/{office}/queues/{number}/deactivation/proposals": "looks",
  "POST /api/offices/{office}/queues/{number}/hours/proposals": "looks",
  "POST /api/offices/{office}/exceptions/proposals": "looks",
  "POST /api/offices/{office}/exceptions/{id}/proposals": "looks",
  "POST /api/offices/{office}/letter-previews": "looks",
  "POST /api/offices/{office}/diary-previews": "looks",
  "POST /api/ministry/letter-previews": "looks",
  "POST /api/ministry/closures/preview": "looks",
  "POST /api/ministry/closures/{id}/removal-preview": "looks",
  "POST /api/ministry/holidays/preview": "looks",
  "POST /api/ministry/services/{code}/preview": "looks",
  "POST /api/ministry/retention/preview": "looks",
  "POST /api/ministry/public-booking/preview": "looks",
  "POST /api/ministry/public-booking/{id}/closing-preview": "looks",
};
