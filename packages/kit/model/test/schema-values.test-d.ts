// Checked by the compiler alone: each `@ts-expect-error` is an error that authors must get.
import {
  boolean,
  defineCluster,
  defineEnvironment,
  environmentSchema,
  nested,
  number,
  optional,
  record,
  text,
  type EnvironmentOf,
} from "../src/index.ts";

const schema = environmentSchema({
  debug: boolean(),
  ratio: optional(number(0, 1)),
  database: nested({ host: text(), port: optional(number()) }),
  tenants: record(nested({ storage: text() })),
});
type Environment = EnvironmentOf<typeof schema>;

const cluster = defineCluster({
  id: "one",
  nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
});
const base = { id: "dev", environment: "development", namespace: "dev", cluster } as const;
const values = { ...base, debug: true, database: { host: "db" }, tenants: { a: { storage: "1Gi" } } };

defineEnvironment<Environment>(values);
defineEnvironment<Environment>({ ...values, ratio: 0.5, database: { host: "db", port: 5432 }, tenants: {} });
// @ts-expect-error: a word is neither true nor false
defineEnvironment<Environment>({ ...values, debug: "yes" });
// @ts-expect-error: a number as text
defineEnvironment<Environment>({ ...values, ratio: "0.5" });
// @ts-expect-error: what is not optional is missing
defineEnvironment<Environment>({ ...base, debug: true, database: { host: "db" } });
// @ts-expect-error: the same, nested
defineEnvironment<Environment>({ ...values, database: { port: 5432 } });
// @ts-expect-error: a misspelt nested name
defineEnvironment<Environment>({ ...values, database: { host: "db", prot: 5432 } });
// @ts-expect-error: a value of a record
defineEnvironment<Environment>({ ...values, tenants: { a: { storage: 1 } } });

const environment = defineEnvironment<Environment>(values);
environment.database.port satisfies number | undefined;
// @ts-expect-error: it may be left out
environment.ratio satisfies number;
// @ts-expect-error: a name that the record may not have, under noUncheckedIndexedAccess
environment.tenants["b"].storage satisfies string;
