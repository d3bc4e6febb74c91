import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

export type Config = {
  readonly host: string;
  /** 0 stands for any free port. */
  readonly port: number;
  /** The folder with the rules. */
  readonly rules: string;
  /** A proxy in front of us serves this over HTTPS, so browsers are told to stay with it. */
  readonly servedOverHttps: boolean;
  readonly logLevel: string;
};

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];
const DEFAULT_RULES = fileURLToPath(new URL("../../../rules", import.meta.url));

/**
 * What the environment asks for: `HOST`, `PORT`, `RULES`, `HTTPS` (1 where a proxy serves this over HTTPS), `LOG_LEVEL`.
 *
 * @throws Error naming the variable that cannot be understood
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  return {
    host: env["HOST"] || "127.0.0.1",
    port: readPort(env["PORT"] || "8787"),
    rules: resolve(env["RULES"] || DEFAULT_RULES),
    servedOverHttps: readSwitch("HTTPS", env["HTTPS"] || "0"),
    logLevel: readLogLevel(env["LOG_LEVEL"] || "info"),
  };
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Error(`PORT is \`${text}\`, expected a number from 0 to 65535`);
}

function readSwitch(name: string, text: string): boolean {
  if (text === "0" || text === "1") return text === "1";
  throw new Error(`${name} is \`${text}\`, expected 0 or 1`);
}

function readLogLevel(text: string): string {
  if (LOG_LEVELS.includes(text)) return text;
  throw new Error(`LOG_LEVEL is \`${text}\`, expected one of ${LOG_LEVELS.join(", ")}`);
}
