/** What was thrown, on one line: packages throw anything. */
export function describeThrown(thrown: unknown): string {
  try {
    if (thrown instanceof Error) return `${thrown.name}: ${thrown.message}`;
    return typeof thrown === "string" ? JSON.stringify(thrown) : String(thrown);
  } catch {
    return "something that cannot even be shown";
  }
}

/** The stack of what was thrown; empty where it has none. */
export function stackOf(thrown: unknown): string {
  try {
    const { stack } = (thrown ?? {}) as { readonly stack?: unknown };
    return typeof stack === "string" ? stack : "";
  } catch {
    return "";
  }
}

/**
 * The innermost place of a stack that is in a system's package, from the repository's root with line and column;
 * undefined where there is none.
 */
export function packagePlace(stack: string, root: string): string | undefined {
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  const places = frames.map((frame) => {
    const line = decoded(frame);
    const start = line.lastIndexOf(`${root}/packages/`);
    return start === -1 ? "" : line.slice(start + root.length + 1).replace(/\)$/, "");
  });
  return places.find((place) => place !== "" && !/^packages\/kit\/|\/node_modules\//.test(place));
}

/** The package's folder in what `packagePlace` says. */
export function packageOf(place: string): string {
  const [packages, system, name = ""] = place.split("/");
  return name === "src" || name.includes(":") ? `${packages}/${system}` : `${packages}/${system}/${name}`;
}

// Node writes a module's place as an URL.
function decoded(frame: string): string {
  if (!frame.includes("file://")) return frame;
  try {
    return decodeURIComponent(frame);
  } catch {
    return frame;
  }
}
