import { changedDefinition, firstOf } from "../../judge/definitions.ts";
import { defineRisk } from "../../judge/define-risk.ts";

export const definitionWidened = defineRisk({
  id: "definition-widened",
  class: "routine",
  title: "a definition takes all that it took before",
  run(change) {
    const definition = changedDefinition(change);
    if (definition === undefined || definition.changes.some(({ breaks }) => breaks)) return [];
    const wider = definition.changes.map(({ what }) => what);
    const reason = wider.length === 0 ? "it takes what it took before" : firstOf(wider);
    return [{ paths: definition.paths, reason, consequence: "objects of its kind stay as they are" }];
  },
});
