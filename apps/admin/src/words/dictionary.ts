import type { EN } from "./en.ts";

/** The shape of a dictionary: the keys of the English one, with any text. */
export type Words = Widened<typeof EN>;

type Widened<Node> = { readonly [Key in keyof Node]: Node[Key] extends string ? string : Widened<Node[Key]> };
