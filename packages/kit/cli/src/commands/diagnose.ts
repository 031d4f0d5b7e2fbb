import { preparePrograms } from "@kit/control-plane";
import { exitCodes } from "@kit/errors";
import { findKustomize } from "@kit/render";
import { print, progress } from "@kit/terminal";
import { forJson } from "@kit/text";
import { implement } from "../define/implement.ts";
import definition from "../definitions/diagnose.ts";
import { diagnosisText } from "../diagnose/diagnosis-text.ts";
import { findCaches } from "../diagnose/find-caches.ts";
import { findTools } from "../diagnose/find-tools.ts";
import { isLacking } from "../diagnose/tool.ts";

export default implement(definition, async ({ root, values, format }) => {
  const { env } = process;
  if (values.fix === true) {
    await findKustomize({ env, onProgress: progress });
    await preparePrograms({ components: ["scheduler", "controllers", "kwok"], env, onProgress: progress });
  }
  const [tools, caches] = await Promise.all([findTools(root, env), findCaches(root, env)]);
  print(format === "json" ? `${forJson({ tools, caches })}\n` : diagnosisText(tools, caches));
  return isLacking(tools) ? exitCodes.finding : exitCodes.ok;
});
