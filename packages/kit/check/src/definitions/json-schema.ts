import { isMap } from "@kit/kube";
import type { Json, Loose } from "@kit/kube";

/** A schema in a CustomResourceDefinition. What is of a wrong type is as if it were not there. */
export class JsonSchema {
  readonly said: Loose;

  constructor(said: Loose) {
    this.said = said;
  }

  /** Undefined where the value is not a schema. */
  static of(value: unknown): JsonSchema | undefined {
    return isMap(value as Json | undefined) ? new JsonSchema(value as Loose) : undefined;
  }

  text(word: string): string | undefined {
    const value = this.said[word];
    return typeof value === "string" && value !== "" ? value : undefined;
  }

  number(word: string): number | undefined {
    const value = this.said[word];
    return typeof value === "number" ? value : undefined;
  }

  is(word: string): boolean {
    return this.said[word] === true;
  }

  /** Whether it says something there: `null` is nothing. */
  has(word: string): boolean {
    return this.said[word] !== undefined && this.said[word] !== null;
  }

  texts(word: string): readonly string[] {
    return this.list(word).filter((one) => typeof one === "string");
  }

  list(word: string): readonly unknown[] {
    const value = this.said[word];
    return Array.isArray(value) ? (value as unknown[]) : [];
  }

  schema(word: string): JsonSchema | undefined {
    return JsonSchema.of(this.said[word]);
  }

  schemas(word: string): readonly JsonSchema[] {
    return this.list(word).flatMap((one) => JsonSchema.of(one) ?? []);
  }

  /** Of `properties`: by their names. */
  get properties(): ReadonlyMap<string, JsonSchema> {
    return (this.#properties ??= new Map(
      Object.entries(this.schema("properties")?.said ?? {}).flatMap(([name, value]): [string, JsonSchema][] => {
        const schema = JsonSchema.of(value ?? {});
        return schema === undefined ? [] : [[name, schema]];
      }),
    ));
  }

  #properties: ReadonlyMap<string, JsonSchema> | undefined;
}
