import { goneVersions } from "@kit/definitions";
import { changedDefinition, refusedObjects } from "../../judge/definitions.ts";
import { defineRisk } from "../../judge/define-risk.ts";

const mostObjects = 10;

export const definitionBreaks = defineRisk({
  id: "definition-breaks",
  class: "breaks",
  title: "a definition refuses objects that are here, or is refused itself",
  run(change, { after }) {
    const definition = changedDefinition(change);
    if (definition === undefined) return [];
    const { paths } = definition;
    const objects = refusedObjects(definition, after);
    const more = objects.length - mostObjects;
    return [
      ...goneVersions(definition.before, definition.after).map((name) => ({
        paths,
        reason: `the version ${name} is gone, and objects were stored in it`,
        consequence: `the API server refuses the definition while its status.storedVersions has ${name}`,
      })),
      ...objects.slice(0, mostObjects).map(({ object, what }) => ({
        paths,
        reason: `it refuses ${object}: ${what}`,
        consequence: what.endsWith("is not served any more")
          ? "the API server knows the object no longer under this version, and a sync fails"
          : "no such object is taken anew, and this one at most while what does not fit stays as it is",
      })),
      ...(more > 0 ? [{ paths, reason: `it refuses ${more} more objects that are here` }] : []),
    ];
  },
});
