import { UserError } from "@kit/errors";

type Formats<Format> = { readonly text: Format; readonly markdown: Format; readonly json: Format };

/** What `--format` and `--json` of a command ask for. Default: text. */
export function formatOption<Format>(
  { format, json }: { readonly format?: string | undefined; readonly json?: boolean | undefined },
  formats: Formats<Format>,
): Format {
  if (json === true && format === undefined) return formats.json;
  if (json !== true && (format === undefined || format === "text" || format === "markdown")) {
    return formats[format ?? "text"];
  }
  throw new UserError({
    code: "argument-value",
    what: json === true ? "--json and --format cannot be given together" : `--format cannot be ${format}`,
    where: "the command's arguments",
    next: "write --format text, --format markdown or --json",
  });
}
