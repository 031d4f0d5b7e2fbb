import { UserError } from "@kit/errors";

type Formats<Format> = { readonly text: Format; readonly markdown: Format; readonly json: Format };

/** What `--format` and `--json` of a command ask for. Default: text. */
export function formatOption<Format>(
  { format = "text", json }: { readonly format?: string | undefined; readonly json?: boolean | undefined },
  formats: Formats<Format>,
): Format {
  if (json === true && format === "text") return formats.json;
  if (json !== true && (format === "text" || format === "markdown")) return formats[format];
  throw new UserError({
    code: "argument-value",
    what: json === true ? "--json and --format cannot be given together" : `--format cannot be ${format}`,
    where: "the command's arguments",
    next: "write --format text, --format markdown or --json",
  });
}
