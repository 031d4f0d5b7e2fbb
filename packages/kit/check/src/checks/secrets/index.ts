import { configMapSensitive } from "./config-map-sensitive.ts";
import { envLiteralSecret } from "./env-literal-secret.ts";
import { secretConsumerIdle } from "./secret-consumer-idle.ts";
import { secretConsumerUnlisted } from "./secret-consumer-unlisted.ts";
import { secretInBrowser } from "./secret-in-browser.ts";
import { secretInGit } from "./secret-in-git.ts";
import { secretKeyUnread } from "./secret-key-unread.ts";
import { sopsKeyOrder } from "./sops-key-order.ts";

/** Secrets where they do not belong, and contracts that are not kept. */
export const secrets = [
  configMapSensitive,
  envLiteralSecret,
  secretConsumerIdle,
  secretConsumerUnlisted,
  secretInBrowser,
  secretInGit,
  secretKeyUnread,
  sopsKeyOrder,
] as const;
