import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "gitops",
  about: "explains what Argo CD or Flux syncs",
  title: "Explains what Argo CD or Flux syncs, from where to where, and how to begin.",
  usage: [""],
  options: {},
  formats: { text: "", json: "the plan: per environment the path, the cluster, the namespaces and the policy" },
  notes:
    "Reads packages/gitops and generated/rendered, so run `pnpm build` first, which also writes the objects of Argo CD and Flux to generated/gitops. It needs no cluster. docs/gitops.md has the way from an empty cluster to a synced one.",
  exits: { 0: "explained" },
});
