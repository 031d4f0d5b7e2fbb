export { readConnection } from "./connection.ts";
export { readComment } from "./comment-text.ts";
export { syncComment } from "./sync-comment.ts";
export type { Connection } from "./connection.ts";
export type { SyncedComment } from "./sync-comment.ts";
