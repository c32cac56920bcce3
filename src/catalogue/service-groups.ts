/** What people say at the entrance that they need, and under what the ministry has each service; the last one says nothing of it. Browser-safe. */
export const SERVICE_GROUPS = ["signatures", "certificates", "vehicles", "benefits", "collection", "other"] as const;
export type ServiceGroup = (typeof SERVICE_GROUPS)[number];
