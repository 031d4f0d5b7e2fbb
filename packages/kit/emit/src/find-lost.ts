import { shown } from "@kit/errors";

/** A value that would not survive, and why. */
export interface Lost {
  /** Such as `data.FRONTEND_URL` or `spec.ports[0]`. */
  readonly path: string;
  readonly why: string;
  readonly next: string;
}

/**
 * Values that JSON or kustomize cannot carry unchanged: `undefined`, functions, `NaN`, and those that
 * kustomize itself loses (the key `<<`, U+0085, negative zero, half a surrogate pair). Each was seen to be
 * lost by `kustomize build`; docs/output.md lists them.
 */
export function findLost(value: unknown, path = ""): Lost[] {
  if (typeof value === "string") return lostText(value, path);
  if (typeof value === "number") return lostNumber(value, path);
  if (typeof value === "boolean" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => findLost(item, `${path}[${index}]`));
  if (isPlainObject(value)) {
    return Object.entries(value).flatMap(([key, child]) => {
      const childPath = path === "" ? key : `${path}.${key}`;
      return [...lostKey(key, childPath), ...findLost(child, childPath)];
    });
  }
  if (value === undefined) {
    return [{ path, why: "is undefined", next: "give it a value, or null to remove it in a patch" }];
  }
  return [
    {
      path,
      why: `is ${describe(value)}, which YAML cannot hold`,
      next: "write it as a string, number, boolean, list or map",
    },
  ];
}

function lostText(text: string, path: string): Lost[] {
  if (text.includes("\u0085")) {
    return [{ path, why: "has the character U+0085, which kustomize turns into a space", next: "write \\n instead" }];
  }
  if (!text.isWellFormed()) {
    return [
      {
        path,
        why: "has half of a surrogate pair, which is no character",
        next: "cut strings by character, not by code unit",
      },
    ];
  }
  return [];
}

function lostNumber(value: number, path: string): Lost[] {
  if (!Number.isFinite(value))
    return [{ path, why: `is ${value}, which JSON cannot hold`, next: "write a finite number" }];
  if (Object.is(value, -0)) return [{ path, why: "is -0, which kustomize turns into 0", next: "write 0" }];
  return [];
}

function lostKey(key: string, path: string): Lost[] {
  if (key === "<<")
    return [{ path, why: "is the key <<, which YAML 1.1 reads as a merge", next: "name the key differently" }];
  return lostText(key, path);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  return typeof value === "object" ? `a ${value?.constructor.name ?? "object"}` : shown(value);
}
