import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acceptInvitation, findInvitation } from "@evenhand/service";
import { afterEach, describe, expect, it } from "vitest";
import { readConfig } from "../config.ts";
import { sampleSurroundings } from "../sample-surroundings.ts";
import { type HandedOver, handOver } from "./hand-over.ts";
import { type OpenService, openService } from "./open-service.ts";
import { secretFromFile } from "./secret-file.ts";

const cleaning: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).toReversed()) await clean();
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-start-"));
  cleaning.push(() => rmSync(folder, { recursive: true }));
  return folder;
}

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A start with a data folder, as the program makes it, save for the port and the clock. */
async function start(
  env: Readonly<Record<string, string>>,
  now: () => number = () => 0,
): Promise<OpenService> {
  const given = { ...sampleSurroundings({ now }), elapsed: () => 0 };
  const service = await openService(readConfig(env), given);
  cleaning.push(service.close);
  return service;
}

describe("the secrets beside the database", () => {
  it("are made by the first start, for their owner alone, and serve every other", async () => {
    const DATA = temporaryFolder();
    const first = await start({ DATA });
    for (const name of ["log-key", "auth-secret"]) {
      const file = join(DATA, name);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(readFileSync(file, "utf8")).toMatch(/^[0-9a-f]{64}\n$/);
    }
    expect(first.verifierKey).toMatch(/^evenhand\.local\/log\+[0-9a-f]{8}\+\S+$/);
    expect((await start({ DATA })).verifierKey).toBe(first.verifierKey);
  });

  it.each([
    { file: "log-key", says: "the log of this database is signed with the key `evenhand.local/log+" },
    { file: "auth-secret", says: "another secret than the one that belongs to this database" },
  ])("are those that the database knows, or nothing starts: $file", async ({ file, says }) => {
    const DATA = temporaryFolder();
    await start({ DATA });
    writeFileSync(join(DATA, file), `${"0".repeat(64)}\n`);
    await expect(start({ DATA })).rejects.toThrow(says);
    writeFileSync(join(DATA, file), "no secret\n");
    await expect(start({ DATA })).rejects.toThrow("does not hold 64 hexadecimal digits");
    rmSync(join(DATA, file));
    await expect(start({ DATA })).rejects.toThrow("is not there any more; bring it back from a backup");
  });

  it("are looked for where the operator says", async () => {
    const [DATA, elsewhere] = [temporaryFolder(), temporaryFolder()];
    const LOG_KEY_FILE = join(elsewhere, "key");
    await expect(start({ DATA, LOG_KEY_FILE })).rejects.toThrow(
      `LOG_KEY_FILE names \`${LOG_KEY_FILE}\`, which is not`,
    );
    writeFileSync(LOG_KEY_FILE, "12".repeat(32));
    await start({ DATA, LOG_KEY_FILE });
    await expect(start({ DATA, LOG_KEY_FILE, LOG_NAME: "example.org/log" })).rejects.toThrow(
      "set LOG_NAME to that",
    );
  });

  it("are one where several processes make them at once", () => {
    const place = { file: join(temporaryFolder(), "new", "secret"), isNamed: false };
    const made = Array.from({ length: 5 }, () => secretFromFile(place, { variable: "X", mayMake: true }));
    expect(new Set(made).size).toBe(1);
  });
});

describe("the first start", () => {
  const url = "http://127.0.0.1:8787";

  it("hands over a link and a key once, and again only where they are lost or too late and nobody can sign in", async () => {
    const DATA = temporaryFolder();
    let clock = Date.UTC(2026, 6, 10);
    const config = readConfig({ DATA, ADMIN_EMAIL: "Boss@Example.org" });
    const { surroundings } = await start({ DATA }, () => clock);
    const context = surroundings.service();
    const state = async (link: string) => (await findInvitation(context, link.split("/").at(-1) ?? "")).state;
    const file = join(DATA, "first-start.txt");
    const told = () => handOver(context, { config, url });
    const waiting = { kind: "waiting", file };
    const first = made(await told());
    expect(first).toMatchObject({
      link: expect.stringMatching(/^http:\/\/127\.0\.0\.1:8787\/welcome\/\S{43}$/) as string,
    });
    expect(readFileSync(file, "utf8")).toContain("account: boss@example.org\n");
    expect(await told()).toEqual(waiting);

    // What another process is just writing down is not lost.
    rmSync(file);
    expect(await told()).toEqual(waiting);
    clock += MINUTE_MS + 1;
    const second = made(await told());
    expect([await state(first.link), await state(second.link)]).toEqual(["used", "open"]);
    expect(second.key).not.toBe(first.key);

    // A link that is too late is made again; the key goes on.
    clock += 7 * DAY_MS;
    expect(await state(second.link)).toBe("expired");
    const third = made(await told());
    expect([await state(third.link), third.key]).toEqual(["open", second.key]);
    expect(await told()).toEqual(waiting);

    const token = third.link.split("/").at(-1) ?? "";
    const hash = async () => "a hash";
    await acceptInvitation(context, { token, name: "Boss", password: "four words in a row", hash });
    rmSync(file);
    clock += MINUTE_MS + 1;
    expect(await told()).toBeUndefined();
  });

  it("names the address that browsers use", async () => {
    const env = { DATA: temporaryFolder(), HTTPS: "1", PUBLIC_URL: "https://evenhand.example.org/" };
    const { surroundings } = await start(env);
    const handed = await handOver(surroundings.service(), { config: readConfig(env), url });
    expect(made(handed).link).toMatch(/^https:\/\/evenhand\.example\.org\/welcome\//);
  });
});

function made(handed: HandedOver | undefined): Extract<HandedOver, { readonly kind: "made" }> {
  if (handed?.kind === "made") return handed;
  throw new Error(`nothing was handed over: ${JSON.stringify(handed)}`);
}
