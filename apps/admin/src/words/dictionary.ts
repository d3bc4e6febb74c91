/** The shape of a dictionary: the keys of the English one, with any text. */
export type Words<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Words<English[Key]>;
};
