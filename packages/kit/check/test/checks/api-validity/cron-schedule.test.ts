import { cronSchedule } from "../../../src/checks/api-validity/cron-schedule.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["cronJob", {}],
  ["cronJob", { "spec.schedule": " 1 2 3 4 5 " }],
  ["cronJob", { "spec.schedule": "*-5 * * * *" }],
  ["cronJob", { "spec.schedule": "+5 * * * *" }],
  ["cronJob", { "spec.schedule": "0 0 1 JAN mon" }],
  ["cronJob", { "spec.schedule": "@every -1h" }],
  ["cronJob", { "spec.schedule": "@every 1.5h" }],
  ["cronJob", { "spec.timeZone": "Europe/Berlin" }],
  ["cronJob", { "spec.timeZone": "US/Pacific" }],
  ["cronJob", { "spec.schedule": "*/15 8-18 * * mon-fri" }],
  ["cronJob", { "spec.schedule": "@daily" }],
  ["cronJob", { "spec.schedule": "@every 1h30m" }],
];

const refused: readonly Refused[] = [
  [
    ["cronJob", { "spec.timeZone": "" }],
    "error CronJob default/x spec.timeZone: the time zone is empty; write the time zone",
  ],
  [
    ["cronJob", { "spec.schedule": "" }],
    "error CronJob default/x spec.schedule: the schedule is empty; write the schedule",
  ],
  [
    ["cronJob", { "spec.schedule": "* * * * * *" }],
    'error CronJob default/x spec.schedule: the schedule "* * * * * *" has 6 fields, and must have 5; correct the schedule',
  ],
  [
    ["cronJob", { "spec.schedule": "@reboot" }],
    'error CronJob default/x spec.schedule: the schedule "@reboot" must be one of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly, or @every and a duration; correct the schedule',
  ],
  [
    ["cronJob", { "spec.schedule": "*/0 * * * *" }],
    'error CronJob default/x spec.schedule: the schedule "*/0 * * * *" has "*/0" as the minute, and a step must be 1 or more; correct the schedule',
  ],
  [
    ["cronJob", { "spec.schedule": "@daily " }],
    'error CronJob default/x spec.schedule: the schedule "@daily " must be one of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly, or @every and a duration; correct the schedule',
  ],
  [
    ["cronJob", { "spec.schedule": "1-5/2/3 * * * *" }],
    'error CronJob default/x spec.schedule: the schedule "1-5/2/3 * * * *" has "1-5/2/3" as the minute, which has too many slashes; correct the schedule',
  ],
  [
    ["cronJob", { "spec.schedule": "60 * * * *" }],
    'error CronJob default/x spec.schedule: the schedule "60 * * * *" has "60" as the minute, and it goes from 0 to 59; correct the schedule',
  ],
  [
    ["cronJob", { "spec.schedule": "0 0 1 January mon" }],
    'error CronJob default/x spec.schedule: the schedule "0 0 1 January mon" has "January" as the month, which is neither a number nor a name; correct the schedule',
  ],
  [
    ["cronJob", { "spec.schedule": "5-1 * * * *" }],
    'error CronJob default/x spec.schedule: the schedule "5-1 * * * *" has "5-1" as the minute, and a range must not go backwards; correct the schedule',
  ],
  [
    ["cronJob", { "spec.schedule": "@every 1x" }],
    'error CronJob default/x spec.schedule: the schedule "@every 1x" must have a duration such as 1h30m after @every; correct the schedule',
  ],
  [
    ["cronJob", { "spec.timeZone": "europe/berlin" }],
    'error CronJob default/x spec.timeZone: the time zone "europe/berlin" is written "Europe/Berlin"; correct the time zone',
  ],
  [
    ["cronJob", { "spec.timeZone": "CEST" }],
    'error CronJob default/x spec.timeZone: the time zone "CEST" must be a time zone of the IANA\'s database, such as Europe/Berlin or Etc/UTC; correct the time zone',
  ],
  [
    ["cronJob", { "spec.timeZone": "Local" }],
    'error CronJob default/x spec.timeZone: the time zone "Local" must be a time zone of the IANA\'s database, such as Europe/Berlin or Etc/UTC; correct the time zone',
  ],
  [
    ["cronJob", { "spec.schedule": "TZ=UTC * * * * *" }],
    'error CronJob default/x spec.schedule: the schedule "TZ=UTC * * * * *" must not name a time zone, which the field timeZone does; correct the schedule',
  ],
  [
    ["cronJob", { "spec.schedule": "0 3 * * 7" }],
    'error CronJob default/x spec.schedule: the schedule "0 3 * * 7" has "7" as the day of the week, and it goes from 0 to 6; correct the schedule',
  ],
];

testVerdicts(cronSchedule, taken, refused);
