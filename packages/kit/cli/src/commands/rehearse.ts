import { exitCodes } from "@kit/errors";
import { hurts, rehearsalsAsJson, rehearsalsAsMarkdown, rehearsalsAsText, type Rehearsal } from "@kit/rehearse";
import { print } from "@kit/terminal";
import { implement } from "../define/implement.ts";
import definition from "../definitions/rehearse.ts";
import { rehearseEnvironments } from "../rehearse/rehearse-environments.ts";

const formats = { text: rehearsalsAsText, markdown: rehearsalsAsMarkdown, json: rehearsalsAsJson };

export default implement(definition, async ({ root, positionals, values, format }) => {
  const rehearsals: Rehearsal[] = [];
  const all = rehearseEnvironments(root, positionals, values.from);
  for await (const rehearsal of all) rehearsals.push(rehearsal);
  print(formats[format](rehearsals));
  return rehearsals.some(hurts) ? exitCodes.finding : exitCodes.ok;
});
