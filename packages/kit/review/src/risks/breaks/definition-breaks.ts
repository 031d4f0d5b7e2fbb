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
        consequence: "the API server refuses the object when it is next applied",
      })),
      ...(more > 0 ? [{ paths, reason: `it refuses ${more} more objects that are here` }] : []),
    ];
  },
});
