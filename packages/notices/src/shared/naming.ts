import type { Language } from "@evenhand/domain";

/** Names beside staff numbers and units, where an installation keeps them. */
export type Names = Readonly<Record<string, string>>;

const PSEUDONYM = /^person-([0-9a-f]{8})[0-9a-f]{56}$/;
const COMMITMENT = /^text-[0-9a-f]{64}$/;

/**
 * Somebody as a document names them: the staff number or the unit, with the name where one is known. Of somebody erased
 * only the pseudonym is left, and its beginning tells them apart.
 *
 * @example nameOf("E1001", { language: "zh", names: { E1001: "员工一" } }) // "E1001（员工一）"
 */
export function nameOf(
  id: string,
  { language, names = {} }: { readonly language: Language; readonly names?: Names | undefined },
): string {
  const [, beginning] = PSEUDONYM.exec(id) ?? [];
  if (beginning !== undefined)
    return language === "zh"
      ? `已删除个人信息的人员（${beginning}）`
      : `a person since erased (${beginning})`;
  const name = Object.hasOwn(names, id) ? names[id] : undefined;
  if (name === undefined || name === "") return id;
  return language === "zh" ? `${id}（${name}）` : `${id} (${name})`;
}

/** Whether a text is a commitment whose opening has been erased: there is nothing to show. */
export function isErasedText(text: string): boolean {
  return COMMITMENT.test(text);
}
