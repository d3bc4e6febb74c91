import { takeInRules } from "@evenhand/service";
import { bytesHash } from "@evenhand/domain";
import { expect, it } from "vitest";
import { type TestService, serviceOver } from "../auth/service.ts";
import { FILES } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { type Found, POLICY, waited } from "./asked.ts";

async function open(service: TestService) {
  await takeInRules(service.context, FILES);
  const cookie = await service.signIn(await service.person({ roles: ["author"] }));
  const ask = (path: string, body?: unknown, method = body === undefined ? "GET" : "POST") =>
    service.send(path, { cookie, method, ...(body === undefined ? {} : { body }) });
  return { cookie, ask };
}

onBothDatabases("checks over HTTP", (openStore) => {
  it("say of complaint-fines version 1 that a warning costs more than a minor demerit, with the two cases", async () => {
    const service = await serviceOver((await openStore()).store);
    const { ask, cookie } = await open(service);
    const started = await ask("/v1/checks", { policy: POLICY, subject: { version: 1 } });
    expect(started.status).toBe(202);
    const path = started.headers.get("Location") ?? "";
    // What follows a run ends with it.
    const followed = await service.send(`${path}/events`, { cookie });
    expect(followed.text.split("\n\n").filter((part) => part.startsWith("event: end"))).toHaveLength(1);
    const told = await ask(path);
    expect(told.body).toMatchObject({
      state: "done",
      done: 6,
      total: 6,
      isProvisional: false,
      isStale: false,
      counts: { findings: expect.any(Number) as number, proved: 0, refuted: 0, notDecided: 0 },
    });
    const { probes } = (told.body as unknown as Found).result;
    const finding = probes?.findings.find(({ kind }) => kind === "graver-grade-costs-less");
    expect(finding?.message.en).toMatch(/“warning” costs more than the graver “minor demerit”/);
    const [milder, graver] = finding?.cases ?? [];
    expect([milder?.grade, graver?.grade]).toEqual(["warning", "minor-demerit"]);
    expect(milder?.chargeMinor).toBeGreaterThan(graver?.chargeMinor ?? 0);
    const report = await ask(`${path}/report?lang=zh`);
    expect(report.text).toContain("排查结果");
    expect(report.text).toContain(String(told.body["resultHash"]));
    expect(report.text).toContain("表“过失的纪律处分等级”第2行");
    // Both cases are answered so by whoever asks what the policy says of them.
    for (const shown of [milder, graver]) {
      const evaluated = await ask(`/v1/policies/${POLICY}/evaluate`, {
        ...shown?.request,
        policyVersion: 1,
      });
      const { parties } = evaluated.body["outcome"] as { parties: readonly Record<string, unknown>[] };
      expect(parties.find(({ party }) => party === finding?.party)).toMatchObject({
        totalMinor: shown?.chargeMinor,
        grade: shown?.grade,
      });
    }
  });

  it("prove the declared cap of version 2, and give out a certificate that any solver can be asked", async () => {
    const service = await serviceOver((await openStore()).store);
    const { ask } = await open(service);
    const body = { policy: POLICY, subject: { version: 2 }, proofs: [{ kind: "cap" }], seconds: 120 };
    const started = await ask("/v1/checks", body);
    const found = await waited(ask, String(started.body["id"]));
    expect(found.result.probes).toBeNull();
    expect(found).toMatchObject({ total: 1, counts: { findings: null, proved: 1 } });
    const [proof] = found.result.proofs;
    expect(proof).toMatchObject({ answer: "proved", policies: [{ id: POLICY, version: 2 }] });
    expect(proof?.smtLib).not.toHaveProperty("text");
    const certificate = await ask(`/v1/checks/${found.id}/certificates/1`);
    const smtLib = certificate.body["smtLib"] as { readonly text: string; readonly sha256: string };
    expect(certificate.headers.get("Content-Disposition")).toContain("attachment");
    expect(bytesHash(new TextEncoder().encode(smtLib.text))).toBe(smtLib.sha256);
    expect(smtLib.sha256).toBe(proof?.smtLib.sha256);
    const report = await ask(`/v1/checks/${found.id}/report?lang=en`);
    expect(report.headers.get("Content-Type")).toContain("text/html");
    expect(report.text).toContain("No month takes more than 50% of anybody&#39;s monthly bonus");
    expect(report.text).toContain(smtLib.sha256);
  });

  it("are listed by policy and by exactly what they are of", async () => {
    const service = await serviceOver((await openStore()).store);
    const { ask } = await open(service);
    const made = await ask("/v1/drafts", { policy: POLICY });
    const [draft, contentHash] = [String(made.body["id"]), String(made.body["contentHash"])];
    const subject = { draft, contentHash };
    const started = await ask("/v1/checks", { policy: POLICY, subject });
    const other = await ask("/v1/checks", { policy: POLICY, subject: { version: 1 } });
    const listed = async (query: string) =>
      ((await ask(`/v1/checks?${query}`)).body["checks"] as readonly { id: string }[]).map(({ id }) => id);
    expect(await listed(`contentHash=${contentHash}`)).toEqual([started.body["id"]]);
    expect(await listed(`draft=${draft}`)).toEqual([started.body["id"]]);
    expect(await listed(`policy=${POLICY}`)).toHaveLength(2);
    expect(await listed("policy=another")).toEqual([]);
    await waited(ask, String(started.body["id"]));
    expect((await ask(`/v1/checks/${String(started.body["id"])}`)).body).toMatchObject({ isStale: false });
    await waited(ask, String(other.body["id"]));
  });

  it("say what is wrong with what they are asked", async () => {
    const service = await serviceOver((await openStore()).store);
    const { ask } = await open(service);
    const [of1, of2] = [{ policy: POLICY, subject: { version: 1 } }, { subject: { version: 2 } }];
    const answers = await Promise.all([
      ask("/v1/checks", { policy: POLICY }),
      ask("/v1/checks", { policy: "none", ...of2 }),
      ask("/v1/checks", { policy: POLICY, subject: { version: 9 } }),
      ask("/v1/checks", { policy: POLICY, subject: { draft: "draft-1" } }),
      ask("/v1/checks", { ...of1, probes: null, proofs: [] }),
      ask("/v1/checks", { ...of1, probes: { alsoProtected: ["nothing"] } }),
      ask("/v1/checks", { ...of1, proofs: [{ kind: "cap", boundRate: 1.5 }] }),
      ask("/v1/checks", { ...of1, proofs: [{ kind: "always" }] }),
      ask("/v1/checks", { ...of1, proofs: [{ kind: "no-more-than" }] }),
      ask("/v1/checks", { ...of1, proofs: [{ kind: "no-more-than", version: 7 }] }),
      ask("/v1/checks", { ...of1, proofs: Array.from({ length: 9 }, () => ({ kind: "unique" })) }),
      ask("/v1/checks", { ...of1, seconds: 0 }),
      ask("/v1/checks", { ...of1, proofs: [{ kind: "unique" }, { kind: "cap" }], seconds: 226 }),
      ask("/v1/checks/job-1"),
      ask("/v1/checks/job-1/certificates/1"),
      ask("/v1/checks/job-1/certificates/first"),
      ask("/v1/checks/job-1/cancel", undefined, "POST"),
      ask("/v1/checks?kind=probe"),
    ]);
    expect(answers.map(({ status, body }) => [status, body["code"]])).toEqual([
      [422, "missing-field"],
      [404, "unknown-policy"],
      [404, "unknown-version"],
      [404, "not-found"],
      [422, "wrong-shape"],
      [422, "unknown-value"],
      [422, "out-of-range"],
      [422, "unknown-value"],
      [422, "missing-field"],
      [404, "unknown-version"],
      [422, "too-many"],
      [422, "out-of-range"],
      [422, "out-of-range"],
      ...Array.from({ length: 4 }, () => [404, "not-found"]),
      [400, "invalid-parameter"],
    ]);
  });
});
