// The program: reads its settings, opens the rules, serves them, and stops when it is told to.
import { randomUUID } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { openRulebook } from "@evenhand/service";
import { Unreadable, readRuleFiles } from "@evenhand/store";
import { type Logger, pino } from "pino";
import { createApp } from "./app.ts";
import { type Config, readConfig } from "./config.ts";
import type { RulesState } from "./http/env.ts";
import { faultOf } from "./http/fault.ts";
import { listen } from "./server/listen.ts";

async function main(config: Config, log: Logger): Promise<void> {
  let rules: RulesState = { state: "loading" };
  const surroundings = {
    rules: () => rules,
    now: () => Date.now(),
    log,
    newRequestId: () => randomUUID(),
    servedOverHttps: config.servedOverHttps,
  };
  // Listening comes first, so that a second service on the port is noticed before any work, and health is answered.
  const server = await listen(createApp(surroundings), {
    host: config.host,
    port: config.port,
    surroundings,
  });
  stopOnSignal(server.stop, log);
  await nextTurn();
  rules = openRules(config, log);
  log.info({ url: server.url, policies: rules.rulebook.policies().length }, "listening");
  console.error(`Evenhand listens on ${server.url}, its API pages are at ${server.url}/docs`);
  if (!isLoopback(config.host)) {
    console.error("Whoever can reach this address can use the service: there is no sign-in yet");
  }
}

function openRules(config: Config, log: Logger): Extract<RulesState, { state: "open" }> {
  const opened = openRulebook(readRuleFiles(config.rules));
  for (const { path, isUsed, diagnostics, failure } of opened.reports) {
    if (isUsed) continue;
    const codes = diagnostics.map(({ code, at }) => `${code} at ${at}`);
    log.error(
      { file: path, codes, ...(failure === undefined ? {} : { fault: faultOf(failure) }) },
      "rule file left out",
    );
    console.error(`The rule file ${path} is left out; \`evenhand validate\` says why`);
  }
  return { state: "open", ...opened };
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

/** What an operator is told. The reasons that come up most are said with what to do; others as the system says them. */
function whyItEnds(error: Error): string {
  const { message, cause } = error;
  // It says the reason itself.
  if (error instanceof Unreadable || !(cause instanceof Error)) return message;
  const code = "code" in cause ? String(cause.code) : "";
  return `${message}: ${LISTENING_FAULTS[code] ?? cause.message}`;
}

const LISTENING_FAULTS: Readonly<Record<string, string>> = {
  EADDRINUSE: "something else uses this port; set PORT to another, or to 0 for any that is free",
  EACCES: "this port needs more rights; set PORT to one from 1024 on",
  EADDRNOTAVAIL: "this machine has no such address; set HOST to one that it has",
};

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

try {
  const config = readConfig(process.env);
  await main(
    config,
    pino({ name: "evenhand", level: config.logLevel, base: {}, timestamp: pino.stdTimeFunctions.isoTime }),
  );
} catch (error) {
  console.error(whyItEnds(error as Error));
  process.exit(1);
}
