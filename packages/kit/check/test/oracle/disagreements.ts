// node packages/kit/check/test/oracle/disagreements.ts [kind or file…]
import { compareCorpus } from "./compare.ts";
import { formatDisagreements } from "./format-disagreements.ts";
import { formatTable } from "./format-table.ts";
import { isKnown } from "./known-disagreements.ts";

const wanted = process.argv.slice(2).map((argument) => argument.toLowerCase());
const compared = compareCorpus().filter(
  ({ kind, file }) => wanted.length === 0 || wanted.includes(kind.toLowerCase()) || wanted.includes(file),
);
const unknown = compared.filter((one) => !isKnown(one));
process.stdout.write(`${formatDisagreements(unknown)}\n${formatTable(compared)}`);
