import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AdminWorld, type Visitor, startAdminWorld } from "./world.ts";

let world: AdminWorld;
beforeAll(async () => {
  world = await startAdminWorld();
});
afterAll(() => world.stop());

const PAGES = [
  { name: "home", path: "/" },
  { name: "policies", path: "/policies" },
  { name: "policy", path: "/policies/complaint-fines?version=2" },
  { name: "not-found", path: "/nowhere" },
] as const;

async function seriousFaults({ page }: Visitor): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

describe.each(["en", "zh"] as const)("the app in %s", (language) => {
  it("shows whoever is not signed in the way to sign in, and then the page they wanted", async () => {
    const visitor = await world.open({ language });
    await visitor.goTo("/policies?q=fines");
    expect(await visitor.page.getByRole("heading", { level: 1 }).innerText()).toBe(
      { en: "Sign in", zh: "登录" }[language],
    );
    expect(await seriousFaults(visitor)).toEqual([]);
    await visitor.shoot(`sign-in-${language}`);
    await visitor.signInAs("author");
    expect(new URL(visitor.page.url()).pathname).toBe("/policies");
    expect(await visitor.page.getByRole("searchbox").inputValue()).toBe("fines");
    expect(await visitor.page.getByRole("row").count()).toBe(2);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it("has pages without a serious fault of access, and nothing that its content policy forbids", async () => {
    const visitor = await world.open({ language });
    await visitor.goTo("/");
    await visitor.signInAs("author", "approver");
    for (const { name, path } of PAGES) {
      await visitor.goTo(path);
      expect([name, await seriousFaults(visitor)]).toEqual([name, []]);
      await visitor.shoot(`${name}-${language}`);
    }
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it("says what is wrong with an address and a password that do not go together", async () => {
    const visitor = await world.open({ language });
    await visitor.goTo("/");
    await visitor.page.locator("input[type=email]").fill("nobody@example.org");
    await visitor.page.locator("input[type=password]").fill("not the password");
    await visitor.page.locator("button[type=submit]").click();
    const alert = visitor.page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(language === "zh" ? /[\u4e00-\u9fff]/ : /password/);
    await visitor.shoot(`sign-in-refused-${language}`);
    await visitor.close();
  });
});

it("keeps the language that was chosen, over the browser's own", async () => {
  const visitor = await world.open({ language: "zh" });
  await visitor.goTo("/");
  await visitor.page.getByRole("button", { name: "English" }).click();
  expect(await visitor.page.getByRole("heading", { level: 1 }).innerText()).toBe("Sign in");
  await visitor.goTo("/");
  expect(await visitor.page.getByRole("heading", { level: 1 }).innerText()).toBe("Sign in");
  expect(await visitor.page.locator("html").getAttribute("lang")).toBe("en");
  await visitor.close();
});

it("ends the session where somebody signs out", async () => {
  const visitor = await world.open();
  await visitor.goTo("/policies");
  await visitor.signInAs("auditor");
  await visitor.page.getByRole("button", { name: "Sign out" }).click();
  await visitor.page.locator("input[type=email]").waitFor();
  await visitor.goTo("/policies");
  expect(await visitor.page.getByRole("heading", { level: 1 }).innerText()).toBe("Sign in");
  await visitor.close();
});
