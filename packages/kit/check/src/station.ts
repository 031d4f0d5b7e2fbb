import { defineStation, input } from "@kit/station";
import { check, type CheckedEnvironment } from "./check.ts";

/**
 * From environments to what is wrong with them. Each check says for itself what of this it needs, and its scope follows from
 * that: `scopeOf`.
 */
export const checkStation = defineStation({
  name: "check",
  scope: "repository",
  inputs: {
    environments: input<readonly CheckedEnvironment[]>(
      "the environments, with their objects and what is known of them",
    ),
    today: input<string>("the day, as `2026-01-31`: exemptions end"),
  },
  result: "what is wrong and not exempted",
  run: ({ environments, today }) => check(environments, { today }),
});
