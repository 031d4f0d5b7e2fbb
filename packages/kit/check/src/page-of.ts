import { apiValidity } from "./checks/api-validity/index.ts";

/**
 * The page of a check, from the repository's root: one of its own, or its row in the table of those that say what the API
 * server refuses.
 */
export function pageOf(check: string): string {
  return apiValidity.some(({ id }) => id === check)
    ? `docs/checks/api-validity.md#${check}`
    : `docs/checks/${check}.md`;
}
