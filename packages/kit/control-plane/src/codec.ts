import { join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import { buildGoProgram, run, sourcesIn, type GoBuildOptions } from "@kit/programs";

/** The API server's own code that reads objects and writes them: it decodes, fills in, and validates nothing. */
export interface Codec {
  /** The types of all kinds, as Go has them. */
  readonly types: () => Promise<GoTypes>;
  /**
   * What the server makes of objects before it validates them, in their order.
   *
   * @returns `{ refused }` in place of one that it cannot decode.
   */
  readonly answers: (objects: readonly unknown[]) => Promise<Readonly<Record<string, unknown>>[]>;
}

/** Types of Go, by name. */
export interface GoTypes {
  /** The type of each kind, by API version and kind. */
  readonly kinds: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The fields of each type, by their names in JSON. */
  readonly types: Readonly<Record<string, Readonly<Record<string, GoField>>>>;
}

export interface GoField {
  /** That of a value, of an item or of a map's value: the name of a type, else `string`, `Quantity`, `any` and such. */
  readonly type: string;
  readonly in?: "list" | "map" | "map of list" | "map of map";
  /** Whether nothing and the zero of its type are two values. */
  readonly pointer?: true;
}

/**
 * The codec, built once with the machine's Go into the user's cache.
 *
 * @throws EnvironmentFailure where Go cannot build it.
 */
export async function prepareCodec(options: GoBuildOptions): Promise<Codec> {
  const sources = sourcesIn(join(import.meta.dirname, "../engine/codec"));
  const [, version = ""] = /k8s\.io\/kubernetes v(\S+)/.exec(sources["go.mod"] ?? "") ?? [];
  const file = await buildGoProgram({ name: "api-codec", version, sources }, options);
  const ask = async (args: readonly string[], input: string): Promise<string> => {
    const { exitCode, stdout, stderr } = await run(file, args, { env: options.env, input });
    if (exitCode === 0) return stdout;
    const what = `the codec of Kubernetes ended with ${exitCode}:\n${stderr.trim()}`;
    throw new EnvironmentFailure("subprocess-failed", what, "start again; where it happens again, see what it says");
  };
  return {
    types: async () => JSON.parse(await ask(["types"], "")) as GoTypes,
    async answers(objects) {
      const lines = await ask([], objects.map((object) => `${JSON.stringify(object)}\n`).join(""));
      return lines
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    },
  };
}
