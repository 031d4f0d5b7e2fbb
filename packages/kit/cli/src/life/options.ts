/** What the commands that rename, move and delete have in common. */
export const lifeOptions = {
  all: { type: "boolean", about: "Fold nothing: name all objects." },
  "dry-run": { type: "boolean", about: "Show all of it, and write nothing." },
  "no-install": { type: "boolean", about: "Do not run pnpm install afterwards." },
  yes: { type: "boolean", about: "Do not ask. Without a terminal nothing is done without it." },
} as const;

export const lifeNotes =
  "First builds a copy of the repository with the change, and shows which files change and what a sync would do: delete, keep, make anew. Then asks. Sources and overlays are edited in place: comments and order stay. Nothing is written when anything is refused: where the copy does not build, where something would be lost that is not committed. generated/ is written, too. docs/life-of-a-service.md says more.";

export const lifeExits = { 0: "done", 1: "done, and the checks find something" };
