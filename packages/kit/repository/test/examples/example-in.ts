/** What an example shows: manifests that are judged by themselves, or files of a repository, by their paths. */
export interface Example {
  readonly manifests: string;
  readonly files: Readonly<Record<string, string>>;
}

/** The example in a section of a check's page. A block that begins with a path in a comment is that file. */
export function exampleIn(page: string, section: string): Example {
  const text = page.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? "";
  const blocks = [...text.matchAll(/^```(?:yaml|ts)\n(.*?)^```$/gms)].map(([, block]) => block!);
  const files = blocks.flatMap((block): [string, string][] => {
    const path = /^(?:#|\/\/) (\S+\.(?:yaml|ts))\n/.exec(block)?.[1];
    return path === undefined ? [] : [[path, expand(block)]];
  });
  const manifests = blocks.filter((block) => !/^(?:#|\/\/) \S+\.(?:yaml|ts)\n/.test(block));
  return { manifests: expand(manifests.join("---\n")), files: Object.fromEntries(files) };
}

/** `<a × 64>` stands for 64 letters. */
function expand(text: string): string {
  return text.replaceAll(/<(.+?) × (\d+)>/g, (_, part: string, times: string) => part.repeat(Number(times)));
}
