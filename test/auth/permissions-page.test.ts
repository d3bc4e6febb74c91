import { PERMISSIONS, ROLES, SCOPES } from "@evenhand/domain";
import { reachOf, whoMay } from "@evenhand/service";
import { describe, expect, it } from "vitest";
import { readPage } from "../docs/markdown.ts";

const PAGE = readPage("docs/reference/permissions.md").text;

/** The rows of the tables of a page: cells without what is around them. */
const ROWS = [...PAGE.matchAll(/^\| `([a-z:]+)` \|(.*)\|$/gm)].map(([, name = "", cells = ""]) => ({
  name,
  cells: cells.split("|").map((cell) => cell.trim()),
}));

describe("the page of permissions", () => {
  it("says of every permission what each role may do", () => {
    const said = ROWS.filter(({ cells }) => cells.length === ROLES.length + 1);
    expect(said.map(({ name }) => name)).toEqual([...PERMISSIONS]);
    for (const permission of PERMISSIONS) {
      const cells = said.find(({ name }) => name === permission)?.cells.slice(1);
      const reaches = ROLES.map((role) => {
        const actor = { kind: "user", id: "u", person: "E1", roles: [role], secondFactor: false } as const;
        const reach = reachOf(actor, permission);
        return reach === "all" ? "yes" : (reach ?? "");
      });
      expect([permission, cells]).toEqual([permission, reaches]);
    }
  });

  it("says what each scope opens", () => {
    const said = ROWS.filter(({ cells }) => cells.length === 1);
    expect(said.map(({ name }) => name)).toEqual([...SCOPES]);
    for (const scope of SCOPES) {
      const opened = PERMISSIONS.filter((permission) => whoMay(permission).scopes.includes(scope));
      const cell = said.find(({ name }) => name === scope)?.cells[0] ?? "";
      const listed = new Set([...cell.matchAll(/`([a-z:]+)`/g)].map(([, name]) => name));
      expect([scope, listed]).toEqual([scope, new Set<string>(opened)]);
    }
  });
});
