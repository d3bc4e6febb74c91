import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isKeyName } from "@evenhand/evidence";
import { isEmail, isStaffId } from "@evenhand/service";
import type { StorePlace } from "@evenhand/store";

export type Config = {
  readonly host: string;
  /** 0 stands for any free port. */
  readonly port: number;
  /** The folder with the rules. */
  readonly rules: string;
  /** A proxy in front of us serves this over HTTPS, so browsers are told to stay with it. */
  readonly servedOverHttps: boolean;
  /** Where browsers find the service, where that is not where it listens. */
  readonly publicUrl?: string;
  readonly logLevel: string;
  /** The folder of what the service makes and keeps for itself. */
  readonly data: string;
  readonly database: StorePlace;
  /** How many jobs this process works on at once; with 0 others do. */
  readonly workers: number;
  /** What the log is called in its checkpoints. */
  readonly logName: string;
  /** The file with the key that signs checkpoints; it is made where it is not named and not there. */
  readonly logKey: SecretPlace;
  /** The file with the secret that signs cookies. */
  readonly authSecret: SecretPlace;
  readonly firstAdministrator: { readonly email: string; readonly personId: string };
  readonly provider?: ProviderPlace;
};

export type SecretPlace = { readonly file: string; readonly isNamed: boolean };

/** An identity provider; its secret is given itself or by the file that holds it. */
export type ProviderPlace = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: { readonly text: string } | { readonly file: string };
};

type Env = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];
const DEFAULT_RULES = fileURLToPath(new URL("../../../rules", import.meta.url));
const DEFAULT_DATA = fileURLToPath(new URL("../../../data", import.meta.url));

/**
 * What the environment asks for. `docs/reference/configuration.md` tells of every variable.
 *
 * @throws Error naming the variable that cannot be understood, or that does not go with another
 */
export function readConfig(env: Env): Config {
  const data = resolve(env["DATA"] || DEFAULT_DATA);
  const servedOverHttps = readSwitch("HTTPS", env["HTTPS"] || "0");
  const publicUrl = readPublicUrl(env["PUBLIC_URL"], servedOverHttps);
  const provider = readProvider(env);
  return {
    host: readHost(env["HOST"] || "127.0.0.1", servedOverHttps),
    port: readPort(env["PORT"] || "8787"),
    rules: resolve(env["RULES"] || DEFAULT_RULES),
    servedOverHttps,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    logLevel: readLogLevel(env["LOG_LEVEL"] || "info"),
    data,
    database: readDatabase(env["DATABASE_URL"], data),
    workers: readWorkers(env["WORKERS"]),
    logName: readLogName(env["LOG_NAME"] || "evenhand.local/log"),
    logKey: readSecretPlace(env["LOG_KEY_FILE"], join(data, "log-key")),
    authSecret: readSecretPlace(env["AUTH_SECRET_FILE"], join(data, "auth-secret")),
    firstAdministrator: {
      email: readEmail(env["ADMIN_EMAIL"] || "admin@evenhand.local"),
      personId: readStaffId(env["ADMIN_PERSON_ID"] || "admin"),
    },
    ...(provider === undefined ? {} : { provider }),
  };
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** INVARIANT: sessions go over HTTPS wherever anybody else could listen in. */
function readHost(host: string, servedOverHttps: boolean): string {
  if (servedOverHttps || isLoopback(host)) return host;
  throw new Error(
    `HOST is \`${host}\`, which other machines can reach, and passwords would cross the network in the clear; ` +
      "put a proxy with HTTPS in front and set HTTPS=1, or leave HOST at 127.0.0.1",
  );
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Error(`PORT is \`${text}\`, expected a number from 0 to 65535`);
}

const MOST_WORKERS = 64;

/** Where nothing is said: what answers requests keeps a processor to itself, where there is more than one. */
function readWorkers(text: string | undefined): number {
  if (!text) return Math.max(1, Math.min(4, availableParallelism() - 1));
  const workers = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  if (workers <= MOST_WORKERS) return workers;
  throw new Error(`WORKERS is \`${text}\`, expected a number from 0 to ${MOST_WORKERS}`);
}

function readSwitch(name: string, text: string): boolean {
  if (text === "0" || text === "1") return text === "1";
  throw new Error(`${name} is \`${text}\`, expected 0 or 1`);
}

function readLogLevel(text: string): string {
  if (LOG_LEVELS.includes(text)) return text;
  throw new Error(`LOG_LEVEL is \`${text}\`, expected one of ${LOG_LEVELS.join(", ")}`);
}

function readPublicUrl(text: string | undefined, servedOverHttps: boolean): string | undefined {
  if (!text) return undefined;
  const scheme = servedOverHttps ? "https" : "http";
  const url = URL.parse(text);
  if (url?.protocol === `${scheme}:` && url.pathname === "/" && url.search === "" && url.username === "")
    return url.origin;
  throw new Error(`PUBLIC_URL is \`${text}\`, expected an address such as ${scheme}://evenhand.example.org`);
}

function readDatabase(url: string | undefined, data: string): StorePlace {
  if (!url) return { file: join(data, "evenhand.db") };
  if (/^postgres(?:ql)?:\/\//.test(url)) return { url };
  // The value may hold a password, so it is not quoted.
  throw new Error("DATABASE_URL is no address of PostgreSQL, which begins with postgres://");
}

function readLogName(text: string): string {
  if (isKeyName(text)) return text;
  throw new Error(
    `LOG_NAME is \`${text}\`, expected a name without spaces and \`+\`, such as example.org/log`,
  );
}

function readSecretPlace(named: string | undefined, usual: string): SecretPlace {
  return named ? { file: resolve(named), isNamed: true } : { file: usual, isNamed: false };
}

function readEmail(text: string): string {
  if (isEmail(text)) return text.toLowerCase();
  throw new Error(`ADMIN_EMAIL is \`${text}\`, expected an e-mail address`);
}

function readStaffId(text: string): string {
  if (isStaffId(text)) return text;
  throw new Error(
    `ADMIN_PERSON_ID is \`${text}\`, expected a staff number such as E1001; \`company\` is kept for the company itself`,
  );
}

function readProvider(env: Env): ProviderPlace | undefined {
  const names = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_CLIENT_SECRET_FILE"];
  if (names.every((name) => !env[name])) return undefined;
  const issuer = readIssuer(env["OIDC_ISSUER"]);
  const clientId = env["OIDC_CLIENT_ID"];
  if (!clientId) throw new Error("OIDC_CLIENT_ID is missing, which goes with OIDC_ISSUER");
  return { issuer, clientId, clientSecret: readClientSecret(env) };
}

function readIssuer(text: string | undefined): string {
  if (!text) throw new Error("OIDC_ISSUER is missing, which goes with OIDC_CLIENT_ID");
  const url = URL.parse(text);
  // Whoever could change what the provider says could sign in as anybody.
  if (url && (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))))
    return text;
  throw new Error(`OIDC_ISSUER is \`${text}\`, expected an address that begins with https://`);
}

function readClientSecret(env: Env): ProviderPlace["clientSecret"] {
  const [text, file] = [env["OIDC_CLIENT_SECRET"], env["OIDC_CLIENT_SECRET_FILE"]];
  if (text && file)
    throw new Error("OIDC_CLIENT_SECRET and OIDC_CLIENT_SECRET_FILE are both set, expected one");
  if (file) return { file: resolve(file) };
  if (text) return { text };
  throw new Error("OIDC_CLIENT_SECRET_FILE is missing, which goes with OIDC_ISSUER");
}
