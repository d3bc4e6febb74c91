import type { Permission } from "@evenhand/domain";

/** The parts of the settings, in the order of the navigation, with what each asks for. */
export const SECTIONS = [
  { id: "people", permission: "users:manage" },
  { id: "keys", permission: "keys:manage" },
  { id: "try", permission: "evaluate" },
  { id: "calendars", permission: "policies:read" },
  { id: "guards", permission: "policies:read" },
  { id: "vocabulary", permission: "policies:read" },
  {
    id: "service",
    permission: "settings:read",
  },
] as const satisfies readonly {
  readonly id: string;
  readonly permission: Permission;
}[];

export type Section = (typeof SECTIONS)[number];
export type SectionId = Section["id"];

export function sectionOf(id: SectionId): Section {
  const found = SECTIONS.find((section) => section.id === id);
  if (!found) throw new Error(`there is no section ${id}`);
  return found;
}
