import { changedDefinition, firstOf } from "../../judge/definitions.ts";
import { defineRisk } from "../../judge/define-risk.ts";

export const definitionNarrowed = defineRisk({
  id: "definition-narrowed",
  class: "caution",
  title: "a definition may refuse what it took before",
  run(change) {
    const definition = changedDefinition(change);
    const narrower = (definition?.changes ?? []).filter(({ breaks }) => breaks).map(({ what }) => what);
    if (definition === undefined || narrower.length === 0) return [];
    const reason = firstOf(narrower);
    const consequence = "objects of its kind that are not here may be refused when they are next written";
    return [{ paths: definition.paths, reason, consequence }];
  },
});
