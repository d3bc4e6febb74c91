/** Text people see, in both languages of the product; neither is a translation of last resort for the other. */
export type LocalizedText = { readonly en: string; readonly zh: string };

export type Language = keyof LocalizedText;
