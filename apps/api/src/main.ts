// The program: reads its settings, opens the rules, serves them, and stops when it is told to.
import { randomUUID } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type TakenIn, takeInRules } from "@evenhand/service";
import { readRuleFiles } from "@evenhand/store";
import { type Logger, pino } from "pino";
import { createApp } from "./app.ts";
import { type Config, readConfig } from "./config.ts";
import type { Surroundings } from "./http/env.ts";
import { faultOf } from "./http/fault.ts";
import { refused } from "./http/problem.ts";
import { createMetrics } from "./metrics/metrics.ts";
import { listen } from "./server/listen.ts";
import { type Background, TASKS, findJobs, startBackground } from "./start/background.ts";
import { type HandedOver, handOver } from "./start/hand-over.ts";
import { type OpenService, openService } from "./start/open-service.ts";
import { whyItEnds } from "./start/why-it-ends.ts";
import { type JobThreads, jobThreads } from "./workers/job-threads.ts";

async function main(config: Config, log: Logger): Promise<void> {
  const running: Running = {};
  let leftOut: TakenIn["reports"] = [];
  const metrics = createMetrics();
  const stopping = new AbortController();
  const opened = { open: () => running.service, leftOut: () => leftOut };
  const surroundings = {
    ...surroundingsOf(config, log, opened),
    metrics,
    stopping: stopping.signal,
    wakeWorkers: () => running.threads?.wake(),
  };
  // Listening comes first, so that a second service on the port is noticed before any work, and health is answered.
  const server = await listen(createApp(surroundings), {
    host: config.host,
    port: config.port,
    surroundings,
  });
  stopOnSignal(async () => {
    stopping.abort();
    await Promise.all([server.stop(), running.threads?.stop()]);
    await running.background?.stop();
    await running.service?.close();
  }, log);
  await nextTurn();
  const opening = await openService(config, { ...surroundings, elapsed: () => performance.now() });
  const context = opening.surroundings.service();
  const taken = await takeInRules(context, readRuleFiles(config.rules));
  leftOut = taken.reports.filter(({ isUsed }) => !isUsed);
  tellTakenIn(taken, log);
  // What the service begins with is made before it answers anything.
  const handedOver = await handOver(context, { config, url: server.url });
  const rulebook = await context.rulebook();
  // Told to stop while it was opening: nothing has been answered, so nothing is left to be done.
  if (stopping.signal.aborted) {
    await opening.close();
    return;
  }
  running.service = opening;
  const threads = jobThreads({ most: config.workers, database: config.database, alarm: context.alarm });
  running.threads = threads;
  const tasks = [...TASKS, findJobs(threads.wake)];
  running.background = startBackground({ service: context, log, metrics, tasks });
  log.info({ url: server.url, policies: rulebook.policies().length }, "listening");
  console.error(`Evenhand listens on ${server.url}, its API pages are at ${server.url}/docs`);
  console.error(`The log is signed with the key ${opening.verifierKey}`);
  if (handedOver) tellFirstStart(handedOver);
}

/** Where `npm start` builds the admin app. */
const ADMIN = fileURLToPath(new URL("../../admin/dist", import.meta.url));

/** What has to be ended before the program ends. */
type Running = { service?: OpenService; background?: Background; threads?: JobThreads };

type Opened = {
  readonly open: () => OpenService | undefined;
  /** The rule files that could not be taken in. */
  readonly leftOut: () => TakenIn["reports"];
};

/** What the app is given before anything is open: whoever asks for what is not is told to come back. */
function surroundingsOf(config: Config, log: Logger, { open, leftOut }: Opened): Surroundings {
  const opened = (): Surroundings => open()?.surroundings ?? notOpenYet();
  return {
    rules: async () => {
      const rules = (await open()?.surroundings.rules()) ?? { state: "loading" };
      return rules.state === "open" ? { ...rules, reports: [...rules.reports, ...leftOut()] } : rules;
    },
    knownOf: async (policy, request, actor) => opened().knownOf(policy, request, actor),
    now: () => Date.now(),
    log,
    newRequestId: () => randomUUID(),
    servedOverHttps: config.servedOverHttps,
    adminFolder: ADMIN,
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
    authenticate: async (c) => opened().authenticate(c),
    service: () => opened().service(),
    forgetKeys: () => opened().forgetKeys(),
    signIn: () => opened().signIn(),
  };
}

function notOpenYet(): never {
  throw refused(
    { code: "not-ready", message: { en: "the database is still being opened", zh: "数据库仍在打开中" } },
    { "Retry-After": "1" },
  );
}

function tellFirstStart(handedOver: HandedOver): void {
  const { file } = handedOver;
  if (handedOver.kind === "waiting") {
    console.error(`Nobody has set a password yet: the link for that, and a key, stand in ${file}`);
    return;
  }
  const { link, key } = handedOver;
  console.error(`
This is the first start. Both of these are also in ${file}, which only you can read:
  the administrator sets a password at  ${link}
  a key that evaluates cases is         ${key}
`);
}

/** Policies are taken in at the first start only; from then on they change by approval alone. */
function tellTakenIn({ reports, ...taken }: TakenIn, log: Logger): void {
  for (const { path, isUsed, diagnostics, failure } of reports) {
    if (isUsed) continue;
    const codes = diagnostics.map(({ code, at }) => `${code} at ${at}`);
    log.error(
      { file: path, codes, ...(failure === undefined ? {} : { fault: faultOf(failure) }) },
      "rule file left out",
    );
    console.error(`The rule file ${path} is left out; \`evenhand validate\` says why`);
  }
  if (taken.calendars + taken.guards + taken.versions > 0) log.info(taken, "rules taken in");
}

function stopOnSignal(stop: () => Promise<void>, log: Logger): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    // Once: a second signal ends the program at once.
    process.once(signal, () => {
      log.info({ signal }, "stopping");
      void stop().then(() => {
        log.info("stopped");
        process.exitCode = 0;
      });
    });
  }
}

let config: Config | undefined;
try {
  config = readConfig(process.env);
  await main(
    config,
    pino({ name: "evenhand", level: config.logLevel, base: {}, timestamp: pino.stdTimeFunctions.isoTime }),
  );
} catch (error) {
  console.error(whyItEnds(error as Error, config));
  process.exit(1);
}
