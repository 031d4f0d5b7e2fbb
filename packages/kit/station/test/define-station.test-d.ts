import { defineStation, input } from "../src/index.ts";

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

const station = defineStation({
  name: "count",
  scope: "environment",
  inputs: {
    tree: input<Tree>("a type without an end"),
    list: input<readonly { readonly of: ReadonlyMap<string, ReadonlySet<number> | undefined> }[]>("a list of maps"),
    read: input<unknown>("what somebody has read"),
  },
  result: "a number",
  run: ({ list }) => list.length,
});

const result: number = station.run({ tree: "", list: [], read: 1 });
station.run({ tree: String(result), list: [{ of: new Map([["a", new Set([1])]]) }], read: undefined });

// @ts-expect-error an input is missing
station.run({ tree: "", list: [] });
// @ts-expect-error it has no such input
station.run({ tree: "", list: [], read: 1, other: 1 });
// @ts-expect-error an input of another type
station.run({ tree: 1, list: [], read: 1 });

defineStation({
  name: "curious",
  scope: "object",
  inputs: { name: input<string>("a name") },
  result: "a name",
  // @ts-expect-error it reads what it has not declared
  run: ({ name, environment }) => `${name}${environment}`,
});

// @ts-expect-error no scope is called so
defineStation({ name: "lost", scope: "planet", inputs: {}, result: "", run: () => 1 });

// @ts-expect-error a function is not data
input<() => string>("a function");
// @ts-expect-error nor is one in a list of maps
input<readonly ReadonlyMap<string, { readonly run: () => void }>[]>("functions");
// @ts-expect-error nor a method
input<Date>("a date");
// @ts-expect-error nor what comes later
input<Promise<string>>("a promise");
// @ts-expect-error nor a symbol
input<symbol>("a symbol");
