import { type Accessor, createMemo, createSignal, on } from "solid-js";
import type { Diagnostic } from "../../../api/answers.ts";
import type { JsonObject } from "../../../document/pointer.ts";
import { withNewPart } from "./new-part.ts";
import { GROUPS, type GroupId, type OutlinePart, outlineGroups } from "./outline-groups.ts";
import { partFinder, problemsByPart } from "./part-problems.ts";

/** Groups whose parts are many and seldom looked for: closed until somebody opens them. */
const CLOSED_AT_FIRST: readonly GroupId[] = [
  "partyFacts",
  "caseFacts",
  "derivedFacts",
  "conditions",
  "notes",
];

/** Which groups somebody opened or closed, and where they were when they did. */
type Folded = Readonly<Partial<Record<GroupId, { readonly isOpen: boolean; readonly at: string }>>>;

type Given = {
  readonly document: Accessor<JsonObject>;
  readonly diagnostics: Accessor<readonly Diagnostic[]>;
  readonly at: Accessor<string>;
  readonly mayEdit: Accessor<boolean>;
  readonly nameOf: (part: OutlinePart | undefined) => string;
};

export type OutlineState = ReturnType<typeof createOutlineState>;

/** What of the outline is shown, in what order, what of it is open, and where Tab and F8 are in it. */
export function createOutlineState(given: Given) {
  const [filter, setFilter] = createSignal("");
  const [focused, setFocused] = createSignal<string>();
  const groups = createMemo(() => outlineGroups(given.document()));
  const find = createMemo(() => partFinder(groups()));
  // They are told anew a moment after every edit; until then they stay where they were.
  const problems = createMemo(on(given.diagnostics, (found) => problemsByPart(groups(), found)));
  const current = createMemo(() => find()(given.at())?.pointer);
  const sought = (): string => filter().trim().toLowerCase();
  const isFound = (part: OutlinePart): boolean =>
    `${given.nameOf(part)} ${part.otherwise}`.toLowerCase().includes(sought());
  const pointersOf = (id: GroupId): readonly string[] =>
    groups()
      [id].filter(isFound)
      .map(({ pointer }) => pointer);
  const mayAdd = (id: GroupId): boolean => given.mayEdit() && withNewPart(id, given.document()) !== undefined;
  const shown = createMemo(() =>
    GROUPS.filter((id) => pointersOf(id).length > 0 || (sought() === "" && mayAdd(id))),
  );
  const { isOpen, fold } = createFolding({
    at: given.at,
    isSearching: () => sought() !== "",
    holdsCurrent: (id) => groups()[id].some(({ pointer }) => pointer === current()),
  });
  /** The one link or heading that Tab reaches; the arrows lead to the others. */
  const tabStop = createMemo(() => {
    const isShown = (stop: string | undefined): boolean =>
      shown().some((id) => id === stop || (isOpen(id) && pointersOf(id).some((one) => one === stop)));
    return [focused(), current()].find(isShown) ?? shown()[0];
  });
  return {
    filter,
    setFilter,
    setFocused,
    shown,
    pointersOf,
    mayAdd,
    problems,
    current,
    isOpen,
    fold,
    tabStop,
    nameAt: (pointer: string): string => given.nameOf(find()(pointer)),
  };
}

/** Opening and closing groups: all are open while something is looked for, and each once somebody goes to what lies in it. */
function createFolding(given: {
  readonly at: Accessor<string>;
  readonly isSearching: Accessor<boolean>;
  readonly holdsCurrent: (id: GroupId) => boolean;
}) {
  const [folded, setFolded] = createSignal<Folded>({});
  const isOpen = (id: GroupId): boolean => {
    if (given.isSearching()) return true;
    const last = folded()[id];
    if (last && (last.isOpen || last.at === given.at() || !given.holdsCurrent(id))) return last.isOpen;
    return given.holdsCurrent(id) || !CLOSED_AT_FIRST.includes(id);
  };
  return {
    isOpen,
    fold: (id: GroupId): void =>
      void setFolded({ ...folded(), [id]: { isOpen: !isOpen(id), at: given.at() } }),
  };
}
